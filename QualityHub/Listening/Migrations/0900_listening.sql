create table listening_sessions (
    id              text primary key,
    call_id         text not null,
    connector_id    text not null,
    external_id     text not null,
    agent_id        text not null,
    listener_id     text not null,
    campaign_id     text not null,
    purpose         text not null,
    requested_at    text not null,
    live_at         text,
    ended_at        text,
    cause           text,
    simulated       integer not null default 0,
    frames_in       integer not null default 0,
    frames_passed   integer not null default 0,
    frames_dropped  integer not null default 0
);

create index listening_sessions_by_agent on listening_sessions (agent_id, requested_at);
create index listening_sessions_open on listening_sessions (ended_at) where ended_at is null;

create table listening_acknowledgements (
    session_id       text not null references listening_sessions (id),
    agent_id         text not null,
    surface          text not null,
    device_id        text not null,
    simulated        integer not null,
    acknowledged_at  text not null,
    primary key (session_id, agent_id, surface)
);
