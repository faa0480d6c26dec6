-- One assessment of one person under one policy package, from its first answer to its decisions.
create table assessment (
    authority   text not null,
    id          text not null,
    person      text not null,
    package     text not null,         -- id of the policy package it was begun under
    status      text not null check (status in ('started', 'sent', 'checked', 'decided')),
    started_on  text not null,
    sent_on     text,
    checked_on  text,
    decided_on  text,
    started_by  text not null,         -- account id
    channel     text not null check (channel in ('page', 'paper', 'telephone')), -- how it was begun
    primary key (authority, id)
);
create index assessment_person on assessment (authority, person);

-- Answers, each as it was given; a new answer stands after the old one, the last of a voice counts.
create table answer (
    authority  text   not null,
    assessment text   not null,
    seq        bigint not null,        -- 1, 2, 3 within the assessment
    question   text   not null,        -- id in the questionnaire
    voice      text   not null check (voice in ('person', 'person_through_helper', 'helper', 'worker')),
    value      text   not null,        -- as the questionnaire reads it; '' when only "not sure" was said
    not_sure   bigint not null,        -- 1: "I am not sure"
    by_account text   not null,
    by_name    text   not null,        -- as it stood then: "Jo Field"
    for_name   text   not null,        -- whose answers they are: "Ann Ashe"
    channel    text   not null check (channel in ('page', 'paper', 'telephone')),
    at         text   not null,
    primary key (authority, assessment, seq)
);

-- What the council and the owners of streams said about a person and a stream. Added, never changed.
create table stream_decision (
    authority  text   not null,
    person     text   not null,
    seq        bigint not null,        -- 1, 2, 3 within the person
    id         text   not null,
    stream     text   not null,
    stage      text   not null check (stage in ('indicative', 'proposed', 'agreed')),
    eligible   bigint not null,
    weekly     bigint,                 -- pence a week
    one_off    bigint,                 -- pence once
    on_date    text   not null,
    decided_by text   not null,        -- a name
    reason     text   not null,
    assessment text,
    primary key (authority, person, seq)
);
create unique index stream_decision_id on stream_decision (authority, id);
create index stream_decision_stream on stream_decision (authority, stream, stage);

-- A request to the owner of a stream to decide about one person. The owner sees what the decision needs.
create table referral (
    authority   text not null,
    id          text not null,
    person      text not null,
    stream      text not null,
    assessment  text not null,
    asked_on    text not null,
    asked_by    text not null,         -- name of the worker
    reply_by    text not null,         -- day by which an answer is asked for
    note        text not null,         -- what the worker tells the owner
    answered_on text,
    decision    text,                  -- id of the agreed decision, also of a refusal
    primary key (authority, id)
);
create index referral_stream on referral (authority, stream, asked_on);
create index referral_person on referral (authority, person);
