-- A record can also be closed because the person no longer wants or needs support.
alter table person add column ended_on text;

-- The duty worker answers for records that have no named worker: 1 for yes.
alter table staff add column is_duty bigint not null default 0;

-- Somebody asked for help and waits for a worker. No account is needed to ask.
create table contact (
    authority    text not null,
    id           text not null,
    name         text not null,
    reach        text not null,        -- telephone, address or e-mail, as she wrote it
    own_words    text not null,        -- what she asks for, in her own words
    format       text not null,        -- code of the format wanted
    channel      text not null check (channel in ('page', 'telephone', 'paper')),
    on_date      text not null,        -- the day of the first contact
    at           text not null,        -- UTC, when it was recorded
    person       text,                 -- the record that was started from it
    closed_why   text,                 -- why no record was started; null while it waits
    primary key (authority, id)
);
create index contact_waiting on contact (authority, on_date);
