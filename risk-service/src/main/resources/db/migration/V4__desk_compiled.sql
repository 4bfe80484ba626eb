-- What rules were compiled to, so that going back to a version compiles nothing. Nothing is lost with it.

create table desk_compiled (
    -- Digest of the rule files.
    rules text not null,
    -- Names what compiled them.
    build text not null,
    classes bytea not null,
    -- By a secret of the service that compiled them.
    seal bytea not null,
    kept_at timestamptz not null default now(),
    primary key (rules, build)
);
