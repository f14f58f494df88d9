-- People decide who is who: what a decision says about which records, who may see it, when it takes two, and what follows when one is
-- taken back. Decisions refer to records, never to persons; none is changed or deleted.

-- ---------------------------------------------------------------- kinds
--
--   same_person            its records are one person
--   same_person_proposed   the first of two says so; the second answers by same_person with body.proposal, or otherwise
--   not_same_person        no record of body.one is of the person of any record of body.other
--   identified             an unidentified subject is the person of a record: body.unidentified, body.record
--   unsure                 body.pair cannot be told until body.until, or until one of the two changes (body.versions)
--   agency_asked           the same, and body.question is the question to an agency that keeps it open
--   agency_question        to the agency of its record; the reason is the question
--   agency_answered        body.question, and the reason is the answer
--   decision_withdrawn     body.decision holds no longer
--   decision_upheld        body.decision, which was opened again, holds as it was

create index decision_refers on decisions.decision ((body ->> 'decision')) where kind in ('decision_withdrawn', 'decision_upheld');
create index decision_of_question on decisions.decision ((body ->> 'question')) where kind in ('agency_answered', 'agency_asked');
create index decision_of_proposal on decisions.decision ((body ->> 'proposal')) where kind = 'same_person';

-- Whether nothing that a decision is about is hidden from this transaction. What somebody typed about two records shows to who may see both.
create function decisions.whole(decision uuid) returns boolean
    language sql stable parallel safe security definer set search_path = pg_catalog, decisions
    as $$ select not exists (select from decisions.about a
                              where a.decision_id = decision and a.class_id <> all (coalesce((access.visible_classes())::int[], '{}'))) $$;
revoke all on function decisions.whole(uuid) from public;
grant execute on function decisions.whole(uuid) to clew_app;
drop policy visible on decisions.decision;
create policy visible on decisions.decision for select to clew_app
    using (class_id = any ((select access.visible_classes())::int[]) and decisions.whole(decision_id));

-- What people decided about who is who and did not take back.
create view decisions.in_force with (security_invoker = true) as
select d.*
  from decisions.decision d
 where d.kind in ('same_person', 'same_person_proposed', 'not_same_person', 'identified', 'unsure', 'agency_asked')
   and not exists (select from decisions.decision w where w.kind = 'decision_withdrawn' and w.body ->> 'decision' = d.decision_id::text);

-- The same for each pair of records, the smaller id first: what linking must keep. "Not the same" wins over "the same".
-- Who was identified is joined with whom they were identified as, and that takes two people where it discloses, as every join.
create view decisions.judged with (security_invoker = true) as
select d.decision_id, l.record_id as left_record, r.record_id as right_record, true as same, d.made_at
  from decisions.in_force d
  join decisions.about l using (decision_id)
  join decisions.about r on r.decision_id = d.decision_id and r.record_id > l.record_id
 where d.kind in ('same_person', 'identified')
union all
select d.decision_id, least(one.id::uuid, other.id::uuid), greatest(one.id::uuid, other.id::uuid), false, d.made_at
  from decisions.in_force d
 cross join lateral jsonb_array_elements_text(d.body -> 'one') one (id)
 cross join lateral jsonb_array_elements_text(d.body -> 'other') other (id)
 where d.kind = 'not_same_person'
union all
select d.decision_id, l.record_id, r.record_id, false, d.made_at
  from decisions.in_force d
  join decisions.about l using (decision_id)
  join decisions.about r on r.decision_id = d.decision_id and r.record_id > l.record_id
 where d.kind = 'not_same_person' and not d.body ? 'one';
grant select on decisions.in_force, decisions.judged to clew_app, clew_engine;

-- ---------------------------------------------------------------- who decides, and when it takes two

-- Whether joining these records would bring what is protected beside what is not, or beside what is protected otherwise: a
-- restriction of any kind, or what its owner hides.
create function decisions.discloses(classes int[]) returns boolean
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select count(distinct (c.agency_id, c.handling, c.base)) > 1 and bool_or(c.base <> 'none' or c.handling = 'hidden')
            from access.class c where c.class_id = any (classes) $$;
revoke all on function decisions.discloses(int[]) from public;
grant execute on function decisions.discloses(int[]) to clew_app;

create function decisions.check_decider() returns trigger
    language plpgsql security definer set search_path = pg_catalog, decisions, access as
$$
declare
    seconded decisions.decision;
