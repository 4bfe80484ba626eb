-- The kill switches that are set.
create table kill_switch (
    scope_type text not null,
    scope_id text collate "C" not null,
    person text not null,
    reason text not null,
    at timestamptz not null,
    -- The first of two persons who want it lifted.
    lift_person text,
    lift_reason text,
    lift_at timestamptz,
    primary key (scope_type, scope_id)
);

-- They were here before anybody could set one.
update guard_state set document = (document::jsonb - 'kills')::text;
