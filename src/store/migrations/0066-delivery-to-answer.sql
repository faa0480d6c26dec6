-- What she has to answer is found among her own deliveries. By its status alone the engine walked every delivery of the
-- book that waited for an answer: two thirds of the work of a budget page.
drop index delivery_person;
create index delivery_person on delivery (authority, person, status, reported_on, id);
