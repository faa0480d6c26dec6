-- Every version a policy package ever had. Rows are added and never changed: what is in force on a day is the row with
-- the latest from_on not after it, of those published by the moment asked for.
create table package_version (
    authority    text   not null,
    package      text   not null,     -- its id
    number       bigint not null,     -- 1, 2, 3 ... of the package, in the order they became known
    from_on      text   not null,     -- first day in force; 0001-01-01: since before versions were counted
    published_at text   not null,     -- the moment it became known
    published_on text   not null,     -- the council's day of it
    fingerprint  text   not null,     -- of kept_package
    draft        text,                -- package_draft it was; null: it came with Onepurse
    proposed_by  text,                -- account; null: it came with Onepurse
    proposed_at  text,
    published_by text,                -- account, another than proposed_by; null: it came with Onepurse
    reason       text   not null,     -- in plain words, for everybody to read; empty: it came with Onepurse
    primary key (authority, package, number)
);

-- Each text of a package that was found on disk: it came with Onepurse, or was put there by whoever runs it. Rows are
-- added and never changed.
create table installed_package (
    authority   text   not null,
    package     text   not null,
    number      bigint not null,      -- 1, 2, 3 ... of the package
    fingerprint text   not null,      -- of kept_package
    found_on    text   not null,      -- the council's day
    found_at    text   not null,
    primary key (authority, package, number)
);

-- A change of rules being written. Its row says how far it has come; what was saved and decided stands beside it.
create table package_draft (
    authority            text   not null,
    id                   text   not null,
    package              text   not null,
    title                text   not null,
    state                text   not null, -- open, proposed, sent_back, published, discarded
    based_on             bigint not null, -- package_version it was begun from; 0: rules installed and not in force
    based_on_fingerprint text   not null, -- of kept_package
    newest_seen          bigint not null, -- the newest package_version when it was begun or brought up to date
    revision             bigint not null, -- the newest of draft_revision
    started_by           text   not null, -- account
    started_on           text   not null,
    saved_by             text   not null, -- account, of the newest revision
    saved_at             text   not null,
    proposed_by          text,            -- account, of the newest proposal
    proposed_at          text,
    from_on              text,            -- first day in force, as proposed
    reason               text   not null, -- of the proposal
    sent_back_reason     text   not null, -- what had to be different when it was last sent back
    closed_by            text,            -- account that published or discarded it
    became               bigint,          -- package_version it became
    primary key (authority, id)
);

-- Each state a draft was saved in. Rows are added and never changed.
create table draft_revision (
    authority   text   not null,
    draft       text   not null,
    number      bigint not null,      -- 1, 2, 3 ... of the draft
    saved_by    text   not null,      -- account
    saved_at    text   not null,
    fingerprint text   not null,      -- of all its files
    files       text   not null,      -- JSON: file name and digest of its content
    primary key (authority, draft, number)
);

-- The content of a draft's files, once for each digest: saving one table again keeps that table alone.
create table draft_file (
    authority text not null,
    digest    text not null,          -- of the content, 64 hexadecimal digits
    content   text not null,
    primary key (authority, digest)
);

-- What was decided about a draft. Rows are added and never changed.
create table draft_act (
    authority text   not null,
    draft     text   not null,
    number    bigint not null,        -- 1, 2, 3 ... of the draft
    what      text   not null,        -- propose, take_back, send_back, publish, discard
    revision  bigint not null,        -- it was about
    from_on   text,                   -- of a proposal
    reason    text   not null,
    by_whom   text   not null,        -- account
    by_name   text   not null,        -- as it was called then
    at        text   not null,
    primary key (authority, draft, number)
);
