-- "I am not sure", "ask someone to help me" and "I disagree": each has a worker and a day of reply.
create table question_case (
    authority     text not null,
    id            text not null,
    person        text not null,
    ask           text not null check (ask in ('not_sure', 'help', 'disagree')),
    about         text not null,       -- "question:washing", "sum:adult_social_care"
    own_words     text not null,
    asked_on      text not null,
    asked_by      text not null,       -- account id
    asked_by_name text not null,       -- as it stood then
    worker        text not null,       -- staff id of who replies
    reply_by      text not null,
    reply         text,
    replied_on    text,
    replied_by    text,                -- name
    primary key (authority, id)
);
create index question_case_person on question_case (authority, person);
create index question_case_worker on question_case (authority, worker, reply_by);

-- Reviews: set ahead, then held. A person has at most one that is not held yet.
create table review (
    authority text   not null,
    person    text   not null,
    seq       bigint not null,         -- 1, 2, 3 within the person
    kind      text   not null check (kind in ('light', 'full')),
    due_on    text   not null,
    held_on   text,
    outcome   text check (outcome in ('stays', 'plan_changes', 'assess_again', 'support_ends')),
    notes     text   not null,         -- what was found, for the person to read
    held_by   text,                    -- name
    primary key (authority, person, seq)
);
create index review_due on review (authority, due_on);
