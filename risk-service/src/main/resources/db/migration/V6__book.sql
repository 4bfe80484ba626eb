-- What the keys of requests stand for, to the rule desk and to the book alike.
alter table desk_key rename to request_key;
alter index desk_key_pkey rename to request_key_pkey;
alter index desk_key_stored_at rename to request_key_stored_at;

-- The book. Revisions count the writes of all of it, so that none comes back after something is removed and made again.
create sequence book_revision;

create table book_account (
    id text collate "C" primary key,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    -- In canonical form.
    document text not null
);
create table book_instrument (like book_account including all);
create table book_collateral (like book_account including all);
create table book_category (like book_account including all);

-- The newest of each source. Times are nanoseconds since 1970: a timestamptz would cut off the last three digits.
create table book_mark (
    id text collate "C" not null,
    source text collate "C" not null,
    price numeric not null,
    nanos bigint not null,
    primary key (id, source)
);
create table book_signal (
    name text collate "C" not null,
    subject text collate "C" not null,
    value numeric not null,
    nanos bigint not null,
    primary key (name, subject)
);
