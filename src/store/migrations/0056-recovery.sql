-- The code with which its owner alone comes back into an account. A new one takes the place of the old.
create table recovery_code (
    authority text not null,
    account   text not null,
    hash      text not null,           -- keyed digest of the letters
    user_name text not null,           -- to sign in with, also after a paper ended the password
    made_at   text not null,
    primary key (authority, account)
);
create unique index recovery_code_hash on recovery_code (authority, hash);

-- A code on paper for an account that was in use before does nothing without its second part, which
-- another member of staff gives after asking who she is.
alter table paper_code add column made_by text;          -- account id of who printed it; null: of old
alter table paper_code add column needs_second bigint not null default 0;  -- 1 for yes
alter table paper_code add column second_hash text;      -- keyed digest of the second part
alter table paper_code add column second_by text;        -- account id of who gave it
