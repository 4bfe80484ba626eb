-- What has changed in the book, for whoever watches it: written with the change, taken away when it is seen.
create table book_change (
    sequence bigint generated always as identity primary key,
    kind text not null,
    id text collate "C" not null
);

create function book_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into book_change (kind, id) select tg_argv[0], id from gone;
    else
        insert into book_change (kind, id) select tg_argv[0], id from present;
    end if;
    return null;
end $$;

create trigger account_added after insert on book_account
    referencing new table as present for each statement execute function book_changed('ACCOUNT');
create trigger account_changed after update on book_account
    referencing new table as present for each statement execute function book_changed('ACCOUNT');
create trigger account_removed after delete on book_account
    referencing old table as gone for each statement execute function book_changed('ACCOUNT');
create trigger instrument_added after insert on book_instrument
    referencing new table as present for each statement execute function book_changed('INSTRUMENT');
create trigger instrument_changed after update on book_instrument
    referencing new table as present for each statement execute function book_changed('INSTRUMENT');
create trigger instrument_removed after delete on book_instrument
    referencing old table as gone for each statement execute function book_changed('INSTRUMENT');
create trigger collateral_added after insert on book_collateral
    referencing new table as present for each statement execute function book_changed('COLLATERAL');
create trigger collateral_changed after update on book_collateral
    referencing new table as present for each statement execute function book_changed('COLLATERAL');
create trigger collateral_removed after delete on book_collateral
    referencing old table as gone for each statement execute function book_changed('COLLATERAL');
create trigger category_added after insert on book_category
    referencing new table as present for each statement execute function book_changed('CATEGORY');
create trigger category_changed after update on book_category
    referencing new table as present for each statement execute function book_changed('CATEGORY');
create trigger category_removed after delete on book_category
    referencing old table as gone for each statement execute function book_changed('CATEGORY');

create table episode (
    id text primary key,
    account text collate "C" not null,
    ordinal bigint not null,
    kind text not null,
    scope_type text not null,
    scope_id text not null,
    metric text not null,
    comparison text not null,
    threshold_limit numeric not null,
    clear numeric not null,
    -- The metric's value at the beginning, exact; a denominator of 0 says that it is unbounded.
    numerator numeric not null,
    denominator numeric not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
create index episode_account on episode (account, opened_at);
create index episode_open on episode (account) where closed_at is null;

create table live_action (
    id text primary key,
    episode text not null references episode,
    account text collate "C" not null,
    type text not null,
    scope_type text not null,
    scope_id text not null,
    attempt int not null,
    revision bigint not null,
    state text not null,
    since timestamptz not null,
    deadline timestamptz,
    reasons text not null,
    decision text not null,
    -- What is to be done, as the decision says it.
    content text not null,
    sequence bigint not null
);
create index live_action_account on live_action (account, sequence);
create index live_action_sequence on live_action (sequence);
create index live_action_outstanding on live_action (account) where state in ('HELD', 'OPEN', 'ACKNOWLEDGED', 'DONE');

-- What became of actions, in the order in which it did. One service writes it, so that no number is seen late.
create table live_event (
    sequence bigint generated always as identity primary key,
    action text not null references live_action,
    state text not null,
    since timestamptz not null,
    reasons text not null,
    decision text not null,
    -- Of an action that went out or is withheld; null for the one that went out before.
    content text
);

-- What the guards must not forget: reservations, trips, kill switches, releases. One row.
create table guard_state (
    one boolean primary key default true check (one),
    document text not null
);
