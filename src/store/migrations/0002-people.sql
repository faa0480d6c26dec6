-- Natural persons who sign in. Passwords, codes and sessions stand in tables of their own.
create table account (
    authority text not null,
    id        text not null,
    name      text not null,           -- of the natural person
    kind      text not null check (kind in ('person', 'helper', 'staff', 'provider')),
    state     text not null check (state in ('open', 'closed')),
    person    text,                    -- the record that is this account's own
    staff     text,
    provider  text,
    made_at   text not null,
    primary key (authority, id)
);
create index account_person on account (authority, person);

-- People who work for the council or for the owner of a stream.
create table staff (
    authority text not null,
    id        text not null,
    name      text not null,
    team      text not null,
    roles     text not null,           -- codes parted by ';'
    stream    text,                    -- of a stream owner's staff
    sign_off_weekly   bigint not null, -- may agree a plan up to this many pence a week
    sign_off_variance bigint not null, -- and this many percent over the indicative sum
    primary key (authority, id)
);

-- The people whose budgets are kept. Asked once; nothing a rule does not need.
create table person (
    authority    text not null,
    id           text not null,
    name         text not null,
    born         text not null,
    client_group text not null check (client_group in
        ('older_people', 'learning_disability', 'mental_health', 'physical_or_sensory_impairment')),
    address      text not null,
    place        text not null,        -- town or district, for finding support near by
    telephone    text not null,
    format       text not null check (format in ('standard', 'easy_read', 'large_print', 'audio', 'braille')),
    language     text not null,
    worker       text,                 -- staff id of the named worker
    first_contact text not null,       -- date
    died_on      text,
    moved_on     text,
    package      text not null,        -- id of the policy package that holds for this record
    reference    text not null,        -- neutral, for funders and banks: "WB-00042"
    primary key (authority, id)
);
create unique index person_reference on person (authority, reference);
create index person_worker on person (authority, worker);

-- Who helps or acts for a person, and what for.
create table relationship (
    authority  text not null,
    id         text not null,
    person     text not null,
    helper     text not null,          -- account id
    kind       text not null,          -- family, friend, broker, user_led_organisation, nominee, appointee, attorney, deputy
    scopes     text not null,          -- codes parted by ';': see, answer, plan, order, money
    from_date  text not null,
    until_date text,                   -- not included
    agreed_by  text not null,          -- "Ann Ashe" or the evidence the council saw
    recorded_by text not null,         -- account id
    revoked_at text,
    primary key (authority, id)
);
create index relationship_helper on relationship (authority, helper);
create index relationship_person on relationship (authority, person);

-- Every step from first contact to review is a dated fact, so that take-up, waits and cost by group can be
-- computed. Written by the journeys, never changed.
create table step (
    authority text   not null,
    person    text   not null,
    seq       bigint not null,         -- 1, 2, 3 within the person
    name      text   not null,         -- first_contact, assessment_started, assessment_sent, answers_checked, ...
    on_date   text   not null,
    stream    text,
    about     text,                    -- id of the thing
    by        text   not null,         -- account id or "system"
    primary key (authority, person, seq)
);
