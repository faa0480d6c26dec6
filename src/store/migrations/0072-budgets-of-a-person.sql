-- The budgets of one person in the order of making and version: without the order in the index
-- every budget of the book would be read for it.
drop index budget_person;
create index budget_person on budget (authority, person, id, version);
