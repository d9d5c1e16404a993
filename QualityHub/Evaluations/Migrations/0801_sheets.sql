alter table evaluations add column form_version_id text;
alter table evaluations add column submitted_at text;
alter table evaluations add column score text;
alter table evaluations add column outcome text;

create table evaluation_answers (
    evaluation_id   text not null references evaluations (id),
    question        text not null,
    given           text,
    not_applicable  integer not null default 0,
    comment         text,
    saved_at        text not null,
    primary key (evaluation_id, question)
);

create table evaluation_marks (
    evaluation_id   text not null references evaluations (id),
    second          integer not null,
    note            text,
    marked_at       text not null
);
