create table evaluations (
    id            text primary key,
    call_id       text not null,
    agent_id      text not null,
    evaluator_id  text not null,
    campaign_id   text not null,
    purpose       text not null,
    state         text not null check (state in ('draft', 'submitted', 'erased')),
    revision      integer not null default 0,
    started_at    text not null,
    unique (call_id, evaluator_id)
);
