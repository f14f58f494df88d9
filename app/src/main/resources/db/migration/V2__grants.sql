-- Who may see what: roles, areas, teams. Dated, and nothing is deleted: what ends gets an end.

-- The nine roles of access/matrix.csv.
update access.person_user set roles = array(
    select distinct case r when 'worker' then 'practitioner' when 'social_worker' then 'practitioner' when 'hub' then 'hub_decision_maker'
                           when 'licensing' then 'licensing_officer' when 'steward' then 'data_steward'
                           when 'administrator' then 'system_administrator' else r end
      from unnest(roles) r);
alter table access.person_user add check (roles <@ array['practitioner', 'hub_decision_maker', 'analyst', 'licensing_officer',
    'data_steward', 'auditor', 'supervisor', 'information_governance_lead', 'system_administrator']);

-- The agency that hosts the hub: its supervisors may decide on requests for any agency of the partnership.
alter table access.agency add column hub boolean not null default false;

-- ---------------------------------------------------------------- areas and teams

create table access.area (
    area_id        int generated always as identity primary key,
    partnership_id int  not null references access.partnership,
    slug           text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
    name           text not null,
    unique (partnership_id, slug)
);
-- The areas that an agency's records are about.
create table access.agency_area (
    agency_id int not null references access.agency,
    area_id   int not null references access.area,
    primary key (agency_id, area_id)
);
create index agency_area_area on access.agency_area (area_id);

-- A team belongs to an agency; its members may come from any agency of the partnership. A class restricted to 'team:<team_id>'
-- shows to its members only.
create table access.team (
    team_id   int generated always as identity primary key,
    agency_id int  not null references access.agency,
    slug      text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
    name      text not null,
    unique (agency_id, slug)
);
create table access.team_area (
    team_id int not null references access.team,
    area_id int not null references access.area,
    primary key (team_id, area_id)
);
create table access.team_member (
    team_id    int  not null references access.team,
    user_id    uuid not null references access.person_user,
    from_at    timestamptz not null,
    until_at   timestamptz,
    primary key (user_id, team_id, from_at),
    check (until_at is null or until_at >= from_at)
);
create table access.user_area (
    user_id    uuid not null references access.person_user,
    area_id    int  not null references access.area,
    from_at    timestamptz not null,
    until_at   timestamptz,
    primary key (user_id, area_id, from_at),
    check (until_at is null or until_at >= from_at)
);

-- A partnership is one area of its own until it is said otherwise; users of before this migration work in the whole of it.
insert into access.area (partnership_id, slug, name) select partnership_id, slug, name from access.partnership;
insert into access.agency_area
    select a.agency_id, r.area_id from access.agency a join access.area r using (partnership_id);
insert into access.user_area (user_id, area_id, from_at)
    select u.user_id, r.area_id, '-infinity' from access.person_user u
      join access.agency a using (agency_id) join access.area r using (partnership_id);

grant select on access.area, access.agency_area, access.team, access.team_area, access.team_member, access.user_area
    to clew_app, clew_engine;
grant delete on access.agency_area to clew_engine;
grant insert on access.area, access.agency_area, access.team, access.team_area, access.team_member, access.user_area to clew_engine;
grant update (until_at) on access.team_member, access.user_area to clew_engine;
grant update (hub, call_whom) on access.agency to clew_engine;
grant usage on all sequences in schema access to clew_engine;

-- ---------------------------------------------------------------- records that stand apart

-- A record that somebody was let into, or shut out of, or that is restricted, stands apart in a class of its own, whose restriction
-- is that of the class it was in (its base), a slash and 'apart:<record>'. Base 'subject' is restricted: a member of staff or their
-- family is the subject, and it shows to nobody without a grant. Any other base shows as it did, to everyone who is not shut out.
alter table access.class add column base text not null generated always as (split_part(restriction, '/', 1)) stored;
alter table access.class add column apart uuid
    generated always as (case when restriction like '%/apart:%' then split_part(restriction, '/apart:', 2)::uuid end) stored;
