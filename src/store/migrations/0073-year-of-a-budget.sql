-- Whose year's money a budget is was found by way of its awards and their postings, at every order and on every budget page.
-- It stands with the budget now and is the same in all its versions.
alter table budget add column year bigint not null default 0;
update budget set year = coalesce(
    (select p.year from entry e join posting p on p.authority = e.authority and p.entry = e.id
        where e.authority = budget.authority and e.about = budget.id and e.kind = 'award' limit 1),
    (select case when substr(f.from_date, 6, 2) >= '04'
        then cast(substr(f.from_date, 1, 4) as bigint)
        else cast(substr(f.from_date, 1, 4) as bigint) - 1 end
        from budget f where f.authority = budget.authority and f.id = budget.id order by f.version desc limit 1));
