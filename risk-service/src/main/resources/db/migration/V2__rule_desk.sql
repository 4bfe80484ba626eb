-- The rule desk: changes to rule sets with all their revisions and approvals, and what was live when.

create table desk_change (
    id text primary key,
    rule_set text not null,
    title text not null,
    state text not null,
    -- What an edit has to name, so that none is lost.
    revision integer not null check (revision > 0),
    content text not null references rule_set_content (digest),
    base text not null references rule_set_content (digest),
    -- Of a review.
    impact text,
    needed integer,
    -- When a schedule is due, or a broken glass over.
    due timestamptz,
    -- Who broke the glass.
    breaker text,
    -- Why the last step was taken, if somebody said so.
    reason text,
    begun_by text not null,
    begun_at timestamptz not null,
    changed_at timestamptz not null
);
create index desk_change_rule_set on desk_change (rule_set, begun_at);
create index desk_change_state on desk_change (state, due);

create table desk_revision (
    change text not null references desk_change (id),
    revision integer not null,
    content text not null references rule_set_content (digest),
    base text not null references rule_set_content (digest),
    person text not null,
    at timestamptz not null,
    primary key (change, revision)
);

create table desk_approval (
    change text not null references desk_change (id),
    revision integer not null,
    person text not null,
    content text not null,
    impact text not null,
    base text not null,
    at timestamptz not null,
    primary key (change, revision, person),
    foreign key (change, revision) references desk_revision (change, revision)
);

create table desk_activation (
    rule_set text not null,
    sequence bigint not null check (sequence > 0),
    -- The one before: one line, without a fork.
    previous bigint check (previous is not distinct from nullif(sequence - 1, 0)),
    digest text not null references rule_set_content (digest),
    kind text not null,
    change text references desk_change (id),
    -- Null if the service did it by itself.
    person text,
    at timestamptz not null,
    reason text,
    primary key (rule_set, sequence),
    foreign key (rule_set, previous) references desk_activation (rule_set, sequence)
);
create index desk_activation_digest on desk_activation (rule_set, digest);

-- One row for each rule set. Whoever takes a step holds it, so that steps come one after another.
create table desk_line (
    rule_set text primary key,
    -- Of the last activation; 0 before the first.
    sequence bigint not null
);

create trigger append_only before update or delete or truncate on desk_revision
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on desk_approval
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on desk_activation
    for each statement execute function refuse_change();

-- Reports of impacts, by the digest that approvals name.
create table desk_impact (
    digest text primary key,
    report bytea not null,
    made_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on desk_impact
    for each statement execute function refuse_change();
