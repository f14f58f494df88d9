-- The five kinds of state: Records, Decisions, Desk, Ledger, and the Picture (which lives in db/picture.sql, because it is
-- disposable: built beside in a schema of its own and swapped, never migrated). SQL at the level of PostgreSQL 15.
--
-- Two roles. clew_app serves people: row-level security holds it, and it can append but never change what was appended.
-- clew_engine links, loads and seals: it sees all, and only the rooms that must are handed its connections.
-- The rights on the database itself are given at each opening of the store, because no copy of a database carries them.

do $$
begin
    if not exists (select from pg_roles where rolname = 'clew_app') then
        create role clew_app login nosuperuser nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'clew_engine') then
        create role clew_engine login nosuperuser nocreatedb nocreaterole;
    end if;
end
$$;
revoke all on schema public from public;

create schema access;
create schema records;
create schema decisions;
create schema desk;
create schema ledger;
create schema events;
create schema register;
grant usage on schema access, records, decisions, desk, ledger, events, register to clew_app, clew_engine;

-- ---------------------------------------------------------------- access: who may see what

create table access.partnership (
    partnership_id int generated always as identity primary key,
    slug           text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
    name           text not null
);

create table access.agency (
    agency_id      int generated always as identity primary key,
    partnership_id int  not null references access.partnership,
    slug           text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
    name           text not null,
    kind           text not null check (kind in ('police', 'social_care', 'health', 'education', 'licensing', 'charity', 'youth_justice', 'other')),
    nation         text not null default 'England' check (nation in ('England', 'Wales')),
    call_whom      text                              -- a pointer shows only: which agency, whom to call
);

-- One small number says who owns a row and how it may be handled; row-level security compares only this.
create table access.class (
    class_id    int generated always as identity primary key,
    agency_id   int  not null references access.agency,
    handling    text not null check (handling in ('content', 'pointer', 'hidden')),
    restriction text not null default 'none',
    unique (agency_id, handling, restriction)
);

create table access.person_user (
    user_id      uuid primary key default gen_random_uuid(),
    agency_id    int  not null references access.agency,
    sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
    shown_name   text not null,
    roles        text[] not null check (cardinality(roles) > 0),
    password     text,                                -- hash with its algorithm in front; null: no local sign-in
    ended_at     timestamptz
);

-- The classes that the current transaction may read; null (nothing) when the transaction did not say who is reading.
create function access.visible_classes() returns int[]
    language sql stable parallel safe
    return nullif(current_setting('clew.classes', true), '')::int[];

-- What sign-in compares; the only way of clew_app to a password's hash, one name at a time.
create function access.sign_in(name text)
    returns table (user_id uuid, agency_id int, shown_name text, roles text[], password text)
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select u.user_id, u.agency_id, u.shown_name, u.roles, u.password
            from access.person_user u
           where u.sign_in_name = lower(name) and u.ended_at is null and u.password is not null $$;
revoke all on function access.sign_in(text) from public;
grant execute on function access.sign_in(text) to clew_app;

grant select on all tables in schema access to clew_engine;
grant select on access.partnership, access.agency, access.class to clew_app;
grant select (user_id, agency_id, sign_in_name, shown_name, roles, ended_at) on access.person_user to clew_app;
grant update (agency_id, shown_name, roles, password, ended_at) on access.person_user to clew_engine;
grant insert on access.agency, access.class, access.partnership, access.person_user to clew_engine;
grant usage on all sequences in schema access to clew_engine;

-- ---------------------------------------------------------------- records: what agencies told us, as received

create table records.mapping (
    mapping_hash     bytea primary key check (length(mapping_hash) = 32),
    name             text not null,
    version          int  not null,
    standard_version int  not null,
    body             text not null,
    received_at      timestamptz not null default now()
);

