-- How far each target of webhooks has taken what became of actions.
create table webhook_target (
    name text primary key,
    -- The last live_event that it took; at its first start, the last one that there was.
    taken bigint not null
);
