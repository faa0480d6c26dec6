-- Instalments that fell due, each once.
create table instalment (
    authority   text   not null,
    key         text   not null,       -- line and first day of its four weeks
    person      text   not null,
    budget      text   not null,
    line        text   not null,
    holder      text   not null,       -- payee
    due         text   not null,
    covers_from text   not null,
    covers_until text  not null,       -- not included
    gross       bigint not null,
    share       bigint not null,       -- her contribution, taken off
    made_on     text   not null,
    primary key (authority, key)
);
create index instalment_person on instalment (authority, person);
create index instalment_made on instalment (authority, made_on);

-- Contributions the council asks for (gross), each period once. A correction may be below nought.
create table invoice (
    authority  text   not null,
    id         text   not null,
    key        text   not null,        -- budget, stream and first day: unique for ever
    person     text   not null,
    budget     text   not null,
    stream     text   not null,
    reference  text   not null,        -- what the payer writes: "WE-00042-03"
    from_date  text   not null,
    until_date text   not null,        -- not included
    for_period bigint not null,        -- what the period itself comes to
    correction bigint not null,        -- of earlier periods
    issued_on  text   not null,
    primary key (authority, id),
    unique (authority, key),
    unique (authority, reference)
);
create index invoice_person on invoice (authority, person);

-- Who was reminded of a report that nobody answered.
create table reminder (
    authority text not null,
    delivery  text not null,
    who       text not null check (who in ('person', 'worker')),
    on_date   text not null,
    primary key (authority, delivery, who)
);

-- Dated work that could not be done and why; written over each day, gone when it is done.
create table due_exception (
    authority text not null,
    about     text not null,           -- what: an instalment's key, a budget
    person    text not null,
    since     text not null,
    message   text not null,
    primary key (authority, about)
);