-- One extract of one agency. Its rows are staged in durable chunks and become visible together, by accepted_at.
create table records.import (
    import_no     int generated always as identity primary key,
    agency_id     int  not null references access.agency,
    system        text not null,
    mapping_hash  bytea not null references records.mapping,
    file_name     text not null,
    file_hash     bytea not null check (length(file_hash) = 32),
    file_bytes    bigint not null,
    extract_kind  text not null check (extract_kind in ('full', 'delta', 'append')),
    extract_time  timestamptz,                        -- when the sender drew it, where known
    started_at    timestamptz not null default now(),
    chunks_done   int    not null default 0,
    rows_done     bigint not null default 0,          -- rows of the file that are durable; a rerun goes on from here
    counts        jsonb  not null default '{}',       -- records new, changed, unchanged, withdrawn; rows quarantined
    accepted_at   timestamptz,                        -- null: staged, and invisible to everyone
    abandoned_at  timestamptz,
    check (accepted_at is null or abandoned_at is null)
);
create unique index import_open_once on records.import (agency_id, system, file_hash, mapping_hash)
    where accepted_at is null and abandoned_at is null;
create index import_accepted on records.import (accepted_at) where accepted_at is not null;

-- The payload: one row of a file as received. Deletable, by a disposal under a two-person Decision only.
create table records.source_row (
    import_no int    not null,
    row_no    bigint not null,
    line      bigint not null,                        -- in the file, from 1
    checksum  bytea  not null check (length(checksum) = 16),
    class_id  int    not null,
    body      text   not null,                        -- JSON object of the sender's columns and values, as received
    primary key (import_no, row_no)
);

