-- The journal of acts: everything anybody did, in order, never changed. Each line carries the digest of
-- the line before, so that a changed or missing line shows.
create table act (
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
);
create index act_person on act (authority, person, seq);

-- Answers to requests already carried out: a form sent twice is one act.
create table request (
    authority   text not null,
    id          text not null,   -- issued with the form
    fingerprint text not null,   -- digest of what was sent
    answer      text not null,   -- id of the thing made, or ""
    at          text not null,
    primary key (authority, id)
);

-- Who looked at whose record: one line per actor, person, purpose and quarter of an hour.
create table look (
    authority   text not null,
    person      text not null,
    actor       text not null,
    actor_name  text not null,
    relation    text not null,
    purpose     text not null,
    quarter     text not null,   -- start of the quarter of an hour, UTC
    at          text not null,
    primary key (authority, person, actor, purpose, quarter)
);
