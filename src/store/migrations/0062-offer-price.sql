-- The prices of an offer after its first, each from a day on. An order keeps the price of the day on
-- which it was placed.
create table offer_price (
    authority text   not null,
    offer     text   not null,
    from_date text   not null,                       -- the first day it holds
    price     bigint not null check (price > 0),     -- pence for one unit, all in
    primary key (authority, offer, from_date)
);