begin
    if session_user <> 'clew_app' then
        return new;
    end if;
    if new.made_by is distinct from access.me() or new.agency_id is distinct from access.viewer_agency() then
        raise exception 'expected a decision in the name of who takes it, found another';
    end if;
    if not exists (select from decisions.about a where a.decision_id = new.decision_id) or not decisions.whole(new.decision_id) then
        raise exception 'expected a decision about records that show to who takes it, found others';
    end if;
    if new.kind in ('same_person', 'identified') and decisions.discloses(array(select a.class_id from decisions.about a where a.decision_id = new.decision_id)) then
        select * into seconded from decisions.in_force d
         where d.kind = 'same_person_proposed' and d.decision_id::text = new.body ->> 'proposal';
        if seconded is null or seconded.made_by = new.made_by
                or array(select a.record_id from decisions.about a where a.decision_id = new.decision_id order by 1)
                   is distinct from array(select a.record_id from decisions.about a where a.decision_id = seconded.decision_id order by 1) then
            raise exception 'expected another person to have proposed to join a protected record, found none';
        end if;
    end if;
    return new;
end
$$;
-- At the end of the transaction, when it is known what the decision is about.
create constraint trigger decider after insert on decisions.decision deferrable initially deferred for each row
    when (new.kind in ('same_person', 'same_person_proposed', 'not_same_person', 'identified', 'unsure', 'agency_asked', 'agency_question',
        'agency_answered', 'decision_withdrawn', 'decision_upheld'))
    execute function decisions.check_decider();

-- ---------------------------------------------------------------- taking a decision back

-- Decisions that rested on one that was taken back: somebody looks again.
create table decisions.reopened (
    decision_id   uuid not null references decisions.decision,
    withdrawal_id uuid not null references decisions.decision,
    at            timestamptz not null default now(),
    primary key (decision_id, withdrawal_id)
);
grant select on decisions.reopened to clew_app, clew_engine;
alter table decisions.reopened enable row level security;
create policy engine on decisions.reopened for select to clew_engine using (true);
create policy visible on decisions.reopened for select to clew_app
    using (exists (select from decisions.decision d where d.decision_id = reopened.decision_id)
        and exists (select from decisions.decision w where w.decision_id = reopened.withdrawal_id));

-- Looks that rested on a decision while it held: for "the same" those that showed its records together, for anything else those that
-- showed any of them.
create function decisions.looks_on(decision uuid) returns table (user_id uuid, agency_id int, purpose text, at timestamptz)
    language sql stable security definer set search_path = pg_catalog, decisions, ledger as
$$
    with d as materialized (
        select v.kind, v.made_at, v.made_by, array(select a.record_id from decisions.about a where a.decision_id = v.decision_id) as records,
               coalesce((select min(w.made_at) from decisions.decision w
                          where w.kind = 'decision_withdrawn' and w.body ->> 'decision' = v.decision_id::text), 'infinity') as until
          from decisions.decision v where v.decision_id = decision)
    select e.user_id, e.agency_id, e.purpose, e.at
      from ledger.entry e, d
     where e.subjects && d.records and (d.kind <> 'same_person' or e.subjects @> d.records)
       and e.at >= d.made_at and e.at <= d.until and e.outcome = 'done' and e.user_id is not null
$$;
revoke all on function decisions.looks_on(uuid) from public;

-- Who saw or decided on it since: people of one's own agency by name, those of others as so many of an agency. Looks under a sensitive
-- purpose are left out, except for the leads of the agency whose they are.
create function decisions.seen_since(decision uuid)
    returns table (shown_name text, agency text, people bigint, looks bigint, last_look timestamptz)
    language sql stable security definer set search_path = pg_catalog, decisions, ledger, access as
$$
    select case when own then u.shown_name end, a.name, count(distinct l.user_id), count(*), max(l.at)
      from decisions.looks_on(decision) l
      join access.person_user u using (user_id)
      join access.agency a on a.agency_id = u.agency_id
     cross join lateral (select u.agency_id = access.viewer_agency() as own) o
     where decisions.whole(decision) and l.user_id <> access.me()
       and (not ledger.is_sensitive(l.purpose, l.agency_id, l.at) or (own and access.viewer_is('information_governance_lead')))
     group by 1, 2
     order by 2, 1
$$;

