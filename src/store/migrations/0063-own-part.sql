-- What a person adds of her own money to an order that costs more than the public money pays.
create table purchase_own (
    authority text   not null,
    purchase  text   not null,
    amount    bigint not null check (amount > 0),    -- pence of the whole order
    primary key (authority, purchase)
);
