-- Who signs in for somebody that holds money: only they change its bank account and account for the money.
-- A provider's own users answer for the provider's payee without a row here.
create table payee_owner (
    authority text not null,
    payee     text not null,
    account   text not null,
    since     text not null,           -- the day
    evidence  text not null,           -- what the worker has seen
    named_by  text not null,           -- account id of the worker
    ended_at  text,                    -- null while it holds
    primary key (authority, payee, account)
);
create index payee_owner_account on payee_owner (authority, account);

-- Whose money a payee holds is asked by the payee.
create index budget_line_holder on budget_line (authority, holder);
create index balance_held on balance (authority, payee) where kind = 'paid_to_holder';