-- The permanent header of one version of one record. record_id is the keyed hash of (agency, system, shape, sender's key, role).
create table records.header (
    record_id      uuid   not null,
    version_no     bigint not null,                   -- unique; larger = received later
    import_no      int    not null,
    row_no         bigint not null,
    shape          text   not null,
    role           text   not null default '',        -- the role in the row
    class_id       int    not null,
    content_hash   uuid   not null,                   -- of the values this record takes from its row, with the mapping's hash left out
    sender_version timestamptz,                       -- order: sender's version, then extract time, then receipt
    extract_time   timestamptz,
    received_at    timestamptz not null,
    known_from     date,                              -- when the sender knew it
    withdrawn      boolean not null default false,
    keyless        boolean not null default false,    -- content hash for a key: cannot be corrected
    primary key (record_id, version_no)
) partition by hash (record_id);
do $$
begin
    for i in 0..7 loop
        execute format('create table records.header_%s partition of records.header for values with (modulus 8, remainder %s)', i, i);
    end loop;
end
$$;
create index header_import on records.header (import_no, row_no);
create sequence records.version_no as bigint cache 1;

create table records.quarantine (
    import_no      int    not null references records.import,
    row_no         bigint not null,
    line           bigint not null,
    checksum       bytea  not null,
    class_id       int    not null,
    body           text   not null,                   -- as received, in the sender's columns
    violations     jsonb  not null,                   -- [{field, expected, found, line}]
    settled_import int references records.import,     -- the import in which the mended row came in
    settled_at     timestamptz,
    primary key (import_no, row_no)
);

grant select, insert on all tables in schema records to clew_engine;
grant update (chunks_done, rows_done, counts, accepted_at, abandoned_at) on records.import to clew_engine;
grant update (settled_import, settled_at) on records.quarantine to clew_engine;
grant usage on all sequences in schema records to clew_engine;
grant select on records.mapping, records.import, records.source_row, records.header, records.quarantine to clew_app;

alter table records.source_row enable row level security;
alter table records.header enable row level security;
alter table records.quarantine enable row level security;
create policy engine on records.source_row to clew_engine using (true) with check (true);
create policy engine on records.header to clew_engine using (true) with check (true);
create policy engine on records.quarantine to clew_engine using (true) with check (true);
-- Nothing half-visible: a staged import shows nowhere.
create policy visible on records.source_row for select to clew_app
    using (class_id = any ((select access.visible_classes())::int[])
        and exists (select from records.import i where i.import_no = source_row.import_no and i.accepted_at is not null));
create policy visible on records.header for select to clew_app
    using (class_id = any ((select access.visible_classes())::int[])
        and exists (select from records.import i where i.import_no = header.import_no and i.accepted_at is not null));
create policy visible on records.quarantine for select to clew_app
    using (class_id = any ((select access.visible_classes())::int[])
        and exists (select from records.import i where i.import_no = quarantine.import_no and i.accepted_at is not null));

-- The version in force of each record among accepted imports.
create view records.current with (security_invoker = true) as
select distinct on (h.record_id) h.*, i.agency_id, i.system, i.mapping_hash, i.accepted_at
  from records.header h
  join records.import i on i.import_no = h.import_no and i.accepted_at is not null
 order by h.record_id, h.sender_version desc nulls last, h.extract_time desc nulls last, h.received_at desc, h.version_no desc;
grant select on records.current to clew_app, clew_engine;

-- ---------------------------------------------------------------- decisions: what people decided

create table decisions.decision (
    decision_id uuid primary key default gen_random_uuid(),
    kind        text not null,                        -- same_person, not_same_person, model_in_force, ...
    made_at     timestamptz not null default now(),
    made_by     uuid not null,
    agency_id   int  not null references access.agency,
    reason      text not null check (length(btrim(reason)) > 0),
    class_id    int  not null,
    body        jsonb not null default '{}'           -- refers to records and evidence, never to a derived id
);
create table decisions.about (
    decision_id uuid not null references decisions.decision,
    record_id   uuid not null,
    class_id    int  not null,
    primary key (decision_id, record_id)
);
create index about_record on decisions.about (record_id);
grant select, insert on all tables in schema decisions to clew_app, clew_engine;
alter table decisions.decision enable row level security;
alter table decisions.about enable row level security;
create policy engine on decisions.decision to clew_engine using (true) with check (true);
create policy engine on decisions.about to clew_engine using (true) with check (true);
create policy visible on decisions.decision for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on decisions.about for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy append on decisions.decision for insert to clew_app with check (class_id = any ((select access.visible_classes())::int[]));
create policy append on decisions.about for insert to clew_app with check (class_id = any ((select access.visible_classes())::int[]));

-- ---------------------------------------------------------------- desk: mutable, expiring

create table desk.draft (
    draft_id   uuid primary key default gen_random_uuid(),
    user_id    uuid not null,
    kind       text not null,
    body       jsonb not null,
    saved_at   timestamptz not null default now(),
    expires_at timestamptz not null
);
create table desk.read_mark (
    user_id uuid not null,
    subject uuid not null,
    read_at timestamptz not null,
    primary key (user_id, subject)
);
create table desk.delivery (
    delivery_id  uuid primary key default gen_random_uuid(),
    user_id      uuid not null,
    about        uuid not null,
    due_at       timestamptz not null,
    delivered_at timestamptz,
    expires_at   timestamptz not null
);
grant select, insert, update, delete on all tables in schema desk to clew_app;
do $$
declare t text;
begin
    foreach t in array array['draft', 'read_mark', 'delivery'] loop
        execute format('alter table desk.%I enable row level security', t);
        execute format($p$create policy own on desk.%I to clew_app
            using (user_id = (select nullif(current_setting('clew.user', true), '')::uuid))
            with check (user_id = (select nullif(current_setting('clew.user', true), '')::uuid))$p$, t);
    end loop;
end
$$;

-- ---------------------------------------------------------------- ledger: every look and every change

create table ledger.entry (
    entry_id   uuid not null,
    at         timestamptz not null default clock_timestamp(),
    user_id    uuid,                                  -- null: nobody was signed in
    agency_id  int,
    purpose    text not null,
    action     text not null,                         -- sign_in, search, read, list, import, join, export, denied ...
    grant_used text not null,                         -- by which right
    outcome    text not null default 'done' check (outcome in ('done', 'denied', 'failed')),
    subjects   uuid[] not null default '{}',          -- opaque ids of what was looked at or changed
    request_id uuid not null,
    note       text not null default '',              -- fixed words of the entry point; never personal data
    primary key (at, entry_id)
) partition by range (at);
create index entry_subjects on ledger.entry using gin (subjects);
-- Months are made ahead by ledger.make_month; what falls outside them is still kept.
create table ledger.entry_other partition of ledger.entry default;

create function ledger.make_month(month date) returns void
    language plpgsql security definer set search_path = pg_catalog, ledger as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'entry_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('ledger.' || name) is null then
        execute format('create table ledger.%I partition of ledger.entry for values from (%L) to (%L)',
            name, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
    end if;
end
$$;
revoke all on function ledger.make_month(date) from public;
grant execute on function ledger.make_month(date) to clew_engine;
select ledger.make_month((now() + n * interval '1 month')::date) from generate_series(0, 12) n;

create table ledger.search_terms (
    entry_id   uuid primary key,
    terms      bytea not null,                        -- encrypted; expires before the entry does
    expires_at timestamptz not null
);
-- The sealer numbers entries without gaps and chains them.
create table ledger.seal (
    seal_no    bigint primary key check (seal_no > 0),
    entry_at   timestamptz not null,
    entry_id   uuid not null unique,
    chain_hash bytea not null check (length(chain_hash) = 32),
    sealed_at  timestamptz not null default now()
);
create table ledger.anchor (
    anchor_no  bigint generated always as identity primary key,
    seal_no    bigint not null,
    chain_hash bytea not null,
    written_at timestamptz not null default now()
);
-- Nobody chooses the time of an entry.
grant insert (entry_id, user_id, agency_id, purpose, action, grant_used, outcome, subjects, request_id, note)
    on ledger.entry to clew_app, clew_engine;
grant insert on ledger.search_terms to clew_app, clew_engine;
grant select on all tables in schema ledger to clew_engine;
grant insert on ledger.seal, ledger.anchor to clew_engine;
grant delete on ledger.search_terms to clew_engine;

-- ---------------------------------------------------------------- events: an outbox with one sequencer, a cursor for each consumer

create table events.outbox (
    event_id   uuid primary key default gen_random_uuid(),
    kind       text not null,
    body       jsonb not null,                        -- ids only, no personal data
    written_at timestamptz not null default now(),
    position   bigint unique                          -- null until the sequencer has placed it
);
create index outbox_unplaced on events.outbox (written_at) where position is null;
create table events.lease (
    name       text primary key,
    holder     uuid not null,
    fence      bigint not null,
    expires_at timestamptz not null
);
create table events.cursor (
    consumer text primary key,
    position bigint not null default 0
);
grant insert on events.outbox to clew_app, clew_engine;
grant select on events.outbox to clew_engine;
grant update (position) on events.outbox to clew_engine;
grant select, insert, update on events.lease, events.cursor to clew_engine;

-- ---------------------------------------------------------------- register: person ids, issued once; a rebuild replays it

create table register.issued (
    person_id    uuid   primary key,
    issue_no     bigint generated always as identity unique,    -- the smaller, the older
    first_record uuid   not null,                     -- the id names the person to whom this record belongs
    issued_at    timestamptz not null default now()
);
-- A split may leave an id with a part that lacks its first record: another record holds it from then on. The last row rules.
create table register.moved (
    move_no   bigint generated always as identity primary key,
    person_id uuid   not null,
    to_record uuid   not null,
    at        timestamptz not null default now()
);
-- The last row of an id rules; one that leads to itself names a person of its own again.
create table register.redirect (
    redirect_no bigint generated always as identity primary key,
    from_person uuid   not null,
    to_person   uuid   not null,
    at          timestamptz not null default now(),
    reason      text   not null check (reason in ('join', 'split'))
);
create index redirect_from on register.redirect (from_person);
grant select, insert on all tables in schema register to clew_engine;

-- The record that holds a person id, redirects followed; null for an id that was never issued. Whether the record shows is
-- another question, which row-level security answers.
create function register.holder(person uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog, register as
$$
    with recursive way(id, steps) as (
        select person, 0
        union all
        select r.to_person, way.steps + 1
          from way
          cross join lateral (select to_person from register.redirect
                               where from_person = way.id order by redirect_no desc limit 1) r
         where r.to_person <> way.id and way.steps < 100
    ), last as (select id from way order by steps desc limit 1)
    select coalesce(
        (select m.to_record from register.moved m where m.person_id = last.id order by m.move_no desc limit 1),
        (select i.first_record from register.issued i where i.person_id = last.id))
      from last
$$;
revoke all on function register.holder(uuid) from public;
grant execute on function register.holder(uuid) to clew_app, clew_engine;
create index moved_person on register.moved (person_id);
