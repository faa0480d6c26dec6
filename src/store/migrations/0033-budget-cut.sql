-- What a change leaves of a budget line: the split it had before any change cut it, and from which day that split
-- counts. Empty: no change cut it.
alter table budget_line add column split_from text;

create table budget_split (
    authority text   not null,
    budget    text   not null,
    version   bigint not null,
    place     bigint not null,         -- of the line
    rank      bigint not null,         -- order within the line
    stream    text   not null,
    amount    bigint not null check (amount > 0),
    primary key (authority, budget, version, place, rank)
);
