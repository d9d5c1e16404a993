create table queues (
    id    text primary key,
    name  text not null
);

create unique index queues_by_name on queues (lower(name));
