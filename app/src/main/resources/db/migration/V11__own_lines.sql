-- A case of a pattern about a professional or a user of Clew stays outside their own line, as the pattern itself does.

-- A running number would tell how many cases there are: people call a case by the beginning of its id.
alter table groups.case_file drop column case_no;

-- Whether a line that rests on these records is not for who is looking, because it is about somebody of their own line: see db/pattern.sql.
create function groups.own_line(asked uuid[]) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, groups as
$$
declare
    own boolean;
begin
    if to_regprocedure('pattern.own_line(uuid[])') is null then
        return false;
    end if;
    execute 'select pattern.own_line($1)' into own using asked;
    return own;
end
$$;
revoke all on function groups.own_line(uuid[]) from public;

-- Whether a case shows: all that it rests on shows, and it is not about the viewer's own line; or the user leads it for an agency.
create or replace function groups.case_shows(asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, groups, access
    as $$ select exists (select from groups.case_file c join groups.verdict v using (verdict_id)
                          where c.case_id = asked
                            and (groups.sees_all(v.evidence) and not groups.own_line(v.evidence)
                                 or access.me()::text = (select e.body ->> 'user' from groups.case_entry e
                                                          where e.case_id = asked and e.kind = 'lead' and e.body ->> 'user' = access.me()::text
                                                          limit 1))) $$;
