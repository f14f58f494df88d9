-- Trust, second part: what was taken out of Clew.

-- ---------------------------------------------------------------- shares: an export is a share, and a disclosure that can be asked for

-- Append-only. What the file held is not kept: the records it rested on are, and the row of the ledger says when and by which right.
create table access.share (
    share_id  uuid primary key,
    made_by   uuid not null references access.person_user,
    agency_id int  not null references access.agency,     -- of who shared
    made_at   timestamptz not null default now(),
    purpose   text not null,
    what      text not null check (length(btrim(what)) > 0),      -- fixed words of the list, never personal data
    given_to  text not null check (length(btrim(given_to)) > 0),  -- the person or body that gets it
    reason    text not null check (length(btrim(reason)) > 0),
    format    text not null,
    lines     int  not null check (lines >= 0)
);
create index share_by on access.share (made_by, made_at);
create index share_agency on access.share (agency_id, made_at);
create table access.share_record (
    share_id  uuid not null references access.share,
    record_id uuid not null,
    primary key (record_id, share_id)
);
grant select on access.share, access.share_record to clew_app, clew_engine;
grant insert (share_id, made_by, agency_id, purpose, what, given_to, reason, format, lines) on access.share to clew_app;
grant insert on access.share_record to clew_app;
alter table access.share enable row level security;
alter table access.share_record enable row level security;
create policy engine on access.share for select to clew_engine using (true);
create policy engine on access.share_record for select to clew_engine using (true);
-- One's own; an information-governance lead sees all of their agency. Those under a sensitive purpose show to leads as looks do.
create policy visible on access.share for select to clew_app
    using (made_by = (select access.me())
        or (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead'))));
create policy add on access.share for insert to clew_app
    with check (made_by = (select access.me()) and agency_id = (select access.viewer_agency()));
create policy visible on access.share_record for select to clew_app
    using (exists (select from access.share s where s.share_id = share_record.share_id));
create policy add on access.share_record for insert to clew_app
    with check (exists (select from access.share s where s.share_id = share_record.share_id and s.made_by = (select access.me())));

-- What was taken out about one record: for the agency that owns it, as it sees who looked.
create function access.shares_about(record uuid)
    returns table (share_id uuid, made_at timestamptz, who text, agency text, purpose text, what text, given_to text, reason text, format text, lines int)
    language sql stable security definer set search_path = pg_catalog, access, records, ledger as
$$
    select s.share_id, s.made_at, u.shown_name, a.name, s.purpose, s.what, s.given_to, s.reason, s.format, s.lines
      from access.share_record r join access.share s using (share_id)
      join access.person_user u on u.user_id = s.made_by
      join access.agency a on a.agency_id = s.agency_id
     where r.record_id = record
       and (s.made_by = access.me()
            or (records.owner(record) = access.viewer_agency()
                and (not ledger.is_sensitive(s.purpose, s.agency_id, s.made_at) or access.viewer_is('information_governance_lead'))))
     order by s.made_at desc, s.share_id
     limit 200
$$;
revoke all on function access.shares_about(uuid) from public;
grant execute on function access.shares_about(uuid) to clew_app;

-- ---------------------------------------------------------------- what an information-governance lead decides, and a second confirms

-- What shows more than before, or hides looks from those who own the records, is proposed by one lead and confirmed by another of the
-- same agency within 14 days. What shows less is done by one, at once. Append-only; a decision carries itself out in its own transaction.
create table access.proposal (
    proposal_id uuid primary key,
    kind        text not null check (kind in ('handling', 'release', 'sensitive_purpose', 'seal_ended')),
    agency_id   int  not null references access.agency,
    body        jsonb not null,
    reason      text not null check (length(btrim(reason)) > 0),
    proposed_by uuid not null references access.person_user,
    proposed_at timestamptz not null default now()
);
create table access.proposal_decision (
    proposal_id uuid primary key references access.proposal,
    confirmed   boolean not null,
    decided_by  uuid not null references access.person_user,
    decided_at  timestamptz not null default now(),
    reason      text not null check (length(btrim(reason)) > 0)
);
grant select on access.proposal, access.proposal_decision to clew_app, clew_engine;
grant insert (proposal_id, kind, agency_id, body, reason, proposed_by) on access.proposal to clew_app;
grant insert (proposal_id, confirmed, decided_by, reason) on access.proposal_decision to clew_app;
alter table access.proposal enable row level security;
alter table access.proposal_decision enable row level security;
create policy engine on access.proposal for select to clew_engine using (true);
create policy engine on access.proposal_decision for select to clew_engine using (true);
create policy leads on access.proposal for select to clew_app
    using (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead')));
create policy propose on access.proposal for insert to clew_app
    with check (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead'))
        and proposed_by = (select access.me()));
create policy leads on access.proposal_decision for select to clew_app
    using (exists (select from access.proposal p where p.proposal_id = proposal_decision.proposal_id));
create policy decide on access.proposal_decision for insert to clew_app
    with check (decided_by = (select access.me()) and exists (select from access.proposal p
        where p.proposal_id = proposal_decision.proposal_id and p.proposed_by <> (select access.me())
          and p.proposed_at > now() - interval '14 days'));

-- A sensitive purpose hides looks: nobody makes one alone any more.
revoke insert (purpose, agency_id, authorised_by, starts_at, ends_at, reason) on ledger.sensitive_purpose from clew_app;
drop policy authorise on ledger.sensitive_purpose;
alter table ledger.sensitive_purpose add column confirmed_by uuid;

create function access.carry_out() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access, ledger as
$$
declare
    p     access.proposal;
    names text;
    today date := (now() at time zone 'Europe/London')::date;
begin
    select * into p from access.proposal o where o.proposal_id = new.proposal_id;
    select string_agg(u.shown_name, ' and ' order by u.user_id = new.decided_by) into names
      from access.person_user u where u.user_id in (p.proposed_by, new.decided_by);
    if not new.confirmed then
        return new;
    end if;
    if p.kind = 'handling' then
        insert into access.handling_policy (agency_id, shape, handling, holds_from, decided_by, reason)
        values (p.agency_id, p.body ->> 'shape', p.body ->> 'handling', today, names, p.reason);
    elsif p.kind = 'release' then
        insert into access.part_3_authority (from_agency, to_agency, what, named_person, post, basis, holds_from, holds_until)
        values (p.agency_id, (p.body ->> 'to')::int, array(select jsonb_array_elements_text(p.body -> 'what')),
                p.body ->> 'person', p.body ->> 'post', p.body ->> 'basis', today, today + (p.body ->> 'days')::int - 1);
    elsif p.kind = 'sensitive_purpose' then
        insert into ledger.sensitive_purpose (purpose, agency_id, authorised_by, confirmed_by, starts_at, ends_at, reason)
        values (p.body ->> 'purpose', p.agency_id, p.proposed_by, new.decided_by, now(),
                now() + make_interval(days => (p.body ->> 'days')::int), p.reason);
    end if;
    return new;
end
$$;
revoke all on function access.carry_out() from public;
create trigger carry_out after insert on access.proposal_decision for each row execute function access.carry_out();

-- What an agency shows of a type of record today.
create function access.handling_now(of_agency int, of_shape text) returns text
    language sql stable parallel safe
    as $$ select coalesce((select h.handling from access.handling_policy h
                            where h.agency_id = of_agency and h.shape = of_shape
                              and h.holds_from <= (now() at time zone 'Europe/London')::date
                            order by h.holds_from desc, h.policy_no desc limit 1), 'content') $$;
-- Shows less of a type of record, at once, by one lead; false when it would not be less.
create function access.show_less(of_shape text, to_handling text, why text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, access as
$$
declare
    agency int := access.viewer_agency();
    grades text[] := array['content', 'pointer', 'hidden'];
begin
    if not access.viewer_is('information_governance_lead')
            or array_position(grades, to_handling) <= array_position(grades, access.handling_now(agency, of_shape)) then
        return false;
    end if;
    insert into access.handling_policy (agency_id, shape, handling, holds_from, decided_by, reason)
    select agency, of_shape, to_handling, (now() at time zone 'Europe/London')::date, u.shown_name, why
      from access.person_user u where u.user_id = access.me();
    return true;
end
$$;
-- Ends a release of one's own agency, at once, by one lead.
create function access.end_release(number int, why text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.part_3_authority_ended (authority_no, ended_on, ended_by, reason)
    select a.authority_no, (now() at time zone 'Europe/London')::date, u.shown_name, why
      from access.part_3_authority a, access.person_user u
     where a.authority_no = number and a.from_agency = access.viewer_agency() and u.user_id = access.me()
       and access.viewer_is('information_governance_lead')
    on conflict do nothing;
    return found;
end
$$;
-- The seals of one's own agency, for its leads: the Decisions themselves show to nobody.
create function access.seals()
    returns table (seal uuid, ground text, made_at timestamptz, made_by text, reason text, records int)
    language sql stable security definer set search_path = pg_catalog, access, decisions
    as $$ select d.decision_id, d.body ->> 'ground', d.made_at, u.shown_name, d.reason, jsonb_array_length(d.body -> 'sealed')
            from decisions.decision d left join access.person_user u on u.user_id = d.made_by
           where d.kind = 'seal' and d.agency_id = access.viewer_agency() and access.viewer_is('information_governance_lead')
             and not exists (select from decisions.decision e where e.kind = 'seal_ended' and e.body ->> 'seal' = d.decision_id::text)
           order by d.made_at, d.decision_id $$;
revoke all on function access.show_less(text, text, text), access.end_release(int, text), access.seals() from public;
grant execute on function access.handling_now(int, text), access.show_less(text, text, text), access.end_release(int, text), access.seals() to clew_app;

-- ---------------------------------------------------------------- exclusions and grants follow the person

-- An exclusion names a record and shuts somebody out of the person: it follows to every record that is joined with it, by a machine too,
-- in the transaction that joins them. It stays when they are parted again, until somebody lifts it. A grant follows only where a person has
-- confirmed that two records are one person's, and only to records of the agency that gave it.
alter table access.exclusion add column follows uuid references access.exclusion;
alter table access.granted add column follows uuid references access.granted;
alter table access.granted add column by_decision uuid references decisions.decision;   -- by which it follows
create index exclusion_follows on access.exclusion (follows) where follows is not null;
create index granted_follows on access.granted (follows) where follows is not null;
do $$
declare c name;
begin
    for c in select conname from pg_constraint
              where conrelid = 'access.granted'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%request_id%' loop
        execute format('alter table access.granted drop constraint %I', c);
    end loop;
end
$$;
alter table access.granted add constraint granted_by_whom
    check ((kind = 'specific') = (request_id is not null or follows is not null) and (kind = 'challenged') = (given_by = user_id));
-- Who declared a conflict is not told by it that another record came in.
drop policy visible on access.exclusion;
create policy visible on access.exclusion for select to clew_app
    using ((user_id = (select access.me()) and set_by = (select access.me()) and follows is null)
        or (user_id <> (select access.me()) and access.decides_on(record_id)));

-- In the Picture of a schema, for the persons of some records (null: for all).
create function access.follow_exclusions(pic text, changed uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, access as
$$
declare
    one record;
begin
    if to_regclass(format('%I.membership', pic)) is null or not exists (select from access.exclusion) then
        return;
    end if;
    for one in execute format($q$
        select distinct on (e.user_id, o.record_id) e.exclusion_id, e.user_id, e.set_by, e.from_at, o.record_id
          from access.exclusion e
          join %1$I.membership m on m.record_id = e.record_id
          join %1$I.membership o on o.person_id = m.person_id and o.record_id <> e.record_id
         where e.follows is null %2$s
           and not exists (select from access.exclusion_ended x where x.exclusion_id = e.exclusion_id)
           and not exists (select from access.exclusion k where k.user_id = e.user_id and k.record_id = o.record_id
                              and (k.follows = e.exclusion_id
                                   or not exists (select from access.exclusion_ended x where x.exclusion_id = k.exclusion_id)))
         order by e.user_id, o.record_id, e.from_at, e.exclusion_id
        $q$, pic, case when changed is not null then
            format('and m.person_id in (select c.person_id from %I.membership c where c.record_id = any ($1))', pic) else '' end) using changed
    loop
        insert into access.exclusion (exclusion_id, user_id, record_id, set_by, from_at, reason, follows)
        values (gen_random_uuid(), one.user_id, one.record_id, one.set_by, one.from_at, 'of the same person as a record from which they are shut out',
                one.exclusion_id);
        perform access.set_apart(one.record_id, null, null, 'somebody is shut out of the person');
        perform access.seal_rows(one.record_id);
    end loop;
end
$$;
-- On the membership of each Picture, when its rows are in: see picture-keys.sql.
create function access.follow_joined() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    if exists (select from access.exclusion) then
        perform access.follow_exclusions(tg_table_schema, (select array_agg(c.record_id) from changed c));
    end if;
    return null;
end
$$;
create function access.lift_followers() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.exclusion_ended
    select e.exclusion_id, new.ended_at, new.ended_by, new.reason from access.exclusion e where e.follows = new.exclusion_id
    on conflict do nothing;
    return new;
end
$$;
create trigger lift_followers after insert on access.exclusion_ended for each row execute function access.lift_followers();

-- A person said that two records are one person's: who was let into one by request is let into the other, if its owner is the same.
create function access.follow_grants() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access, records, decisions as
$$
declare
    one record;
begin
    for one in
        select distinct g.grant_id, g.user_id, g.purpose, g.reason, g.given_by, g.until_at, o.record_id, d.decision_id
          from (select distinct decision_id from added) n
          join decisions.decision d on d.decision_id = n.decision_id and d.kind = 'same_person'
          join decisions.about a on a.decision_id = d.decision_id
          join access.granted g on g.record_id = a.record_id and g.kind = 'specific' and g.follows is null and g.until_at > now()
          join decisions.about o on o.decision_id = d.decision_id and o.record_id <> a.record_id
         where records.owner(o.record_id) = records.owner(a.record_id)
           and not exists (select from access.grant_ended x where x.grant_id = g.grant_id)
           and not exists (select from access.granted k where k.follows = g.grant_id and k.record_id = o.record_id)
    loop
        insert into access.granted (grant_id, kind, user_id, record_id, purpose, reason, given_by, from_at, until_at, follows, by_decision)
        values (gen_random_uuid(), 'specific', one.user_id, one.record_id, one.purpose, one.reason, one.given_by, now(), one.until_at, one.grant_id,
                one.decision_id);
        perform access.set_apart(one.record_id, null, null, 'somebody is let into the person');
    end loop;
    return null;
end
$$;
create trigger follow_grants after insert on decisions.about referencing new table as added
    for each statement execute function access.follow_grants();
-- Taken back, the decision takes along what followed by it.
create function access.end_of_decision() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.grant_ended
    select g.grant_id, now(), new.made_by, 'the decision by which it followed was taken back'
      from access.granted g where g.by_decision = (new.body ->> 'decision')::uuid
    on conflict do nothing;
    return new;
end
$$;
create trigger end_of_decision after insert on decisions.decision for each row
    when (new.kind = 'decision_withdrawn') execute function access.end_of_decision();
create function access.end_followers() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.grant_ended
    select g.grant_id, new.ended_at, new.ended_by, new.reason from access.granted g where g.follows = new.grant_id
    on conflict do nothing;
    return new;
end
$$;
create trigger end_followers after insert on access.grant_ended for each row execute function access.end_followers();
revoke all on function access.follow_exclusions(text, uuid[]), access.follow_joined(), access.lift_followers(), access.follow_grants(),
    access.end_of_decision(), access.end_followers() from public;
grant execute on function access.follow_exclusions(text, uuid[]), access.follow_joined() to clew_engine;

-- ---------------------------------------------------------------- one way to change a class

-- Whoever restricts, lets in, shuts out, pauses or seals: every version of the record and the Decisions about it change in place, the change is written
-- down, and the Picture follows. What was received stays as it was: class_id is a mark on it.
create function access.change_class(record uuid, from_class int, to_class int, by_user uuid, why text) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    if from_class = to_class then
        return;
    end if;
    update records.header set class_id = to_class where record_id = record and class_id = from_class;
    update decisions.decision d set class_id = to_class
      from decisions.about a where a.record_id = record and d.decision_id = a.decision_id and d.class_id = from_class;
    update decisions.about set class_id = to_class where record_id = record and class_id = from_class;
    insert into access.reclassified (record_id, class_before, class_after, made_by, reason) values (record, from_class, to_class, by_user, why);
end
$$;
revoke all on function access.change_class(uuid, int, int, uuid, text) from public;
grant execute on function access.change_class(uuid, int, int, uuid, text) to clew_engine;

-- ---------------------------------------------------------------- ledger: subjects are found by an index that owes nothing

-- With a list of pending entries a question first reads that list in every month, and an entry now and then pays for emptying it.
drop index ledger.entry_subjects;
create index entry_subjects on ledger.entry using gin (subjects) with (fastupdate = off);