-- Tells everybody who saw or decided on a decision that it was taken back, and opens again what was decided since on the same records.
-- Returns how many were told.
create function decisions.tell(withdrawal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog, decisions, access, desk as
$$
declare
    back   decisions.decision;
    gone   decisions.decision;
    told   int;
begin
    select * into back from decisions.decision d where d.decision_id = withdrawal and d.kind = 'decision_withdrawn' and d.made_by = access.me();
    select * into gone from decisions.decision d where d.decision_id::text = back.body ->> 'decision';
    if gone is null then
        raise exception 'expected a withdrawal by this user, found none';
    end if;
    insert into decisions.reopened (decision_id, withdrawal_id)
    select distinct d.decision_id, withdrawal
      from decisions.decision d join decisions.about a using (decision_id)
     where a.record_id in (select o.record_id from decisions.about o where o.decision_id = gone.decision_id)
       and d.made_at > gone.made_at and d.decision_id not in (withdrawal, gone.decision_id)
       and d.kind in ('same_person', 'not_same_person', 'identified', 'line_accepted', 'line_rejected', 'proposal_accepted')
       and not exists (select from decisions.decision w where w.kind = 'decision_withdrawn' and w.body ->> 'decision' = d.decision_id::text);
    insert into desk.delivery (user_id, about, due_at, expires_at)
    select person, withdrawal, now(), now() + interval '90 days'
      from (select l.user_id from decisions.looks_on(gone.decision_id) l
            union select gone.made_by
            union select d.made_by from decisions.reopened r join decisions.decision d using (decision_id) where r.withdrawal_id = withdrawal) who (person)
      join access.person_user u on u.user_id = who.person and u.ended_at is null
     where person <> back.made_by;
    get diagnostics told = row_count;
    return told;
end
$$;
revoke all on function decisions.seen_since(uuid), decisions.tell(uuid) from public;
grant execute on function decisions.seen_since(uuid), decisions.tell(uuid) to clew_app;
create index delivery_user on desk.delivery (user_id, due_at);

-- What people typed about a record is payload too: it goes when the record is disposed of.
create function decisions.forget_reasons() returns trigger
    language plpgsql security definer set search_path = pg_catalog, decisions as
$$
begin
    update decisions.decision d set reason = '(disposed of)'
      from decisions.about a
     where a.record_id = new.record_id and d.decision_id = a.decision_id
       and d.kind in ('same_person', 'same_person_proposed', 'not_same_person', 'identified', 'unsure', 'agency_asked', 'agency_question',
           'agency_answered', 'decision_withdrawn', 'decision_upheld');
    return new;
end
$$;
create trigger forget_reasons after insert on records.disposed for each row execute function decisions.forget_reasons();

-- ---------------------------------------------------------------- the register, as far as a viewer may know it

-- What happened to the person ids that these records gave, where each record shows to this transaction: issued, joined, split, moved. What
-- rests on any other record is left out.
create function register.history_of(records uuid[]) returns table (at timestamptz, kind text, person uuid, other uuid)
    language sql stable security definer set search_path = pg_catalog, register, records, access as
$$
    with shown as materialized (
        select distinct h.record_id from records.current h
         where h.record_id = any (records) and h.class_id = any ((access.visible_classes())::int[])),
    own as materialized (
        select i.person_id, i.issued_at from register.issued i where i.first_record in (select record_id from shown))
    select issued_at, 'issued', person_id, null::uuid from own
    union all
    select r.at, r.reason, r.from_person, r.to_person from register.redirect r
     where r.from_person in (select person_id from own) and r.to_person in (select person_id from own)
     order by 1, 2, 3
$$;
revoke all on function register.history_of(uuid[]) from public;
grant execute on function register.history_of(uuid[]) to clew_app;

-- ---------------------------------------------------------------- machine callers

-- A token of a user of an agency, who signs in by nothing else. Kept as its hash: it is shown once.
create table access.api_token (
    token_id   uuid primary key default gen_random_uuid(),
    user_id    uuid not null references access.person_user,
    token_hash bytea not null unique check (length(token_hash) = 32),
    made_at    timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index api_token_user on access.api_token (user_id);
grant select, insert on access.api_token to clew_engine;
grant update (ended_at) on access.api_token to clew_engine;
create function access.user_by_token(hash bytea, moment timestamptz) returns table (user_id uuid, agency_id int, sign_in_name text)
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select u.user_id, u.agency_id, u.sign_in_name
            from access.api_token t join access.person_user u using (user_id)
           where t.token_hash = hash and t.ended_at is null and t.expires_at > moment and u.ended_at is null $$;
revoke all on function access.user_by_token(bytea, timestamptz) from public;
grant execute on function access.user_by_token(bytea, timestamptz) to clew_app;

-- Replies to calls that carried an idempotency key: the same key and the same body get the same reply. Sealed, since a reply may name records.
create table desk.answered_call (
    user_id   uuid  not null,
    call_key  text  not null check (length(call_key) between 1 and 200),
    body_hash bytea not null check (length(body_hash) = 32),
    status    int,                                    -- null: still being answered
    reply     bytea,
    made_at   timestamptz not null default now(),
    ends_at   timestamptz not null,
    primary key (user_id, call_key)
);
create index answered_call_ends on desk.answered_call (ends_at);
grant select, insert, update, delete on desk.answered_call to clew_app;
alter table desk.answered_call enable row level security;
create policy own on desk.answered_call to clew_app using (user_id = (select access.me())) with check (user_id = (select access.me()));
create or replace function desk.sweep() returns void
    language sql volatile security definer set search_path = pg_catalog, desk
as $$
    delete from desk.session where ends_at < now() - interval '1 day';
    delete from desk.draft where expires_at < now();
    delete from desk.delivery where expires_at < now();
    delete from desk.answered_call where ends_at < now();
$$;
