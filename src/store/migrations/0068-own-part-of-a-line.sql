-- What a person adds of her own money to a line of her plan: pence of the price of one unit. The funds pay the rest.
alter table plan_line add column own bigint not null default 0 check (own >= 0);
alter table budget_line add column own bigint not null default 0 check (own >= 0);
