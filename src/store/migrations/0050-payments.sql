-- Where a payee's money goes. A change is a new row; rows are confirmed or retired, never edited otherwise.
create table bank_details (
    authority    text not null,
    id           text not null,
    payee        text not null,
    sort_code    text not null,        -- six digits
    number       text not null,        -- eight digits
    name         text not null,        -- on the account
    status       text not null check (status in ('proposed', 'confirmed', 'retired')),
    changed_by   text not null,        -- account id of the owner
    changed_at   text not null,
    confirmed_by text,                 -- account id of a second person
    confirmed_at text,
    retired_at   text,
    primary key (authority, id)
);
create index bank_details_payee on bank_details (authority, payee);
create index bank_details_status on bank_details (authority, status);

-- The council's own bank account, from which pay runs are paid. The last row counts.
create table council_account (
    authority text   not null,
    seq       bigint not null,
    sort_code text   not null,
    number    text   not null,
    name      text   not null,
    set_by    text   not null,         -- account id, or "system"
    set_at    text   not null,
    primary key (authority, seq)
);

-- The code under which the council's accounts know a stream.
create table ledger_code (
    authority text not null,
    stream    text not null,
    code      text not null,
    primary key (authority, stream)
);

create table pay_run (
    authority   text not null,
    id          text not null,
    status      text not null check (status in ('prepared', 'released', 'in_file', 'closed', 'cancelled')),
    pay_on      text not null,
    sort_code   text not null,         -- the council's account as it was
    number      text not null,
    name        text not null,
    prepared_by text not null,         -- account id
    prepared_at text not null,
    released_by text,
    released_at text,
    primary key (authority, id)
);
-- At most one run waits for its release.
create unique index pay_run_waiting on pay_run (authority) where status = 'prepared';

create table payment (
    authority    text   not null,
    run          text   not null,
    place        bigint not null,
    id           text   not null,
    payee        text   not null,
    payee_name   text   not null,
    status       text   not null check (status in
        ('prepared', 'stopped', 'released', 'in_file', 'settled', 'returned')),
    stopped      text,                 -- why
    details      text,                 -- bank_details id
    fingerprint  text   not null,      -- of the details, at preparation
    sort_code    text,
    number       text,
    name         text,
    end_to_end   text   not null,      -- the bank's reference, unique for ever
    primary key (authority, id)
);
create index payment_run on payment (authority, run, place);
create unique index payment_end_to_end on payment (authority, end_to_end);

create table payment_line (
    authority     text   not null,
    payment       text   not null,
    place         bigint not null,
    person        text   not null,
    stream        text   not null,
    about         text   not null,     -- delivery id, or the key of an instalment
    service_from  text   not null,
    service_until text   not null,     -- not included
    amount        bigint not null check (amount > 0),
    attempt       bigint not null,
    stopped       text,
    primary key (authority, payment, place)
);
create index payment_line_about on payment_line (authority, about);

-- What was released for payment once: the natural identity of a sum. Unique for ever.
create table paid_once (
    authority text not null,
    key       text not null,           -- about/stream/payee/attempt
    payment   text not null,
    primary key (authority, key)
);

-- The file of a released run, as it was handed to the bank.
create table bank_file (
    authority text not null,
    run       text not null,
    name      text not null,
    digest    text not null,
    bytes     text not null,
    primary key (authority, run)
);
