-- The Picture: everything derived. Created by clew_engine in the schema that replaces :schema (picture_next while it is built
-- beside), filled through COPY, then keyed and protected by picture-keys.sql, then swapped by renaming the schema. From then on
-- the linking leader keeps it up as records arrive, so that it is always what a build would make. Never migrated: a change here
-- is a rebuild. Natural keys stand in picture-keys.sql, where they are made after the rows are in.

create schema :schema;

-- The standard shape of each record's version in force.
create table :schema.record (
    record_id     uuid   not null,
    version_no    bigint not null,
    class_id      int    not null,
    agency_id     int    not null,
    shape         text   not null,
    role          text   not null,                    -- in the row
    body          json   not null,                    -- the standard record, as core.standard writes it
    occurred_from date,                               -- the earliest and the latest day it can have been
    occurred_to   date,
    known_from    date,
    received_at   timestamptz not null,
    counted_class int    not null default 0           -- the class under which quality counts it; 0: not counted. A change of class takes it along a moment later
);

-- Which record refers to which, by which field (an involvement to its person and its event).
create table :schema.reference (
    from_record uuid not null,
    field       text not null,
    to_record   uuid not null,
    class_id    int  not null                         -- of the record that refers
);

-- What a search can find, as stored tokens: equality keeps its index under row-level security, LIKE does not. Records that
-- share a token of an object's kind (vehicle, phone, place, uprn) are about the same vehicle, phone or place.
create table :schema.token (
    token     text collate "C" not null,              -- kind, colon, normalised value: name:smith, born:2009-04-03
    record_id uuid not null,
    class_id  int  not null
);

-- Who is who. A viewer who may see every class of a component reads the stored persons; for anyone else they are worked out anew.
create table :schema.component (
    component_id uuid  not null,                      -- the smallest of its record ids
    whole_id     uuid  not null,                      -- the smallest record id of all that hangs together: another only where that was too large and was cut
    classes      int[] not null,                      -- of its records, ascending
    persons      int   not null default 1             -- that its records are of
);
create table :schema.membership (
    record_id    uuid not null,
    class_id     int  not null,
    component_id uuid not null,
    person_id    uuid not null                        -- as issued by the register
);
-- The blocking keys of each person's record under the Model in force: what an arrival is looked up by. For the engine alone.
create table :schema.blocking (
    key       bigint not null,
    record_id uuid   not null
);
-- Every pair within a component, and those between components that are worth a person's look.
create table :schema.link (
    left_record  uuid   not null,                     -- the smaller id
    right_record uuid   not null,
    left_class   int    not null,
    right_class  int    not null,
    weight       bigint not null,                     -- fixed point, see core.explain
    compared     boolean not null,                    -- whether blocking brought the two together
    doubt        text,                                -- why no machine may join them by itself
    explanation  json                                 -- [value, description, [parts]]; null: only the weight is kept
);

-- What a machine must not settle: records that were not joined because of a doubt, or about which people's decisions contradict each
-- other, and persons that hang together by little or are of very many records. Shown only to who may see all of them. The same records for the same reason have the same id in every Picture.
create table :schema.attention (
    attention_id uuid  not null,
    whole_id     uuid  not null,                      -- as of the component
    kind         text  not null,                      -- doubt, contradiction, identified_as_several, bridge, large
    reason       text  not null,                      -- in plain words
    records      uuid[] not null,                     -- ascending, but for the first and the last, which are those to ask about
    classes      int[] not null                       -- of the records, ascending
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
create table :schema.counted (
    agency_id int  not null,
    class_id  int  not null,
    shape     text not null,
    role      text not null,
    field     text not null,
    month     date not null,                          -- of known_from, else of receipt
    records   bigint not null,
    present   bigint not null,                        -- with a value, good or not
    valid     bigint not null,                        -- with a good value
    said      bigint not null default 0               -- of involvements: with a value of their own or in the record of their person
);
-- How each correction stands to what the sender says now.
create table :schema.mended (
    record_id   uuid not null,
    decision_id uuid not null,
    class_id    int  not null,
    state       text not null                         -- in_force, mended_by_sender, overtaken
);
-- How much is held, so that nobody counts a million rows for the first page: kept by triggers, see picture-held.sql.
create table :schema.held (
    class_id  int    not null,
    agency_id int    not null,
    records   bigint not null,                        -- of every shape
    primary key (class_id, agency_id)
);
create table :schema.held_persons (
    classes int[]  not null primary key,              -- of components
    persons bigint not null                           -- in them
);
create table :schema.built (
    built_at    timestamptz not null,
    model       jsonb  not null,
    events_upto bigint not null                       -- the place of the last event that it rests on
);
