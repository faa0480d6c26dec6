-- The rows of these tables are found by their key and read together: a person's balances and decisions, the lines of a
-- budget, the postings of an entry. Kept in the order of the key they lie side by side in one tree; before, each row was
-- found in a tree of keys and then fetched from a second tree. A write touches one tree the less.

create table clustered_balance (
    authority text   not null,
    person    text   not null,
    kind      text   not null,
    stream    text   not null,
    payee     text   not null,
    amount    bigint not null check (amount >= 0 or kind in ('funder', 'own_money')),
    primary key (authority, person, kind, stream, payee)
) without rowid;
insert into clustered_balance select * from balance order by authority, person, kind, stream, payee;
drop table balance;
alter table clustered_balance rename to balance;
create index balance_held on balance (authority, payee) where kind = 'paid_to_holder';
create index balance_stream on balance (authority, stream, kind);

create table clustered_posting (
    authority text   not null,
    entry     text   not null,
    place     bigint not null,         -- 0, 1, 2 within the entry
    kind      text   not null,
    stream    text   not null,         -- '' for own money
    person    text   not null,         -- '' where the kind has none
    payee     text   not null,
    amount    bigint not null check (amount <> 0),
    primary key (authority, entry, place)
) without rowid;
insert into clustered_posting select * from posting order by authority, entry, place;
drop table posting;
alter table clustered_posting rename to posting;
create index posting_stream on posting (authority, stream, entry);

create table clustered_purchase (
    authority text   not null,
    id        text   not null,
    person    text   not null,
    offer     text   not null,
    provider  text   not null,
    line      text,
    what      text   not null,
    purpose   text   not null,
    spending  text   not null,
    unit      text   not null,
    quantity  bigint not null check (quantity > 0),
    price     bigint not null check (price > 0),
    from_date text   not null,
    until_date text  not null,
    placed_on text   not null,
    note      text   not null,
    status    text   not null,
    primary key (authority, id)
) without rowid;
insert into clustered_purchase select * from purchase order by authority, id;
drop table purchase;
alter table clustered_purchase rename to purchase;
create index purchase_person on purchase (authority, person, placed_on, id);
create index purchase_provider on purchase (authority, provider, status);

create table clustered_request (
    authority   text not null,
    id          text not null,   -- issued with the form
    fingerprint text not null,   -- digest of what was sent
    answer      text not null,   -- id of the thing made, or ""
    at          text not null,
    primary key (authority, id)
) without rowid;
insert into clustered_request select * from request order by authority, id;
drop table request;
alter table clustered_request rename to request;

create table clustered_stream_decision (
    authority  text   not null,
    person     text   not null,
    seq        bigint not null,        -- 1, 2, 3 within the person
    id         text   not null,
    stream     text   not null,
    stage      text   not null check (stage in ('indicative', 'proposed', 'agreed')),
    eligible   bigint not null,
    weekly     bigint,                 -- pence a week
    one_off    bigint,                 -- pence once
    on_date    text   not null,
    decided_by text   not null,        -- a name
    reason     text   not null,
    assessment text,
    primary key (authority, person, seq)
) without rowid;
insert into clustered_stream_decision select * from stream_decision order by authority, person, seq;
drop table stream_decision;
alter table clustered_stream_decision rename to stream_decision;
create unique index stream_decision_id on stream_decision (authority, id);
create index stream_decision_stream on stream_decision (authority, stream, stage);

create table clustered_budget_line (
    authority  text   not null,
    budget     text   not null,
    version    bigint not null,
    place      bigint not null,
    id         text   not null,        -- plan line id
    outcome    bigint,
    what       text   not null,
    provider   text,
    offer      text,
    purpose    text   not null,
    spending   text   not null,
    unit       text   not null,
    every      text   not null,
    times      bigint not null,
    price      bigint not null,
    from_date  text   not null,
    until_date text   not null,
    anchor     text   not null,
    holding    text   not null,
    holder     text,
    split_from text,
    primary key (authority, budget, version, place)
) without rowid;
insert into clustered_budget_line select * from budget_line order by authority, budget, version, place;
drop table budget_line;
alter table clustered_budget_line rename to budget_line;
create index budget_line_holder on budget_line (authority, holder);

create table clustered_budget_portion (
    authority text   not null,
    budget    text   not null,
    version   bigint not null,
    place     bigint not null,         -- of the line
    rank      bigint not null,         -- order within the line
    stream    text   not null,
    amount    bigint not null check (amount > 0),
    primary key (authority, budget, version, place, rank)
) without rowid;
insert into clustered_budget_portion select * from budget_portion order by authority, budget, version, place, rank;
drop table budget_portion;
alter table clustered_budget_portion rename to budget_portion;

create table clustered_budget_split (
    authority text   not null,
    budget    text   not null,
    version   bigint not null,
    place     bigint not null,         -- of the line
    rank      bigint not null,         -- order within the line
    stream    text   not null,
    amount    bigint not null check (amount > 0),
    primary key (authority, budget, version, place, rank)
) without rowid;
insert into clustered_budget_split select * from budget_split order by authority, budget, version, place, rank;
drop table budget_split;
alter table clustered_budget_split rename to budget_split;

create table clustered_account (
    authority text not null,
    id        text not null,
    name      text not null,           -- of the natural person
    kind      text not null check (kind in ('person', 'helper', 'staff', 'provider')),
    state     text not null check (state in ('open', 'closed')),
    person    text,                    -- the record that is this account's own
    staff     text,
    provider  text,
    made_at   text not null,
    primary key (authority, id)
) without rowid;
insert into clustered_account select * from account order by authority, id;
drop table account;
alter table clustered_account rename to account;
create index account_person on account (authority, person, id);

create table clustered_person (
    authority    text not null,
    id           text not null,
    name         text not null,
    born         text not null,
    client_group text not null check (client_group in
        ('older_people', 'learning_disability', 'mental_health', 'physical_or_sensory_impairment')),
    address      text not null,
    place        text not null,        -- town or district, for finding support near by
    telephone    text not null,
    format       text not null check (format in ('standard', 'easy_read', 'large_print', 'audio', 'braille')),
    language     text not null,
    worker       text,                 -- staff id of the named worker
    first_contact text not null,       -- date
    died_on      text,
    moved_on     text,
    package      text not null,        -- id of the policy package that holds for this record
    reference    text not null,        -- neutral, for funders and banks: "WB-00042"
    ended_on     text,
    primary key (authority, id)
) without rowid;
insert into clustered_person select * from person order by authority, id;
drop table person;
alter table clustered_person rename to person;
create unique index person_reference on person (authority, reference);
create index person_worker on person (authority, worker);
