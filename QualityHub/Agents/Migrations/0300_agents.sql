create table teams (
    id    text primary key,
    name  text not null unique
);

create table agents (
    id          text primary key,
    code        text not null,
    name        text not null,
    team_id     text references teams (id),
    account_id  text,
    active      integer not null default 1,
    simulated   integer not null default 0
);

-- The telephone system's name for an agent is compared without regard to case.
create unique index agents_by_code on agents (lower(code));
create unique index agents_by_account on agents (account_id) where account_id is not null;

create table extensions (
    connector_id  text not null,
    extension     text not null,
    agent_id      text not null references agents (id),
    primary key (connector_id, extension)
);
