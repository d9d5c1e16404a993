-- A call that was stopped can never be captured again, whatever restarts or reconnects.
create table closed_calls (
    connector_id  text not null,
    external_id   text not null,
    closed_at     text not null,
    primary key (connector_id, external_id)
);
