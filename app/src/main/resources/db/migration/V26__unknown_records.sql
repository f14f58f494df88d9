-- A record that is nowhere is not seen, as V9 says; what rests on one beside others that are seen showed, because bool_and passes over null.
create or replace function groups.sees_all(asked uuid[]) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, groups, records, access as
$$
declare
    visible int[] := access.visible_classes();
    seen    boolean;
begin
    if to_regclass('picture.record') is null then
        return false;
    end if;
    execute 'select coalesce(bool_and(coalesce(coalesce(
                        (select p.class_id from picture.record p where p.record_id = a.id),
                        (select c.class_id from records.current c where c.record_id = a.id)) = any ($2), false)), true)
               from unnest($1) a (id)' into seen using asked, visible;
    return coalesce(seen, false);
end
$$;
