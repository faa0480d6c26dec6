-- A nominee takes a direct payment on the person's behalf, into an account of the nominee's own: a payee that stands on
-- the relationship the council recorded. From the day it ended nothing more is paid to it.
alter table payee add column relationship text;   -- null: nobody's nominee
alter table payee add column ended_on text;       -- of a nominee: the first day on which it may not be paid
create unique index payee_relationship on payee (authority, relationship);
