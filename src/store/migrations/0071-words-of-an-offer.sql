-- The words of an offer can be written anew. What is in it, and where and in which languages when that differs from what
-- its provider says of itself, are words of the offer too. An order keeps the words it was made with.
alter table offer add column included text not null default '';   -- what the price includes
alter table offer add column places text not null default '';     -- parted by ';', empty: those of the provider
alter table offer add column languages text not null default '';  -- parted by ';', empty: those of the provider
alter table offer add column words_from text;                     -- the day the words were last changed; null: never
alter table purchase add column included text not null default '';
alter table purchase add column cancellation text not null default '';
alter table purchase add column places text not null default '';
alter table purchase add column languages text not null default '';
update purchase set
    cancellation = coalesce((select o.cancellation from offer o where o.authority = purchase.authority and o.id = purchase.offer), ''),
    places = coalesce((select p.places from provider p where p.authority = purchase.authority and p.id = purchase.provider), ''),
    languages = coalesce((select p.languages from provider p where p.authority = purchase.authority and p.id = purchase.provider), '');

-- The words of an offer as they were before each change.
create table offer_words (
    authority    text   not null,
    offer        text   not null,
    seq          bigint not null,      -- 1, 2, 3 within the offer
    replaced_on  text   not null,      -- the day on which other words took their place
    replaced_by  text   not null,      -- account id
    what         text   not null,
    included     text   not null,
    cancellation text   not null,
    places       text   not null,
    languages    text   not null,
    primary key (authority, offer, seq)
);
