-- The trail: who may read the ledger, looks without cause, corrections, rectification, retention, legal hold and disposal.
-- Payloads and typed reasons can be deleted by one function only, retention.dispose, which checks that two people decided.

-- ---------------------------------------------------------------- access: what a policy may know about who is looking

create function access.viewer_agency() returns int
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select agency_id from access.person_user
           where user_id = nullif(current_setting('clew.user', true), '')::uuid and ended_at is null $$;
create function access.viewer_is(role text) returns boolean
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select exists (select from access.person_user u
                          where u.user_id = nullif(current_setting('clew.user', true), '')::uuid
                            and u.ended_at is null and role = any (u.roles)) $$;
revoke all on function access.viewer_agency(), access.viewer_is(text) from public;
grant execute on function access.viewer_agency(), access.viewer_is(text) to clew_app;

-- The agency that sent a record; null for an id that is no record.
create function records.owner(record uuid) returns int
    language sql stable security definer set search_path = pg_catalog, records
    as $$ select i.agency_id from records.header h join records.import i using (import_no) where h.record_id = record limit 1 $$;
revoke all on function records.owner(uuid) from public;
grant execute on function records.owner(uuid) to clew_app, clew_engine;

-- ---------------------------------------------------------------- ledger: read through questions, never as a table

create index entry_user on ledger.entry (user_id, at);

