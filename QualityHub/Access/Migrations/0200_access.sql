create table accounts (
    id                   text primary key,
    user_name            text not null,
    normalized_user_name text not null unique,
    name                 text not null,
    password_hash        text,
    security_stamp       text not null,
    active               integer not null,
    agent_id             text unique,
    two_factor           integer not null,
    authenticator_key    text,
    recovery_codes       text not null,
    failed_count         integer not null,
    locked_until_at      text,
    must_change_password integer not null,
    reset_pending        integer not null,
    created_at           text not null
);

create table account_roles (
    account_id text not null references accounts (id),
    role       text not null,
    primary key (account_id, role)
);

create table passkeys (
    credential_id text primary key,
    account_id    text not null references accounts (id),
    data          text not null
);

create table devices (
    account_id         text not null references accounts (id),
    device_id          text not null,
    first_signed_in_at text not null,
    last_signed_in_at  text not null,
    state              text not null,
    primary key (account_id, device_id)
);

create table sign_ins (
    id             text primary key,
    account_id     text not null references accounts (id),
    device_id      text not null,
    kind           text not null,
    idles          integer not null,
    started_at     text not null,
    last_active_at text not null,
    ended_at       text,
    end_cause      text
);

create index sign_ins_open on sign_ins (account_id, ended_at);
