create table ledger_entries (
    sequence     integer primary key,
    happened_at  text not null,
    kind         text not null,
    actor        text not null,
    subject      text,
    purpose      text,
    result       text not null,
    facts        text not null
);
