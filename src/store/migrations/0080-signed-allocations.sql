-- The keys the council signs allocations with. The newest is in use; an older one keeps its public half for good, so that
-- what it signed can be checked, and loses its seed, so that nothing more can be signed with it.
create table signing_key (
    authority  text   not null,
    number     bigint not null,      -- 1, 2, 3 ... in the order they were made
    public_key text   not null,      -- 64 hexadecimal digits, published
    seed       text,                 -- 64 hexadecimal digits, never leaves the book; null once another took its place
    from_on    text,                 -- first day it signed; null: since the book began
    until_on   text,                 -- not included; null: in use
    primary key (authority, number)
);

-- The rules allocations were made with, byte for byte, once for each fingerprint: they can be checked when the folder of
-- the rules is long another.
create table kept_package (
    authority   text not null,
    fingerprint text not null,       -- the digest of all its files
    package     text not null,       -- its id
    files       text not null,       -- JSON: file name and content
    primary key (authority, fingerprint)
);

-- What a person was told about her money, as the signed text she can take away. It holds her answers. Never changed.
create table allocation (
    authority   text   not null,
    person      text   not null,
    number      bigint not null,     -- of hers: 1, 2, 3 ...
    assessment  text   not null,
    issue       text   not null,     -- worked_out, decided
    issued_on   text   not null,
    rules_on    text   not null,     -- the day whose figures count
    package     text   not null,     -- id of the rules
    fingerprint text   not null,     -- of kept_package
    signed_with text   not null,     -- the public key
    signature   text   not null,
    payload     text   not null,     -- the text that is signed, docs/formats/signed-allocation.md
    primary key (authority, person, number)
);