-- A purpose whose looks show only to information-governance leads; none is, until a named person authorised it for a time.
create table ledger.sensitive_purpose (
    purpose       text not null,
    agency_id     int  not null references access.agency,
    authorised_by uuid not null,
    authorised_at timestamptz not null default now(),
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    reason        text not null check (length(btrim(reason)) > 0),
    primary key (purpose, agency_id, starts_at),
    check (starts_at >= authorised_at - interval '1 minute'),        -- nothing is made sensitive afterwards
    check (ends_at > starts_at and ends_at <= starts_at + interval '366 days')
);
grant select on ledger.sensitive_purpose to clew_engine, clew_app;
grant insert (purpose, agency_id, authorised_by, starts_at, ends_at, reason) on ledger.sensitive_purpose to clew_app;
alter table ledger.sensitive_purpose enable row level security;
create policy engine on ledger.sensitive_purpose to clew_engine using (true);
create policy leads on ledger.sensitive_purpose for select to clew_app
    using (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead')));
create policy authorise on ledger.sensitive_purpose for insert to clew_app
    with check (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead'))
        and authorised_by = (select nullif(current_setting('clew.user', true), '')::uuid));

create function ledger.is_sensitive(entry_purpose text, entry_agency int, moment timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog, ledger
    as $$ select exists (select from ledger.sensitive_purpose s
                          where s.purpose = entry_purpose and s.agency_id = entry_agency and moment >= s.starts_at and moment < s.ends_at) $$;
revoke all on function ledger.is_sensitive(text, int, timestamptz) from public;
grant execute on function ledger.is_sensitive(text, int, timestamptz) to clew_engine;

create type ledger.line as (
    entry_id   uuid,
    at         timestamptz,
    user_id    uuid,
    user_name  text,
    agency     text,
    purpose    text,
    action     text,
    grant_used text,
    outcome    text,
    subjects   uuid[],
    note       text,
    sensitive  boolean,
    terms      bytea
);

-- Who looked at a record or changed it: all of it for the agency that owns the record, one's own looks for anybody else. What
-- was looked for under a sensitive purpose shows to leads only. The index of subjects answers, whatever the planner thinks.
create function ledger.of_record(record uuid, since timestamptz, until timestamptz, most int) returns setof ledger.line
    language sql stable security definer set search_path = pg_catalog, ledger, access, records as
$$
    with me as materialized (
        select nullif(current_setting('clew.user', true), '')::uuid as user_id, access.viewer_agency() as agency_id,
               access.viewer_is('information_governance_lead') as lead, records.owner(record) as owner
    ), hit as materialized (
        select e.*, ledger.is_sensitive(e.purpose, e.agency_id, e.at) as sensitive
          from ledger.entry e
         where e.subjects @> array[record] and e.at >= since and e.at < until
    )
    select hit.entry_id, hit.at, hit.user_id, u.shown_name, a.name, hit.purpose, hit.action, hit.grant_used, hit.outcome,
           '{}'::uuid[], hit.note, hit.sensitive, null::bytea
      from hit cross join me
      left join access.person_user u on u.user_id = hit.user_id
      left join access.agency a on a.agency_id = hit.agency_id
     where hit.user_id = me.user_id
        or (me.owner = me.agency_id and (not hit.sensitive or me.lead))
     order by hit.at desc, hit.entry_id
     limit most
$$;

-- One's own looks, with what one searched for as long as it is kept.
create function ledger.own(since timestamptz, until timestamptz, most int) returns setof ledger.line
    language sql stable security definer set search_path = pg_catalog, ledger, access as
$$
    select e.entry_id, e.at, e.user_id, u.shown_name, a.name, e.purpose, e.action, e.grant_used, e.outcome, e.subjects, e.note,
           ledger.is_sensitive(e.purpose, e.agency_id, e.at), t.terms
      from ledger.entry e
      join access.person_user u on u.user_id = e.user_id
      left join access.agency a on a.agency_id = e.agency_id
      left join ledger.search_terms t on t.entry_id = e.entry_id and t.expires_at > now()
     where e.user_id = nullif(current_setting('clew.user', true), '')::uuid and e.at >= since and e.at < until
     order by e.at desc
     limit most
$$;

-- What the users of one's own agency did: for its information-governance leads only.
create function ledger.of_agency(since timestamptz, until timestamptz, most int) returns setof ledger.line
    language sql stable security definer set search_path = pg_catalog, ledger, access as
$$
    select e.entry_id, e.at, e.user_id, u.shown_name, a.name, e.purpose, e.action, e.grant_used, e.outcome, e.subjects, e.note,
           ledger.is_sensitive(e.purpose, e.agency_id, e.at), null::bytea
      from ledger.entry e
      left join access.person_user u on u.user_id = e.user_id
      left join access.agency a on a.agency_id = e.agency_id
     where (select access.viewer_is('information_governance_lead'))
       and e.agency_id = (select access.viewer_agency()) and e.at >= since and e.at < until
     order by e.at desc
     limit most
$$;
revoke all on function ledger.of_record(uuid, timestamptz, timestamptz, int), ledger.own(timestamptz, timestamptz, int),
    ledger.of_agency(timestamptz, timestamptz, int) from public;
grant execute on function ledger.of_record(uuid, timestamptz, timestamptz, int), ledger.own(timestamptz, timestamptz, int),
    ledger.of_agency(timestamptz, timestamptz, int) to clew_app;

-- ---------------------------------------------------------------- oversight: looks without cause, found by rules, reviewed by people

create schema oversight;
grant usage on schema oversight to clew_app, clew_engine;

-- Rules are data: the row of a rule with the latest start rules from that day on.
create table oversight.rule (
    rule      text not null,
    starts_on date not null,
    words     text not null,                          -- what it looks for, as the page says it
    least     int  not null,                          -- how many looks make a finding
    within    interval not null,                      -- in what time
    source    text not null,
    primary key (rule, starts_on)
);
insert into oversight.rule (rule, starts_on, words, least, within, source) values
    ('own_name', '2026-01-01', 'Looked at somebody who bears their own name', 1, '1 day', 'House rule; a first value, to be tuned'),
    ('own_address', '2026-01-01', 'Looked at somebody at the address where they said they live', 1, '1 day', 'House rule; a first value, to be tuned'),
    ('no_later_touch', '2026-01-01', 'Looked at the same record several times and did nothing about it afterwards', 3, '28 days', 'House rule; a first value, to be tuned'),
    ('many_looks', '2026-01-01', 'Looked at very many records in a short time', 60, '1 hour', 'House rule; a first value, to be tuned'),
    ('far_outside', '2026-01-01', 'Looked at people who are known only far outside where their agency works', 3, '7 days', 'House rule; a first value, to be tuned');

-- Where a user said they live, as a keyed hash of postcode and house: it can be compared, not read.
create table oversight.home (
    user_id  uuid not null,
    place    bytea not null check (length(place) = 32),
    said_at  timestamptz not null default now(),
    primary key (user_id, place)
);
grant insert (user_id, place) on oversight.home to clew_app;
grant select (user_id, said_at) on oversight.home to clew_app;
grant select on oversight.home to clew_engine;
alter table oversight.home enable row level security;
create policy engine on oversight.home to clew_engine using (true);
create policy own on oversight.home to clew_app
    using (user_id = (select nullif(current_setting('clew.user', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('clew.user', true), '')::uuid));

create table oversight.finding (
    finding_id uuid primary key default gen_random_uuid(),
    rule       text not null,
    starts_on  date not null,                         -- which version of the rule
    user_id    uuid not null,
    agency_id  int  not null,                         -- of the user
    subject    uuid,                                  -- the record; null where the rule is about many
    first_look timestamptz not null,
    last_look  timestamptz not null,
    looks      int  not null,
    fact       text not null,                         -- what was compared, without personal data
    sensitive  boolean not null,                      -- under a sensitive purpose: for leads only
    found_at   timestamptz not null default now(),
    foreign key (rule, starts_on) references oversight.rule
);
create unique index finding_once on oversight.finding (rule, user_id, coalesce(subject, '00000000-0000-0000-0000-000000000000'), first_look);
create table oversight.review (
    finding_id  uuid primary key references oversight.finding,
    reviewed_by uuid not null,
    reviewed_at timestamptz not null default now(),
    outcome     text not null check (outcome in ('explained', 'taken_further', 'rule_not_right')),
    reason      text not null check (length(btrim(reason)) > 0)
);
grant select on oversight.rule to clew_app, clew_engine;
grant select on oversight.finding, oversight.review to clew_app, clew_engine;
grant insert on oversight.finding to clew_engine;
grant insert (finding_id, reviewed_by, outcome, reason) on oversight.review to clew_app;
alter table oversight.finding enable row level security;
alter table oversight.review enable row level security;
create policy engine on oversight.finding to clew_engine using (true) with check (true);
create policy engine on oversight.review for select to clew_engine using (true);
-- Of one's own agency, by supervisors and leads, and never about oneself.
create policy reviewers on oversight.finding for select to clew_app
    using (agency_id = (select access.viewer_agency())
        and user_id <> (select nullif(current_setting('clew.user', true), '')::uuid)
        and ((select access.viewer_is('information_governance_lead')) or (not sensitive and (select access.viewer_is('supervisor')))));
create policy reviewers on oversight.review for select to clew_app
    using (exists (select from oversight.finding f where f.finding_id = review.finding_id));
create policy review on oversight.review for insert to clew_app
    with check (reviewed_by = (select nullif(current_setting('clew.user', true), '')::uuid)
        and exists (select from oversight.finding f where f.finding_id = review.finding_id));

-- ---------------------------------------------------------------- corrections: Decisions; the record as received stays

create index decision_kind on decisions.decision (kind, made_at);

-- Who sent a record corrects it; everybody else proposes. The database holds both to it.
create function decisions.check_corrector() returns trigger
    language plpgsql security definer set search_path = pg_catalog, decisions, records, access as
$$
declare
    decision decisions.decision;
begin
    select * into decision from decisions.decision d where d.decision_id = new.decision_id;
    if decision.kind in ('correction', 'addendum', 'correction_ended', 'proposal_accepted', 'proposal_refused') then
        if records.owner(new.record_id) is distinct from decision.agency_id then
            raise exception 'expected the agency that sent the record to decide on its correction, found another';
        end if;
    end if;
    if decision.kind in ('correction', 'addendum', 'correction_ended', 'correction_proposed', 'proposal_accepted', 'proposal_refused')
            and session_user = 'clew_app'
            and (decision.made_by is distinct from nullif(current_setting('clew.user', true), '')::uuid
                or decision.agency_id is distinct from access.viewer_agency()) then
        raise exception 'expected a decision in the name of who takes it, found another';
    end if;
    return new;
end
$$;
create trigger corrector before insert on decisions.about for each row execute function decisions.check_corrector();

-- ---------------------------------------------------------------- rectification: UK GDPR articles 16, 18 and 19; DPA 2018 sections 46 and 48

create schema corrections;
grant usage on schema corrections to clew_app, clew_engine;
create table corrections.rectification (
    case_id     uuid primary key default gen_random_uuid(),
    agency_id   int  not null references access.agency,
    opened_by   uuid not null,
    opened_at   timestamptz not null default now(),
    received_on date not null,                        -- the day the request came in: the clock runs from it
    regime      text not null check (regime in ('uk_gdpr', 'dpa_part3')),
    asked_by    text not null check (asked_by in ('person', 'parent', 'representative')),
    disputed    text not null check (length(btrim(disputed)) > 0)
);
create table corrections.disputed (
    case_id      uuid not null references corrections.rectification,
    record_id    uuid not null,
    class_before int  not null,
    class_paused int  not null,
    primary key (case_id, record_id)
);
create table corrections.step (
    step_no int generated always as identity primary key,
    case_id uuid not null references corrections.rectification,
    kind    text not null check (kind in ('extended', 'put_right', 'partly_put_right', 'refused', 'told', 'complaint')),
    made_by uuid not null,
    made_at timestamptz not null default now(),
    reason  text not null check (length(btrim(reason)) > 0),
    told    int references access.agency              -- the recipient who was told
);
create unique index step_once on corrections.step (case_id) where kind in ('put_right', 'partly_put_right', 'refused');
create unique index extended_once on corrections.step (case_id) where kind = 'extended';
grant select on corrections.rectification, corrections.disputed, corrections.step to clew_app, clew_engine;
grant insert (case_id, agency_id, opened_by, received_on, regime, asked_by, disputed) on corrections.rectification to clew_app;
grant insert (case_id, kind, made_by, reason, told) on corrections.step to clew_app;
alter table corrections.rectification enable row level security;
alter table corrections.disputed enable row level security;
alter table corrections.step enable row level security;
create policy engine on corrections.rectification for select to clew_engine using (true);
create policy engine on corrections.disputed for select to clew_engine using (true);
create policy engine on corrections.step for select to clew_engine using (true);
create policy own on corrections.rectification to clew_app using (agency_id = (select access.viewer_agency()))
    with check (agency_id = (select access.viewer_agency()) and opened_by = (select nullif(current_setting('clew.user', true), '')::uuid));
create policy own on corrections.disputed for select to clew_app
    using (exists (select from corrections.rectification r where r.case_id = disputed.case_id));
create policy own on corrections.step to clew_app
    using (exists (select from corrections.rectification r where r.case_id = step.case_id))
    with check (made_by = (select nullif(current_setting('clew.user', true), '')::uuid)
        and exists (select from corrections.rectification r where r.case_id = step.case_id));

-- Nothing derived from what was before may come into force behind it: the lock is that of a build of the Picture.
-- Waits for the moments that the linking leader takes, and not for the minutes of a build.
create function records.hold_picture() returns void
    language plpgsql set search_path = pg_catalog as
$$
declare
    waiting text := current_setting('lock_timeout');
begin
    perform set_config('lock_timeout', '3s', true);
    perform pg_advisory_xact_lock(7164212670901085044);
    perform set_config('lock_timeout', waiting, true);
exception when lock_not_available then
    raise exception 'expected no build of the Picture under way, found one: try again when it has ended';
end
$$;
-- Moves a record, its rows, the Decisions about it and what the Picture says of it from one class to another.
create function records.move_class(record uuid, from_class int, to_class int) returns void
    language plpgsql security definer set search_path = pg_catalog, records, decisions as
$$
begin
    perform records.hold_picture();
    update records.source_row s set class_id = to_class
      from records.header h
     where h.record_id = record and s.import_no = h.import_no and s.row_no = h.row_no and s.class_id = from_class;
    perform access.change_class(record, from_class, to_class, access.me(), 'a rectification case pauses or resumes sharing');
    perform access.follow_class('picture', record, to_class);
end
$$;
revoke all on function records.move_class(uuid, int, int), records.hold_picture() from public;

-- Pauses the sharing of a disputed record: its own agency sees it on, nobody else does.
create function corrections.pause(of_case uuid, record uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, corrections, records, access as
$$
declare
    agency int := (select r.agency_id from corrections.rectification r where r.case_id = of_case);
    before int := (select h.class_id from records.header h where h.record_id = record order by h.version_no desc limit 1);
    paused int;
begin
    if agency is null or agency is distinct from access.viewer_agency() or agency is distinct from records.owner(record) then
        raise exception 'expected a case and a record of one''s own agency, found another';
    end if;
    insert into access.class (agency_id, handling, restriction)
    values (agency, (select handling from access.class where class_id = before), 'disputed:' || of_case) on conflict do nothing;
    select class_id into paused from access.class c
     where c.agency_id = agency and c.restriction = 'disputed:' || of_case
       and c.handling = (select handling from access.class where class_id = before);
    insert into corrections.disputed values (of_case, record, before, paused);
    perform records.move_class(record, before, paused);
end
$$;
-- Lets it be shared again, when the outcome is on the case.
create function corrections.resume(of_case uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, corrections, records, access as
$$
declare
    one corrections.disputed;
begin
    if not exists (select from corrections.rectification r where r.case_id = of_case and r.agency_id = access.viewer_agency())
            or not exists (select from corrections.step s where s.case_id = of_case and s.kind in ('put_right', 'partly_put_right', 'refused')) then
        raise exception 'expected a case of one''s own agency with its outcome, found none';
    end if;
    for one in select * from corrections.disputed d where d.case_id = of_case loop
        perform records.move_class(one.record_id, one.class_paused, one.class_before);
    end loop;
end
$$;
-- The agencies that saw the disputed records, from the ledger: they must be told (articles 16 and 19; section 46).
create function corrections.recipients(of_case uuid) returns table (agency_id int, name text, looks bigint, last_look timestamptz)
    language sql stable security definer set search_path = pg_catalog, corrections, ledger, access as
$$
    with mine as materialized (
        select d.record_id, r.agency_id from corrections.rectification r join corrections.disputed d using (case_id)
         where r.case_id = of_case and r.agency_id = access.viewer_agency()
    ), seen as materialized (
        select distinct e.entry_id, e.at, e.agency_id, mine.agency_id as owner from mine
          join ledger.entry e on e.subjects @> array[mine.record_id]
         where e.outcome = 'done' and not ledger.is_sensitive(e.purpose, e.agency_id, e.at)
    )
    select a.agency_id, a.name, count(*), max(seen.at) from seen join access.agency a on a.agency_id = seen.agency_id
     where seen.agency_id <> seen.owner group by a.agency_id, a.name order by a.name
$$;
revoke all on function corrections.pause(uuid, uuid), corrections.resume(uuid), corrections.recipients(uuid) from public;
grant execute on function corrections.pause(uuid, uuid), corrections.resume(uuid), corrections.recipients(uuid) to clew_app;

-- A new version that comes in while a record is disputed is paused with it, in the moment in which its extract is accepted.
create function corrections.keep_paused() returns trigger
    language plpgsql security definer set search_path = pg_catalog, corrections, records as
$$
begin
    perform records.move_class(d.record_id, h.class_id, d.class_paused)
       from corrections.disputed d
       join records.header h on h.record_id = d.record_id and h.import_no = new.import_no
      where h.class_id <> d.class_paused
        and not exists (select from corrections.step s where s.case_id = d.case_id and s.kind in ('put_right', 'partly_put_right', 'refused'));
    return new;
end
$$;
create trigger keep_paused after update of accepted_at on records.import for each row
    when (old.accepted_at is null and new.accepted_at is not null) execute function corrections.keep_paused();

-- ---------------------------------------------------------------- retention, legal hold, disposal

create schema retention;
grant usage on schema retention to clew_app, clew_engine;

create table retention.hold (
    hold_id   uuid primary key default gen_random_uuid(),
    agency_id int  not null references access.agency,
    shape     text,                                   -- null: every type of record
    record_id uuid,                                   -- null: every record of the type
    name      text not null check (length(btrim(name)) > 0),
    placed_by uuid not null,
    placed_at timestamptz not null default now(),
    reason    text not null check (length(btrim(reason)) > 0)
);
-- Two people lift a hold: one asks, another confirms.
create table retention.hold_step (
    hold_id uuid not null references retention.hold,
    kind    text not null check (kind in ('lift_asked', 'lifted')),
    made_by uuid not null,
    made_at timestamptz not null default now(),
    reason  text not null check (length(btrim(reason)) > 0),
    primary key (hold_id, kind)
);
create table retention.disposal (
    disposal_id uuid primary key default gen_random_uuid(),
    agency_id   int  not null references access.agency,
    type        text not null,                        -- of the schedule
    proposed_by uuid not null,
    proposed_at timestamptz not null default now(),
    expires_at  timestamptz not null default now() + interval '14 days',
    reason      text not null check (length(btrim(reason)) > 0),
    preview     jsonb not null                        -- what the proposer was shown, counts only
);
create table retention.disposal_row (
    disposal_id uuid not null references retention.disposal,
    import_no   int    not null,
    row_no      bigint not null,
    primary key (disposal_id, import_no, row_no)
);
create table retention.carried_out (
    disposal_id  uuid primary key references retention.disposal,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null default now(),
    reason       text not null check (length(btrim(reason)) > 0),
    counts       jsonb not null,
    decision_id  uuid not null
);
-- The tombstone of a record: its header stays, its payload is gone.
create table records.disposed (
    record_id   uuid primary key,
    disposal_id uuid not null references retention.disposal,
    disposed_at timestamptz not null default now()
);
grant select on all tables in schema retention to clew_app, clew_engine;
grant select on records.disposed to clew_app, clew_engine;
grant insert (hold_id, agency_id, shape, record_id, name, placed_by, reason) on retention.hold to clew_app;
grant insert (hold_id, kind, made_by, reason) on retention.hold_step to clew_app;
grant insert (disposal_id, agency_id, type, proposed_by, reason, preview) on retention.disposal to clew_app;
grant insert on retention.disposal_row to clew_app;
alter table retention.hold enable row level security;
alter table retention.hold_step enable row level security;
alter table retention.disposal enable row level security;
alter table retention.disposal_row enable row level security;
alter table retention.carried_out enable row level security;
alter table records.disposed enable row level security;
do $$
declare t text;
begin
    foreach t in array array['hold', 'hold_step', 'disposal', 'disposal_row', 'carried_out'] loop
        execute format('create policy engine on retention.%I for select to clew_engine using (true)', t);
    end loop;
end
$$;
create policy engine on records.disposed for select to clew_engine using (true);
create policy visible on records.disposed for select to clew_app
    using (exists (select from records.header h where h.record_id = disposed.record_id));
create policy own on retention.hold to clew_app using (agency_id = (select access.viewer_agency()))
    with check (agency_id = (select access.viewer_agency()) and placed_by = (select nullif(current_setting('clew.user', true), '')::uuid)
        and (select access.viewer_is('information_governance_lead')));
create policy own on retention.hold_step for select to clew_app using (exists (select from retention.hold h where h.hold_id = hold_step.hold_id));
create policy ask on retention.hold_step for insert to clew_app
    with check (made_by = (select nullif(current_setting('clew.user', true), '')::uuid)
        and exists (select from retention.hold h where h.hold_id = hold_step.hold_id)
        and (select access.viewer_is('information_governance_lead')));
create policy own on retention.disposal to clew_app using (agency_id = (select access.viewer_agency()))
    with check (agency_id = (select access.viewer_agency()) and proposed_by = (select nullif(current_setting('clew.user', true), '')::uuid));
create policy own on retention.disposal_row to clew_app
    using (exists (select from retention.disposal d where d.disposal_id = disposal_row.disposal_id))
    with check (exists (select from retention.disposal d where d.disposal_id = disposal_row.disposal_id));
create policy own on retention.carried_out for select to clew_app
    using (exists (select from retention.disposal d where d.disposal_id = carried_out.disposal_id));

-- The second person to lift a hold is another than the first.
create function retention.check_lift() returns trigger
    language plpgsql security definer set search_path = pg_catalog, retention as
$$
begin
    if new.kind = 'lifted' and not exists (
            select from retention.hold_step s where s.hold_id = new.hold_id and s.kind = 'lift_asked' and s.made_by <> new.made_by) then
        raise exception 'expected another person to have asked for the hold to be lifted, found none';
    end if;
    return new;
end
$$;
create trigger lift before insert on retention.hold_step for each row execute function retention.check_lift();

-- The holds that stop a row from being disposed of: any record of the row under any hold in force stops all of it.
create function retention.holds_on(in_import int, in_row bigint) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, retention, records as
$$
    select o.hold_id
      from records.import i
      join retention.hold o on o.agency_id = i.agency_id
     where i.import_no = in_import
       and not exists (select from retention.hold_step s where s.hold_id = o.hold_id and s.kind = 'lifted')
       and (o.shape is null and o.record_id is null
            or exists (select from records.header h where h.import_no = in_import and h.row_no = in_row
                          and (o.shape is null or o.shape = h.shape) and (o.record_id is null or o.record_id = h.record_id)))
$$;
revoke all on function retention.holds_on(int, bigint) from public;
grant execute on function retention.holds_on(int, bigint) to clew_app, clew_engine;

-- The one way in which payloads go: a proposal, confirmed in time by a second person of the right role, with no hold on any of
-- it. All of it happens in the caller's transaction, so it happens whole or not at all.
create function retention.dispose(proposal uuid, why text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, retention, records, decisions, access as
$$
declare
    me       uuid := nullif(current_setting('clew.user', true), '')::uuid;
    what     retention.disposal;
    decision uuid := gen_random_uuid();
    held     bigint;
    rows_gone bigint;
    gone     uuid[];
begin
    select * into what from retention.disposal d where d.disposal_id = proposal for update;
    if what is null or what.agency_id is distinct from access.viewer_agency() then
        raise exception 'expected a proposal of one''s own agency, found none';
    end if;
    if me is null or me = what.proposed_by then
        raise exception 'expected a second person to confirm, found the one who proposed';
    end if;
    if not access.viewer_is('information_governance_lead') then
        raise exception 'expected an information-governance lead to confirm, found another role';
    end if;
    if now() > what.expires_at then
        raise exception 'expected a confirmation before %, found it is over', what.expires_at;
    end if;
    if exists (select from retention.carried_out c where c.disposal_id = proposal) then
        raise exception 'expected a proposal that was not carried out, found it was';
    end if;
    if exists (select from retention.disposal_row r join records.import i using (import_no)
                where r.disposal_id = proposal and i.agency_id <> what.agency_id) then
        raise exception 'expected rows of one''s own agency, found others';
    end if;
    perform records.hold_picture();
    lock table retention.hold, retention.hold_step in share mode;
    select count(*) into held from retention.disposal_row r
     where r.disposal_id = proposal and exists (select from retention.holds_on(r.import_no, r.row_no));
    if held > 0 then
        raise exception 'expected no legal hold on what is disposed of, found % rows under one', held;
    end if;
    delete from records.source_row s using retention.disposal_row r
     where r.disposal_id = proposal and s.import_no = r.import_no and s.row_no = r.row_no;
    get diagnostics rows_gone = row_count;
    delete from records.quarantine q using retention.disposal_row r
     where r.disposal_id = proposal and q.import_no = r.import_no and q.row_no = r.row_no;
    -- A record is gone when no row of any of its versions is left.
    select coalesce(array_agg(distinct h.record_id), '{}') into gone
      from retention.disposal_row r join records.header h on h.import_no = r.import_no and h.row_no = r.row_no
     where r.disposal_id = proposal
       and not exists (select from records.header o join records.source_row s on s.import_no = o.import_no and s.row_no = o.row_no
                        where o.record_id = h.record_id);
    insert into records.disposed (record_id, disposal_id) select unnest(gone), proposal on conflict do nothing;
    -- What people typed about it is payload too.
    update decisions.decision d set reason = '(disposed of)', body = '{}'
      from decisions.about a
     where a.record_id = any (gone) and d.decision_id = a.decision_id
       and d.kind in ('correction', 'addendum', 'correction_ended', 'correction_proposed', 'proposal_accepted', 'proposal_refused');
    perform records.leave_picture(gone);
    insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
    select decision, 'disposed', me, what.agency_id, why, min(c.class_id),
           jsonb_build_object('disposal', proposal, 'rows', rows_gone, 'records', cardinality(gone), 'proposed_by', what.proposed_by)
      from access.class c where c.agency_id = what.agency_id;
    insert into decisions.about (decision_id, record_id, class_id)
    select decision, record, (select h.class_id from records.header h where h.record_id = record order by h.version_no desc limit 1)
      from unnest(gone) record;
    insert into retention.carried_out (disposal_id, confirmed_by, reason, counts, decision_id)
    values (proposal, me, why, jsonb_build_object('rows', rows_gone, 'records', cardinality(gone)), decision);
    return jsonb_build_object('rows', rows_gone, 'records', cardinality(gone));
end
$$;
revoke all on function retention.dispose(uuid, text) from public;
grant execute on function retention.dispose(uuid, text) to clew_app;
