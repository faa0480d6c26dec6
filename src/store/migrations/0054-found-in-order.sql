-- An index that ends with the order it is read in. Without that the engine may walk the whole table in that order
-- and leave the index alone: every page asked for every relationship of the book.
drop index relationship_helper;
create index relationship_helper on relationship (authority, helper, id);
drop index account_person;
create index account_person on account (authority, person, id);
drop index payee_person;
create index payee_person on payee (authority, person, id);
-- A person's entries are asked for by day too: what stands when a day ends is what stands now less what is dated later.
drop index entry_person;
create index entry_person on entry (authority, person, on_date);
create index entry_kept_back on entry (authority, person)
    where kind in ('net_contribution', 'net_contribution_undone', 'reversal');
-- Few entries take another back.
drop index entry_reverses;
create index entry_reverses on entry (authority, reverses) where reverses is not null;
-- Her latest orders first.
drop index purchase_person;
create index purchase_person on purchase (authority, person, placed_on, id);
