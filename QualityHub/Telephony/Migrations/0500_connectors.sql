create table connectors (
    id text not null primary key,
    name text not null,
    key text not null unique,
    secret text not null,
    active integer not null,
    created_at text not null
);