create index class_base on access.class (agency_id, base);
create index class_of_team on access.class (base) where base like 'team:%';
create index class_apart on access.class (apart) where apart is not null;

-- Every change of a record's class: who, when, why. The record's own words do not change, nor does any version.
create table access.reclassified (
    change_no    bigint generated always as identity primary key,
    record_id    uuid not null,
    class_before int  not null references access.class,
    class_after  int  not null references access.class,
    at           timestamptz not null default clock_timestamp(),
    made_by      uuid,                                -- null: the deployment itself
    reason       text not null check (length(btrim(reason)) > 0)
);
create index reclassified_record on access.reclassified (record_id, change_no);
create index reclassified_at on access.reclassified (at);
grant select, insert on access.reclassified to clew_engine;
-- By which it is known whether figures that were counted before still hold.
create function access.last_change() returns bigint
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select coalesce(max(change_no), 0) from access.reclassified $$;
revoke all on function access.last_change() from public;
grant execute on function access.last_change() to clew_app;
grant update (class_id) on records.header, records.source_row, decisions.decision, decisions.about to clew_engine;

-- What the Picture in a schema says of a record follows its class. The figures of quality follow with the next build.
create function access.follow_class(pic text, record uuid, to_class int) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    if to_regclass(format('%I.attention', pic)) is null then
        return;
    end if;
    execute format('update %I.record set class_id = $2 where record_id = $1', pic) using record, to_class;
    execute format('update %I.reference set class_id = $2 where from_record = $1', pic) using record, to_class;
    execute format('update %I.token set class_id = $2 where record_id = $1', pic) using record, to_class;
    execute format('update %I.finding set class_id = $2 where record_id = $1', pic) using record, to_class;
    execute format('update %I.mended set class_id = $2 where record_id = $1', pic) using record, to_class;
    execute format('update %I.membership set class_id = $2 where record_id = $1', pic) using record, to_class;
    execute format('update %I.link set left_class = $2 where left_record = $1', pic) using record, to_class;
    execute format('update %I.link set right_class = $2 where right_record = $1', pic) using record, to_class;
    execute format('update %I.component c
                       set classes = array(select distinct m.class_id from %1$I.membership m where m.component_id = c.component_id order by 1)
                     where c.component_id = (select component_id from %1$I.membership where record_id = $1)', pic) using record;
    execute format('update %I.attention a
                       set classes = array(select distinct m.class_id from %1$I.membership m where m.record_id = any (a.records) order by 1)
                     where a.records @> array[$1]', pic) using record;
end
$$;

-- The lock between a change of class and the moment in which a newly built Picture comes into force; held for moments.
create function access.hold_classes() returns void
    language sql as $$ select pg_advisory_xact_lock(7164212670901085045) $$;

-- What changed class while a Picture was built changes in it too, before it comes into force.
create function access.follow_changes(pic text, since timestamptz) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform access.hold_classes();
    perform access.follow_exclusions(pic, null);
    perform access.follow_class(pic, c.record_id, c.class_id)
       from records.current c
      where c.record_id in (select r.record_id from access.reclassified r where r.at >= since);
end
$$;

-- Sets a record apart, or moves one that is, onto another base (null: the one it has). Without such a record it does nothing.
create function access.set_apart(record uuid, onto text, by_user uuid, why text) returns void
    language plpgsql set search_path = pg_catalog as
$$
declare
    old     record;
    word    text;
    target  int;
    current int;
begin
    perform access.hold_classes();
    for old in select distinct c.class_id, c.agency_id, c.handling, c.base, c.restriction
                 from records.header h join access.class c using (class_id) where h.record_id = record loop
        word := coalesce(onto, old.base) || '/apart:' || record;
        if word <> old.restriction then
            insert into access.class (agency_id, handling, restriction) values (old.agency_id, old.handling, word) on conflict do nothing;
            select class_id into target from access.class
             where agency_id = old.agency_id and handling = old.handling and restriction = word;
            perform access.change_class(record, old.class_id, target, by_user, why);
        end if;
    end loop;
    select class_id into current from records.current where record_id = record;
    if current is not null then
        perform access.follow_class('picture', record, current);
    end if;
end
$$;

-- The rows as received of a record that somebody is shut out of: a row may say it all, so nobody but the engine reads them on.
create function access.seal_rows(record uuid) returns void
    language plpgsql set search_path = pg_catalog as
$$
declare
    owner int := (select c.agency_id from records.header h join access.class c using (class_id) where h.record_id = record limit 1);
begin
    if owner is not null then
        insert into access.class (agency_id, handling, restriction) values (owner, 'hidden', 'sealed') on conflict do nothing;
        update records.source_row s
           set class_id = (select class_id from access.class where agency_id = owner and handling = 'hidden' and restriction = 'sealed')
          from records.header h
         where h.record_id = record and s.import_no = h.import_no and s.row_no = h.row_no;
    end if;
end
$$;

-- A record without its apartness: onto the base that it had before it was restricted.
create function access.base_before(record uuid) returns text
    language sql stable as
$$
    select b.base from access.reclassified r join access.class b on b.class_id = r.class_before
     where r.record_id = record and b.base <> 'subject' order by r.change_no desc limit 1
$$;

-- A new version of a record that stands apart stands apart too, in the moment in which its extract is accepted.
create function access.keep_apart() returns trigger
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform access.set_apart(one.record_id, case when one.restricted then 'subject' end, null, 'a new version of a record that stands apart'),
            case when one.sealed then access.seal_rows(one.record_id) end
       from (select distinct h.record_id,
                    exists (select from access.class c where c.apart = h.record_id and c.base = 'subject'
                               and c.class_id = (select r.class_after from access.reclassified r
                                                  where r.record_id = h.record_id order by r.change_no desc limit 1)) as restricted,
                    exists (select from access.exclusion e where e.record_id = h.record_id)
                    or exists (select from access.class c where c.apart = h.record_id and c.base = 'subject') as sealed
               from records.header h
              where h.import_no = new.import_no
                and exists (select from access.class c where c.apart = h.record_id)) one;
    return new;
end
$$;
create trigger keep_apart after update of accepted_at on records.import for each row
    when (old.accepted_at is null and new.accepted_at is not null) execute function access.keep_apart();

-- ---------------------------------------------------------------- grants, requests, reviews, exclusions: append-only

create table access.request (
    request_id uuid primary key,
    user_id    uuid not null references access.person_user,
    record_id  uuid not null,                         -- as typed: there may be no such record, and nothing says so
    purpose    text not null,
    reason     text not null check (length(btrim(reason)) > 0),
    asked_at   timestamptz not null
);
create index request_user on access.request (user_id, asked_at);
create index request_record on access.request (record_id);

create table access.request_decision (
    request_id uuid primary key references access.request,
    approved   boolean not null,
    decided_by uuid not null references access.person_user,
    decided_at timestamptz not null,
    until_at   timestamptz,
    reason     text not null check (length(btrim(reason)) > 0),
    check (approved = (until_at is not null))
);

-- What somebody was let into. A challenged grant was given by who holds it. A grant never comes from a machine's join.
create table access.granted (
    grant_id   uuid primary key,
    kind       text not null check (kind in ('specific', 'challenged')),
    user_id    uuid not null references access.person_user,
    record_id  uuid not null,
    purpose    text not null,
    reason     text not null check (length(btrim(reason)) > 0),
    given_by   uuid not null references access.person_user,
    request_id uuid unique references access.request_decision,
    from_at    timestamptz not null,
    until_at   timestamptz not null check (until_at > from_at),
    check ((kind = 'specific') = (request_id is not null) and (kind = 'challenged') = (given_by = user_id))
);
create index granted_user on access.granted (user_id, until_at);
create index granted_record on access.granted (record_id);
create table access.grant_ended (
    grant_id uuid primary key references access.granted,
    ended_at timestamptz not null,
    ended_by uuid not null references access.person_user,
    reason   text not null check (length(btrim(reason)) > 0)
);
-- What the owner's agency thinks of a challenge.
create table access.review (
    grant_id    uuid primary key references access.granted,
    confirmed   boolean not null,
    reviewed_by uuid not null references access.person_user,
    reviewed_at timestamptz not null,
    reason      text not null check (length(btrim(reason)) > 0)
);

-- Who is shut out of a record because of a conflict of interest. Who is shut out by another does not read this: it would say
-- that the record exists.
create table access.exclusion (
    exclusion_id uuid primary key,
    user_id      uuid not null references access.person_user,
    record_id    uuid not null,                       -- as typed: there may be no such record, and nothing says so
    set_by       uuid not null references access.person_user,
    from_at      timestamptz not null,
    reason       text not null check (length(btrim(reason)) > 0)
);
create index exclusion_user on access.exclusion (user_id);
create index exclusion_record on access.exclusion (record_id);
create table access.exclusion_ended (
    exclusion_id uuid primary key references access.exclusion,
    ended_at     timestamptz not null,
    ended_by     uuid not null references access.person_user,
    reason       text not null check (length(btrim(reason)) > 0)
);

-- On behalf of whom this transaction works.
create function access.me() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('clew.user', true), '')::uuid;

-- The classes of the records that the user of this transaction is shut out of: for working out what they see, and for nothing
-- that is shown.
create function access.my_closed_classes(moment timestamptz) returns setof int
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ with shut as materialized (
              select e.record_id from access.exclusion e
               where e.user_id = access.me() and e.from_at <= moment
                 and not exists (select from access.exclusion_ended x where x.exclusion_id = e.exclusion_id and x.ended_at <= moment))
          select c.class_id from shut join access.class c on c.apart = shut.record_id
          union
          select c.class_id from shut join records.header h using (record_id) join access.class c on c.class_id = h.class_id
           where c.base not in ('none', 'part_3', 'part_3_intelligence', 'part_3_closed') $$;
revoke all on function access.my_closed_classes(timestamptz) from public;
grant execute on function access.my_closed_classes(timestamptz) to clew_app;

create function access.is_excluded(person uuid, record uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select exists (select from access.exclusion e
                          where e.user_id = person and e.record_id = record
                            and not exists (select from access.exclusion_ended x where x.exclusion_id = e.exclusion_id)) $$;

-- Whether the user of this transaction decides on access to a record: a supervisor or an information-governance lead of the agency
-- that owns it (the lead alone when it is restricted), or a supervisor of the hub where the owner shares it or points to it.
create function access.decides_on(record uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ select coalesce((
        select not access.is_excluded(u.user_id, record)
           and case
                 when u.agency_id = c.agency_id
                   then 'information_governance_lead' = any (u.roles) or ('supervisor' = any (u.roles) and c.base <> 'subject')
                 else a.hub and 'supervisor' = any (u.roles) and o.partnership_id = a.partnership_id
                  and c.base = 'none' and c.handling <> 'hidden'
               end
          from access.person_user u join access.agency a using (agency_id)
         cross join lateral (select h.class_id from records.current h where h.record_id = record) h
          join access.class c on c.class_id = h.class_id
          join access.agency o on o.agency_id = c.agency_id
         where u.user_id = access.me() and u.ended_at is null), false) $$;

-- Whether the user of this transaction may open a record by themselves: one that their partnership shares or points to, that is
-- not restricted, and that they are not shut out of. For any other id, one that is no record too, the answer is the same.
create function access.may_challenge(record uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ select coalesce((
        select not access.is_excluded(u.user_id, record) and o.partnership_id = a.partnership_id
           and c.base = 'none' and (c.handling <> 'hidden' or u.agency_id = c.agency_id)
           and u.roles && array['practitioner', 'hub_decision_maker', 'analyst', 'supervisor']
          from access.person_user u join access.agency a using (agency_id)
         cross join lateral (select h.class_id from records.current h where h.record_id = record) h
          join access.class c on c.class_id = h.class_id
          join access.agency o on o.agency_id = c.agency_id
         where u.user_id = access.me() and u.ended_at is null), false) $$;
-- What those who decide on a record are told of it; null for anybody else.
create function access.shape_of(record uuid) returns text
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ select h.shape from records.current h where h.record_id = record and access.decides_on(record) $$;
create function access.base_of(record uuid) returns text
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ select c.base from records.current h join access.class c using (class_id)
           where h.record_id = record and access.decides_on(record) $$;
revoke all on function access.is_excluded(uuid, uuid), access.decides_on(uuid), access.may_challenge(uuid), access.shape_of(uuid),
    access.base_of(uuid) from public;
grant execute on function access.decides_on(uuid), access.may_challenge(uuid), access.shape_of(uuid),
    access.base_of(uuid) to clew_app;
revoke all on function access.follow_class(text, uuid, int), access.set_apart(uuid, text, uuid, text), access.seal_rows(uuid),
    access.base_before(uuid), access.hold_classes(), access.follow_changes(text, timestamptz) from public;
grant execute on function access.follow_class(text, uuid, int), access.set_apart(uuid, text, uuid, text), access.seal_rows(uuid),
    access.base_before(uuid), access.hold_classes(), access.follow_changes(text, timestamptz) to clew_engine;

grant select on access.request, access.request_decision, access.granted, access.grant_ended, access.review, access.exclusion,
    access.exclusion_ended to clew_app, clew_engine;
grant insert on access.request, access.request_decision, access.granted, access.grant_ended, access.review, access.exclusion,
    access.exclusion_ended to clew_app;
grant insert on access.granted to clew_engine;
do $$
declare t text;
begin
    foreach t in array array['request', 'request_decision', 'granted', 'grant_ended', 'review', 'exclusion', 'exclusion_ended'] loop
        execute format('alter table access.%I enable row level security', t);
        execute format('create policy engine on access.%I to clew_engine using (true) with check (true)', t);
    end loop;
end
$$;
create policy visible on access.request for select to clew_app
    using (user_id = (select access.me()) or access.decides_on(record_id));
create policy ask on access.request for insert to clew_app with check (user_id = (select access.me()));
create policy visible on access.request_decision for select to clew_app
    using (exists (select from access.request r where r.request_id = request_decision.request_id and access.decides_on(r.record_id)));
create policy decide on access.request_decision for insert to clew_app
    with check (decided_by = (select access.me()) and exists (select from access.request r
        where r.request_id = request_decision.request_id and r.user_id <> (select access.me()) and access.decides_on(r.record_id)));
create policy visible on access.granted for select to clew_app
    using (user_id = (select access.me()) or access.decides_on(record_id));
create policy open on access.granted for insert to clew_app
    with check (kind = 'challenged' and user_id = (select access.me()) and access.may_challenge(record_id));
create policy visible on access.grant_ended for select to clew_app
    using (exists (select from access.granted g where g.grant_id = grant_ended.grant_id));
create policy finish on access.grant_ended for insert to clew_app
    with check (ended_by = (select access.me()) and exists (select from access.granted g where g.grant_id = grant_ended.grant_id));
create policy visible on access.review for select to clew_app
    using (exists (select from access.granted g where g.grant_id = review.grant_id));
create policy review on access.review for insert to clew_app
    with check (reviewed_by = (select access.me()) and exists (select from access.granted g
        where g.grant_id = review.grant_id and g.kind = 'challenged' and g.user_id <> (select access.me()) and access.decides_on(g.record_id)));
create policy visible on access.exclusion for select to clew_app
    using ((user_id = (select access.me()) and set_by = (select access.me())) or (user_id <> (select access.me()) and access.decides_on(record_id)));
create policy exclude on access.exclusion for insert to clew_app
    with check (set_by = (select access.me()) and (user_id = (select access.me()) or access.decides_on(record_id)));
create policy visible on access.exclusion_ended for select to clew_app
    using (exists (select from access.exclusion e where e.exclusion_id = exclusion_ended.exclusion_id));
create policy lift on access.exclusion_ended for insert to clew_app
    with check (ended_by = (select access.me()) and exists (select from access.exclusion e
        where e.exclusion_id = exclusion_ended.exclusion_id and e.user_id <> (select access.me()) and access.decides_on(e.record_id)));
