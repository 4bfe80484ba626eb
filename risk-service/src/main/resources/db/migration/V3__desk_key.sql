-- What the keys of requests to the rule desk stand for: the answer, kept in the transaction of the step.

create table desk_key (
    caller text not null,
    key text not null,
    -- SHA-256 of what was asked.
    request text not null,
    status integer not null,
    etag text,
    location text,
    body bytea not null,
    stored_at timestamptz not null default now(),
    primary key (caller, key)
);
create index desk_key_stored_at on desk_key (stored_at);
