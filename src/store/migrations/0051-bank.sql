-- Bank statement files that were taken in, each once.
create table bank_import (
    authority   text   not null,
    digest      text   not null,       -- of the bytes
    seq         bigint not null,
    statement   text   not null,       -- the bank's ids, parted by ', '
    records     bigint not null,       -- read and kept
    lines       bigint not null,       -- movements of ours that were new
    imported_by text   not null,
    imported_at text   not null,
    bytes       text   not null,
    primary key (authority, digest)
);

-- Booked movements on the council's account. Kept whether matched or not.
create table bank_line (
    authority   text   not null,
    id          text   not null,
    seq         bigint not null,
    import      text   not null,       -- digest
    statement   text   not null,
    entry       bigint not null,
    detail      bigint not null,
    booked      text   not null,
    direction   text   not null check (direction in ('out', 'in')),
    is_reversal bigint not null,
    amount      bigint not null check (amount > 0),
    end_to_end  text   not null,
    batch       text   not null,
    members     text   not null,       -- one in a line
    refs        text   not null,       -- one in a line
    party       text   not null,
    reason      text   not null,       -- the bank's code of a return
    primary key (authority, id)
);
create index bank_line_seq on bank_line (authority, seq);

-- What a movement was found to be. A wrong match is undone, not taken away.
create table bank_match (
    authority   text   not null,
    id          bigint not null,       -- 1, 2, 3
    line        text   not null,
    kind        text   not null check (kind in ('settles', 'returns', 'contribution', 'unspent_money')),
    reason      text   not null,
    accepted_by text   not null,
    accepted_at text   not null,
    undone_by   text,
    undone_at   text,
    primary key (authority, id)
);
create unique index bank_match_line on bank_match (authority, line) where undone_at is null;

create table bank_match_part (
    authority text   not null,
    match     bigint not null,
    place     bigint not null,
    payment   text,
    before    text,                    -- status of the payment before
    about     text   not null,         -- of a sum we waited for
    amount    bigint not null,
    primary key (authority, match, place)
);
create index bank_match_payment on bank_match_part (authority, payment);
