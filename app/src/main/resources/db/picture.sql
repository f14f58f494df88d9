-- The Picture: everything derived. Created by clew_engine in the schema that replaces :schema (picture, or picture_next when it
-- is built beside), filled, indexed, then swapped by renaming the schema. Never migrated: a change here is a rebuild.

create schema :schema;

-- The standard shape of each record's version in force.
create table :schema.record (
    record_id     uuid primary key,
    version_no    bigint not null,
    class_id      int    not null,
    agency_id     int    not null,
    shape         text   not null,
    role          text   not null,
    body          jsonb  not null,                    -- the standard record
    occurred_from date,                               -- the earliest and the latest day it can have been
    occurred_to   date,
    known_from    date,
    received_at   timestamptz not null
);

-- Which record refers to which, by which field (an involvement to its person and its event).
create table :schema.reference (
    from_record uuid not null,
    field       text not null,
    to_record   uuid not null,
    class_id    int  not null,                        -- of the record that refers
    primary key (from_record, field, to_record)
);

-- What a search can find, as stored tokens: equality keeps its index under row-level security, LIKE does not.
create table :schema.token (
    token     text not null,                          -- kind, colon, normalised value: name:smith, dob:2009-04-03
    record_id uuid not null,
    class_id  int  not null,
    primary key (token, record_id)
);

-- Who is who. A viewer who may see every class of a component reads the stored persons; for anyone else they are worked out anew.
create table :schema.component (
    component_no int primary key,
    classes      int[] not null
);
create table :schema.membership (
    record_id    uuid primary key,
    class_id     int  not null,
    component_no int  not null,
    person_id    uuid not null
);
create table :schema.link (
    left_record  uuid not null,
    right_record uuid not null,
    left_class   int  not null,
    right_class  int  not null,
    weight       bigint not null,                     -- fixed point, see core.explain
    explanation  jsonb not null,
    primary key (left_record, right_record)
);

-- What was kept beside, and what was missing: the ground of the quality page.
create table :schema.finding (
    record_id uuid not null,
    field     text not null,
    class_id  int  not null,
    expected  text not null,
    found     text not null,
    line      bigint not null
);
create table :schema.quality (
    agency_id int  not null,
    class_id  int  not null,
    shape     text not null,
    role      text not null,
    field     text not null,
    month     date not null,                          -- of known_from, else of receipt
    records   bigint not null,
    present   bigint not null,
    valid     bigint not null,
    primary key (class_id, shape, role, field, month)
);
create table :schema.built (
    built_at     timestamptz not null,
    model        jsonb not null,
    records_upto bigint not null                      -- the last accepted version number it rests on
);

grant usage on schema :schema to clew_app;
grant select on all tables in schema :schema to clew_app;
alter table :schema.record enable row level security;
alter table :schema.reference enable row level security;
alter table :schema.token enable row level security;
alter table :schema.component enable row level security;
alter table :schema.membership enable row level security;
alter table :schema.link enable row level security;
alter table :schema.finding enable row level security;
alter table :schema.quality enable row level security;
create policy visible on :schema.record for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.reference for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.token for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.membership for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.finding for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.quality for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
-- Derived from several records: shown only to who may see all of them.
create policy visible on :schema.component for select to clew_app using (classes <@ (select access.visible_classes())::int[]);
create policy visible on :schema.link for select to clew_app
    using (left_class = any ((select access.visible_classes())::int[]) and right_class = any ((select access.visible_classes())::int[]));
