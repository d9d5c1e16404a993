-- A published version never changes: what was scored with it must read the same for ever.
create table form_versions (
    id            text primary key,
    form          text not null,
    version       integer not null,
    definition    text not null,
    hash          text not null,
    published_at  text not null,
    unique (form, version)
);
