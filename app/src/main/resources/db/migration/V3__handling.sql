-- Handling: what an agency shows of its records to other agencies, chosen before the first save, by type of record, by record and
-- by grade; which records law enforcement may let out, to whom and by whose authority; and what a change of it leaves behind.

-- ---------------------------------------------------------------- an agency's choice for each type of record

-- Append-only: the last row of a type whose day has come holds. An agency without a row shows content.
create table access.handling_policy (
    policy_no  int  generated always as identity primary key,
    agency_id  int  not null references access.agency,
    shape      text not null,                         -- a shape of the standard
    handling   text not null check (handling in ('content', 'pointer', 'hidden')),
    holds_from date not null,
    decided_by text not null check (length(btrim(decided_by)) > 0),
    reason     text not null check (length(btrim(reason)) > 0),
    made_at    timestamptz not null default now()
);

-- ---------------------------------------------------------------- Part 3 of the Data Protection Act 2018

-- Whether an agency is a competent authority (DPA 2018 s.30); null: police are, others are not.
alter table access.agency add column competent_authority boolean;

-- Part 3 data leave law enforcement only by a named authority: who answers for it, on what basis, which records, to whom, until when.
create table access.part_3_authority (
    authority_no int  generated always as identity primary key,
    from_agency  int  not null references access.agency,
    to_agency    int  references access.agency,       -- null: every agency of the partnership
    what         text[] not null check (what <@ array['part_3', 'part_3_intelligence'] and cardinality(what) > 0),
    named_person text not null check (length(btrim(named_person)) > 0),
    post         text not null check (length(btrim(post)) > 0),
    basis        text not null check (length(btrim(basis)) > 0),
    holds_from   date not null,
    holds_until  date not null,
    made_at      timestamptz not null default now(),
    check (holds_until >= holds_from)
);
create table access.part_3_authority_ended (
    authority_no int  primary key references access.part_3_authority,
    ended_on     date not null,
    ended_by     text not null check (length(btrim(ended_by)) > 0),
    reason       text not null check (length(btrim(reason)) > 0)
);

grant select on access.handling_policy, access.part_3_authority, access.part_3_authority_ended to clew_app, clew_engine;
grant insert on access.handling_policy, access.part_3_authority, access.part_3_authority_ended to clew_engine;
grant usage on all sequences in schema access to clew_engine;

-- What an agency's people may see by default, before grants, restrictions and exclusions: as 'content', or as 'pointer' (only that
-- the owner holds something, and whom to call). Restrictions of law enforcement are:
--   part_3               Part 3 data                       competent authorities, and others by a named authority
--   part_3_intelligence  graded items and what came along  the same, by an authority that names intelligence
--   part_3_closed        for law enforcement only          competent authorities; no authority opens it
-- Every other restriction (a person, a case, a seal) shows to nobody by default, the owner included.
create function access.shown_to(viewer_agency int, on_day date)
    returns table (class_id int, owner int, shown_as text)
    language sql stable parallel safe
    as $$
    select c.class_id, o.agency_id, case when o.agency_id = v.agency_id then 'content' else c.handling end
      from access.agency v
      join access.agency o on o.partnership_id = v.partnership_id
      join access.class c on c.agency_id = o.agency_id
     where v.agency_id = viewer_agency
       and (c.base in ('none', 'part_3', 'part_3_intelligence', 'part_3_closed')  -- by the index: all others are many
            or (o.agency_id = v.agency_id and c.base like 'disputed:%'))
       and case
             when o.agency_id = v.agency_id
               then true
             when c.handling = 'hidden' then false
             when c.base = 'none' then true
             when c.base not in ('part_3', 'part_3_intelligence', 'part_3_closed') then false
             when coalesce(v.competent_authority, v.kind = 'police') then true
             else exists (select from access.part_3_authority p
                           where p.from_agency = o.agency_id and (p.to_agency = v.agency_id or p.to_agency is null)
                             and c.base = any (p.what) and on_day between p.holds_from and p.holds_until
                             and not exists (select from access.part_3_authority_ended e
                                              where e.authority_no = p.authority_no and e.ended_on <= on_day))
           end
    $$;

-- The classes of which the current transaction may see only that their owner holds something; null (none) when it did not say.
create function access.pointed_classes() returns int[]
    language sql stable parallel safe
    return nullif(current_setting('clew.pointed', true), '')::int[];

-- ---------------------------------------------------------------- records

-- How many rows an extract had, and what became of them, counts what is hidden too.
revoke select on records.import from clew_app;
grant select (import_no, agency_id, system, mapping_hash, extract_kind, extract_time, accepted_at) on records.import to clew_app;
