-- Acts and entries are written one after the other for ever, and were kept in a tree of rows beside a tree of their
-- numbers. In the order of their numbers one tree does for both: every act and every entry writes to one tree the less.

create table ordered_act (
    authority   text   not null,  -- whose book
    seq         bigint not null,  -- 1, 2, 3 ... without a gap
    id          text   not null,
    at          text   not null,  -- UTC, when it was recorded
    on_date     text   not null,  -- the council's day it counts for
    actor       text   not null,  -- account id, or "system"
    actor_name  text   not null,  -- as it stood then
    relation    text   not null,  -- in what capacity: "self", "helper:rel_...", "worker", "finance" ...
    name        text   not null,  -- what was done: "buy_support", "confirm_delivery" ...
    person      text,             -- whose record, if one
    about       text,             -- id of the thing it made or changed
    detail      text   not null,  -- plain words, no health data
    previous    text   not null,  -- digest of the line before; 64 noughts for the first
    hash        text   not null,  -- digest of this line
    primary key (authority, seq)
) without rowid;
insert into ordered_act select * from act order by authority, seq;
drop table act;
alter table ordered_act rename to act;
create index act_person on act (authority, person, seq);

create table ordered_entry (
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
    primary key (authority, seq),
    unique (authority, id),
    unique (authority, cause)
) without rowid;
insert into ordered_entry select * from entry order by authority, seq;
drop table entry;
alter table ordered_entry rename to entry;
create index entry_about on entry (authority, about);
create index entry_person on entry (authority, person, on_date);
create index entry_kept_back on entry (authority, person)
    where kind in ('net_contribution', 'net_contribution_undone', 'reversal');
create index entry_reverses on entry (authority, reverses) where reverses is not null;
