-- Support plans: drafts are written over until they are sent; from then on each change of status is an act.
create table plan (
    authority  text not null,
    id         text not null,
    person     text not null,
    from_date  text not null,
    until_date text not null,
    status     text not null,
    reasons    text not null,          -- of the last answer by a worker
    primary key (authority, id)
);
create index plan_person on plan (authority, person);

create table plan_outcome (
    authority text   not null,
    plan      text   not null,
    place     bigint not null,
    words     text   not null,
    primary key (authority, plan, place)
);

-- The lines of a plan, and of the budget agreed from it (budget_line names which).
create table plan_line (
    authority  text   not null,
    id         text   not null,
    plan       text   not null,
    place      bigint not null,
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
    primary key (authority, id)
);
create index plan_line_plan on plan_line (authority, plan, place);

-- Budgets in force and past. A change makes the budget's next version; nothing is edited.
create table budget (
    authority  text   not null,
    id         text   not null,
    version    bigint not null,
    person     text   not null,
    plan       text   not null,
    from_date  text   not null,
    until_date text   not null,
    made_on    text   not null,
    why        text   not null,
    primary key (authority, id, version)
);
create index budget_person on budget (authority, person);

create table budget_line (
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
    primary key (authority, budget, version, place)
);

-- Which stream pays how much of a budget line.
create table budget_portion (
    authority text   not null,
    budget    text   not null,
    version   bigint not null,
    place     bigint not null,         -- of the line
    rank      bigint not null,         -- order within the line
    stream    text   not null,
    amount    bigint not null check (amount > 0),
    primary key (authority, budget, version, place, rank)
);

-- What a person pays towards her support herself, from a date.
create table contribution_term (
    authority  text   not null,
    person     text   not null,
    stream     text   not null,
    from_date  text   not null,
    until_date text,
    weekly     bigint not null,
    collected  text   not null check (collected in ('net', 'gross')),
    set_on     text   not null,        -- terms set later replace earlier ones from their first day
    set_seq    bigint not null,
    by         text   not null,
    why        text   not null,
    primary key (authority, person, stream, set_seq)
);
