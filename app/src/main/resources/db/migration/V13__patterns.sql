-- Verdicts on patterns beside the lines, and cases of a vehicle, a phone or a place.

-- What a verdict is about: a line; the kind of a pattern; or a thing. Of a thing, and of a pattern about one, keyed hashes of the records of whom or what it is about
-- are kept: by these it is found again, whatever it rests on by then. A pattern about several is found again as a line is, by its evidence.
alter table groups.verdict
    add column about    text    not null default 'line' check (about ~ '^[a-z]+(-[a-z]+)*$'),
    add column subjects bytea[] not null default '{}',
    add constraint verdict_subjects check (about <> 'line' or cardinality(subjects) = 0),
    add constraint verdict_thing check (about <> 'thing' or kind = 'accepted');

alter table groups.case_file add column about text not null default 'line'; -- as of its verdict, which who leads the case may not see

-- A case of a thing rests on the records of the thing, which its page shows; there is no counter-evidence to open.
create or replace function groups.check_verdict() returns trigger
    language plpgsql security definer set search_path = pg_catalog, groups as
$$
begin
    if new.answers is not null and not exists (
            select from groups.verdict v where v.verdict_id = new.answers and v.kind = 'reject_asked' and v.made_by <> new.made_by) then
        raise exception 'expected another person to have asked for the rejection, found none';
    end if;
    if new.answers is not null and exists (select from groups.verdict v where v.answers = new.answers) then
        raise exception 'expected a request that nobody answered, found one that was';
    end if;
    if new.about <> 'thing'
       and (select count(*) from groups.opened o where o.user_id = new.made_by and o.evidence_key = new.evidence_key) < 2 then
        raise exception 'expected evidence and counter-evidence to be opened before a verdict, found they were not';
    end if;
    return new;
end
$$;

-- As in V11, of a line or of a pattern of that kind.
create function groups.own_line(asked uuid[], about text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, groups as
$$
declare
    own boolean;
begin
    if to_regprocedure('pattern.own_line(uuid[], text)') is null then
        return false;
    end if;
    execute 'select pattern.own_line($1, $2)' into own using asked, about;
    return own;
end
$$;
revoke all on function groups.own_line(uuid[], text) from public;

create or replace function groups.case_shows(asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, groups, access
    as $$ select exists (select from groups.case_file c join groups.verdict v using (verdict_id)
                          where c.case_id = asked
                            and (groups.sees_all(v.evidence) and not groups.own_line(v.evidence, v.about)
                                 or access.me()::text = (select e.body ->> 'user' from groups.case_entry e
                                                          where e.case_id = asked and e.kind = 'lead' and e.body ->> 'user' = access.me()::text
                                                          limit 1))) $$;
drop function groups.own_line(uuid[]);
