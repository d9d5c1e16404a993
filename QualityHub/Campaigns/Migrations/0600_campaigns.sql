create table campaigns (
    id         text primary key,
    name       text not null,
    purpose    text not null check (purpose in ('training', 'evaluation', 'service_quality')),
    starts_at  text not null,
    ends_at    text not null
);
