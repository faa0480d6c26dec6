-- Who sells support.
create table provider (
    authority       text not null,
    id              text not null,
    sector          text not null,
    name            text not null,
    what_they_do    text not null,
    places          text not null,     -- parted by ';'
    languages       text not null,
    accepts         text not null,
    details_checked text not null,
    is_open         bigint not null,
    primary key (authority, id)
);

create table offer (
    authority    text not null,
    id           text not null,
    provider     text not null,
    what         text not null,
    purpose      text not null,
    spending     text not null,
    unit         text not null,
    price        bigint not null check (price > 0),  -- pence for one unit, all in
    from_date    text not null,
    until_date   text,
    cancellation text not null,
    primary key (authority, id)
);
create index offer_provider on offer (authority, provider);

-- Orders people placed. The price never moves after that.
create table purchase (
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
);
create index purchase_person on purchase (authority, person);
create index purchase_provider on purchase (authority, provider, status);

-- What providers report they did, and what the person answered.
create table delivery (
    authority   text   not null,
    id          text   not null,
    purchase    text   not null,
    provider    text   not null,
    person      text   not null,
    on_date     text   not null,
    reported_on text   not null,
    quantity    bigint not null check (quantity > 0),
    amount      bigint not null check (amount > 0),
    note        text   not null,
    answer      text   not null,
    status      text   not null,
    primary key (authority, id)
);
create index delivery_purchase on delivery (authority, purchase);
create index delivery_status on delivery (authority, status, reported_on);
create index delivery_person on delivery (authority, person);
