-- Entries are the only way money moves. They are only ever added; a mistake is answered by a reversal.
create table entry (
    authority text   not null,
    seq       bigint not null,         -- the order of writing
    id        text   not null,
    kind      text   not null,
    on_date   text   not null,         -- the day it counts from
    recorded  text   not null,
    cause     text   not null,         -- unique for ever: the same cause is the same act
    person    text,                    -- null: between a funder and a pool
    about     text   not null,
    line      text,
    towards   text   not null,         -- own money only
    reverses  text,
    primary key (authority, id),
    unique (authority, seq),
    unique (authority, cause)
);
create index entry_person on entry (authority, person, seq);
create index entry_about on entry (authority, about);
create index entry_reverses on entry (authority, reverses);

-- What an entry moves: into the account when positive, out of it when negative. Pence.
create table posting (
    authority text   not null,
    entry     text   not null,
    place     bigint not null,         -- 0, 1, 2 within the entry
    kind      text   not null,
    stream    text   not null,         -- '' for own money
    person    text   not null,         -- '' where the kind has none
    payee     text   not null,
    amount    bigint not null check (amount <> 0),
    primary key (authority, entry, place)
);
create index posting_stream on posting (authority, stream, entry);

-- Derived: the sum of the postings of each account, for speed. Can be rebuilt from the entries.
create table balance (
    authority text   not null,
    person    text   not null,
    kind      text   not null,
    stream    text   not null,
    payee     text   not null,
    amount    bigint not null check (amount >= 0 or kind in ('funder', 'own_money')),
    primary key (authority, person, kind, stream, payee)
);
create index balance_stream on balance (authority, stream, kind);

-- Whoever can be paid: a provider, a person, or somebody who holds her money.
create table payee (
    authority text not null,
    id        text not null,
    kind      text not null check (kind in ('provider', 'person', 'holder')),
    name      text not null,
    person    text,                    -- whose own account it is, or whose money is held
    provider  text,
    primary key (authority, id)
);
create index payee_person on payee (authority, person);
create unique index payee_provider on payee (authority, provider);
