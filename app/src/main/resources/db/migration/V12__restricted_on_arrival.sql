-- Restricted on arrival: a member of staff or their family is the subject.

-- ---------------------------------------------------------------- records that arrive restricted

-- A record that is marked so by its sender, or whose subject is a known user, is saved in a class whose word is 'subject/born:' and what it would have been
-- otherwise; it shows to nobody from its first save, and is set apart when its extract is accepted. What came along in its row and is not about it is saved as
-- 'with_subject/born:...': it shows to nobody either, until another row of the agency speaks of it.

-- By what a user is known in private: their home, telephone, e-mail. Kept as a hash under the key of the deployment; never their work's, which stand
-- in records that they wrote. Said by whoever runs the deployment, never by the user, who could hide a record by it.
create table access.known_user (
    user_id uuid not null references access.person_user,
    detail  uuid not null,
    made_at timestamptz not null default now(),
    primary key (detail, user_id)
);
grant select, insert on access.known_user to clew_engine;
alter table access.known_user enable row level security;
create policy engine on access.known_user to clew_engine using (true) with check (true);

-- Who is the subject is shut out of it, by the deployment itself (set_by: null), and is not told.
alter table access.exclusion alter column set_by drop not null;
grant insert on access.exclusion to clew_engine;
create function access.shut_out_subject(person uuid, record uuid) returns void
    language sql set search_path = pg_catalog as
$$
    insert into access.exclusion (exclusion_id, user_id, record_id, set_by, from_at, reason)
    select gen_random_uuid(), person, record, null, now(), 'a detail of theirs stands in it: they or their household may be the subject'
     where not exists (select from access.exclusion e where e.user_id = person and e.record_id = record)
$$;

create or replace function access.keep_apart() returns trigger
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform access.set_apart(one.record_id, case when one.restricted or one.born then 'subject' end, null,
                             case when one.born then 'arrived restricted: a member of staff or their family is the subject'
                                  else 'a new version of a record that stands apart' end),
            case when one.sealed or one.born then access.seal_rows(one.record_id) end
       from (select h.record_id, bool_or(h.class_id = any (b.classes)) as born,
                    exists (select from access.class c where c.apart = h.record_id and c.base = 'subject'
                               and c.class_id = (select r.class_after from access.reclassified r
                                                  where r.record_id = h.record_id order by r.change_no desc limit 1)) as restricted,
                    exists (select from access.exclusion e where e.record_id = h.record_id)
                    or exists (select from access.class c where c.apart = h.record_id and c.base = 'subject') as sealed
               from records.header h
              cross join (select coalesce(array_agg(c.class_id), '{}') as classes from access.class c
                           where c.agency_id = new.agency_id and c.base = 'subject' and c.restriction like 'subject/born:%') b
              where h.import_no = new.import_no
                and (h.class_id = any (b.classes)
                     or exists (select from access.class c where c.apart = h.record_id)
                     or exists (select from access.exclusion e where e.record_id = h.record_id))
              group by h.record_id) one;
    return new;
end
$$;

-- Onto the base that it had before it was restricted, or would have had.
create or replace function access.base_before(record uuid) returns text
    language sql stable as
$$
    select case when b.base = 'subject' then split_part(split_part(b.restriction, '/born:', 2), '/', 1) else b.base end
      from access.reclassified r join access.class b on b.class_id = r.class_before
     where r.record_id = record and (b.base <> 'subject' or b.restriction like 'subject/born:%')
     order by r.change_no desc limit 1
$$;

-- Lifts a restriction, and with it those of what came along in its rows, where no other person in them is restricted.
create function access.lift_subject(record uuid, by_user uuid, why text) returns void
    language plpgsql set search_path = pg_catalog as
$$
declare
    one    record;
    target int;
begin
    perform access.set_apart(record, access.base_before(record), by_user, why);
    for one in
        select distinct o.record_id, c.class_id, c.agency_id, c.handling, c.base, split_part(c.restriction, '/born:', 2) as born
          from records.header h
          join records.header o on o.import_no = h.import_no and o.row_no = h.row_no and o.record_id <> h.record_id
          join access.class c on c.class_id = o.class_id
         where h.record_id = record and h.row_no > 0 and c.base in ('subject', 'with_subject')
           and (c.base = 'with_subject' or o.shape not in ('person', 'unidentified_person'))
           and not exists (select from records.header p join access.class k using (class_id)
                            where p.import_no = h.import_no and p.row_no = h.row_no and k.base = 'subject'
                              and p.shape in ('person', 'unidentified_person'))
    loop
        if one.base = 'subject' then
            perform access.set_apart(one.record_id, access.base_before(one.record_id), by_user, why);
        else
            insert into access.class (agency_id, handling, restriction) values (one.agency_id, one.handling, one.born) on conflict do nothing;
            select class_id into target from access.class
             where agency_id = one.agency_id and handling = one.handling and restriction = one.born;
            perform access.change_class(one.record_id, one.class_id, target, by_user, why);
            perform access.follow_class('picture', one.record_id, target);
        end if;
    end loop;
end
$$;
revoke all on function access.shut_out_subject(uuid, uuid), access.lift_subject(uuid, uuid, text) from public;
grant execute on function access.shut_out_subject(uuid, uuid), access.lift_subject(uuid, uuid, text) to clew_engine;

-- What of the viewer's agency is restricted, for those who decide on it: what is nobody's to see must be somebody's to know of.
create function access.restricted_here()
    returns table (record_id uuid, shape text, since timestamptz, reason text)
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$ select h.record_id, h.shape, r.at, r.reason
            from access.class c
            join records.current h on h.record_id = c.apart and h.class_id = c.class_id and not h.withdrawn
           cross join lateral (select x.at, x.reason from access.reclassified x
                                where x.record_id = c.apart order by x.change_no desc limit 1) r
           where c.agency_id = access.viewer_agency() and c.base = 'subject' and access.viewer_is('information_governance_lead')
             and access.decides_on(h.record_id)
           order by r.at desc, h.record_id limit 200 $$;
revoke all on function access.restricted_here() from public;
grant execute on function access.restricted_here() to clew_app;
