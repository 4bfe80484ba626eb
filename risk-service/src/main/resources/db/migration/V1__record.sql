-- The record: what was decided and what was changed, in one chain. docs/reference/record.md describes the entries.

create table rule_set_content (
    digest text primary key,
    name text not null,
    -- A JSON object, path to text.
    files bytea not null,
    stored_at timestamptz not null default now()
);

create table record_entry (
    sequence bigint primary key,
    hash text not null,
    previous text not null,
    kind text not null,
    at timestamptz not null,
    -- The bytes that the hash is of.
    entry bytea not null,
    -- What decisions are searched by; null in entries of another kind.
    decision_id text unique,
    account text,
    snapshot_time timestamptz,
    rule_set text references rule_set_content (digest),
    actions text[],
    rules text[]
);

create index record_entry_account on record_entry (account, sequence) where account is not null;
create index record_entry_snapshot_time on record_entry (snapshot_time) where snapshot_time is not null;
create index record_entry_rule_set on record_entry (rule_set, sequence) where rule_set is not null;
create index record_entry_actions on record_entry using gin (actions);
create index record_entry_rules on record_entry using gin (rules);

-- One row. Whoever appends holds it, so that many services on one database make one chain.
create table record_head (
    single boolean primary key default true check (single),
    sequence bigint not null,
    hash text not null
);
insert into record_head (sequence, hash) values (0, 'sha256:' || repeat('0', 64));

create table record_key (
    id text primary key,
    -- The line as it is exported.
    line bytea not null
);

create table record_checkpoint (
    sequence bigint not null,
    key_id text not null references record_key (id),
    -- The line as it is exported, signature included.
    line bytea not null,
    primary key (sequence, key_id)
);

create table idempotency_key (
    caller text not null,
    key text not null,
    -- SHA-256 of what was asked.
    request text not null,
    stored_at timestamptz not null default now(),
    decision_id text not null,
    -- The answer, where it is not the recorded decision itself.
    body bytea,
    primary key (caller, key)
);
create index idempotency_key_stored_at on idempotency_key (stored_at);

-- Against mistakes, not against administrators: those are found by the chain.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on record_entry
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on record_checkpoint
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on rule_set_content
    for each statement execute function refuse_change();
