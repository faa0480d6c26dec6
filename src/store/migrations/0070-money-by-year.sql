-- Each of the council's years (1 April to 31 March) has money of its own: what is left of one is never spent in the next.
-- A year is named by the calendar year it begins in. What was written before years were told apart is all money of the
-- year the book began in, so that what was owed and promised then is paid from where it was promised.
alter table posting add column year bigint not null default 0; -- 0 for own money, which goes on from year to year
update posting set year = (
    select case when substr(min(e.on_date), 6, 2) >= '04'
        then cast(substr(min(e.on_date), 1, 4) as bigint)
        else cast(substr(min(e.on_date), 1, 4) as bigint) - 1 end
    from entry e where e.authority = posting.authority)
where stream <> '';

create table balance_by_year (
    authority text   not null,
    person    text   not null,
    kind      text   not null,
    stream    text   not null,
    payee     text   not null,
    year      bigint not null,
    amount    bigint not null check (amount >= 0 or kind in ('funder', 'own_money')),
    primary key (authority, person, kind, stream, payee, year)
) without rowid;
insert into balance_by_year
    select authority, person, kind, stream, payee, year, sum(amount) from posting
    group by authority, person, kind, stream, payee, year;
drop table balance;
alter table balance_by_year rename to balance;
create index balance_held on balance (authority, payee) where kind = 'paid_to_holder';
create index balance_stream on balance (authority, stream, kind);
