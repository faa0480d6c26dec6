-- Looks are numbered without a gap and each carries the digest of the one before, so that one that was taken away
-- or changed shows. Lines of before this migration have none.
alter table look add column seq bigint;
alter table look add column hash text;
create unique index look_seq on look (authority, seq);

-- The end of the chain of looks.
create table look_head (
    authority text   not null,
    seq       bigint not null,
    hash      text   not null,
    primary key (authority)
);
