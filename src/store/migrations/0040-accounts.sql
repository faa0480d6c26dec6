-- What an account signs in with. No row: its owner has not chosen yet, or a new paper code ended it.
create table credential (
    authority     text not null,
    account       text not null,
    user_name     text not null,       -- in small letters
    password_hash text not null,       -- argon2id, with its salt and costs
    set_at        text not null,
    primary key (authority, account)
);
create unique index credential_name on credential (authority, user_name);

-- Codes on paper an account begins with. Only the newest of an account works.
create table paper_code (
    authority text not null,
    hash      text not null,           -- keyed digest of the letters
    account   text not null,
    made_at   text not null,
    until_at  text not null,           -- not included
    used_at   text,                    -- when it opened the account, or when a newer one ended it
    primary key (authority, hash)
);
create index paper_code_account on paper_code (authority, account);

-- Browsers that are signed in.
create table session (
    authority  text not null,
    token_hash text not null,          -- keyed digest of what the browser holds
    account    text not null,
    started_at text not null,
    seen_at    text not null,          -- of the last page, to the minute
    primary key (authority, token_hash)
);
create index session_account on session (authority, account);

-- Wrong guesses of the last minutes, by the digest of the name that was typed; known or not.
create table wrong_guess (
    authority text not null,
    name_hash text not null,
    at        text not null
);
create index wrong_guess_name on wrong_guess (authority, name_hash);
