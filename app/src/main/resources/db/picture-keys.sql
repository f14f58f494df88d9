-- Second half of the Picture: natural keys, indexes and who may read, made when the rows are in.

alter table :schema.record add primary key (record_id);
alter table :schema.reference add primary key (from_record, field, to_record);
create index on :schema.reference (to_record);
create index on :schema.token (token) include (record_id, class_id);
create index on :schema.token (record_id);                -- a record that changes its class takes its tokens along
alter table :schema.component add primary key (component_no);
alter table :schema.membership add primary key (record_id);
create index on :schema.membership (component_no);
create index on :schema.membership (person_id);
alter table :schema.link add primary key (left_record, right_record);
create index on :schema.link (right_record);
-- What waits for a person's look: held back by a doubt, or neither clearly one person nor clearly two.
create index on :schema.link (weight desc) where doubt is not null;
create index on :schema.link (weight desc) where compared and doubt is null and weight between -10000000 and 10000000;
create index on :schema.finding (record_id);
alter table :schema.mended add primary key (decision_id);
alter table :schema.quality add primary key (class_id, shape, role, field, month);

grant usage on schema :schema to clew_app;
grant select on all tables in schema :schema to clew_app;
alter table :schema.record enable row level security;
alter table :schema.reference enable row level security;
alter table :schema.token enable row level security;
alter table :schema.component enable row level security;
alter table :schema.membership enable row level security;
alter table :schema.link enable row level security;
alter table :schema.finding enable row level security;
alter table :schema.quality enable row level security;
alter table :schema.mended enable row level security;
create policy visible on :schema.record for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
-- That an item is the sanitised version of another shows only to who may see that other.
create policy visible on :schema.reference for select to clew_app
    using (class_id = any ((select access.visible_classes())::int[])
        and (field <> 'sanitised_of' or exists (select from :schema.record o where o.record_id = reference.to_record)));
create policy visible on :schema.token for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.membership for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.finding for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.mended for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.quality for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
-- Derived from several records: shown only to who may see all of them.
create policy visible on :schema.component for select to clew_app using (classes <@ (select access.visible_classes())::int[]);
create policy visible on :schema.link for select to clew_app
    using (left_class = any ((select access.visible_classes())::int[]) and right_class = any ((select access.visible_classes())::int[]));
-- The owner's functions move a disputed record to another class and take a disposed one out, at once: see V5.
do $$
declare
    owner  name := (select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'records');
    member name;
begin
    execute format('grant usage on schema :schema to %I', owner);
    for member in select relname from pg_class where relnamespace = ':schema'::regnamespace and relkind = 'r' loop
        execute format('grant select, update, delete on :schema.%I to %I', member, owner);
        execute format('create policy owner on :schema.%I to %I using (true) with check (true)', member, owner);
    end loop;
end
$$;

-- Pointers: that an agency holds something, and no field of it. The two functions see all rows and answer with agencies only, each
-- once, for what the transaction may see as a pointer.
--
-- About the person of records that show: what is held is one person with the record by their own weight, or names the record itself,
-- or is an event that a record which shows ties it to. It rests on nothing else.
create index on :schema.link (right_record);
create function :schema.pointed_about(shown uuid[]) returns int[]
    language sql stable security definer set search_path = pg_catalog
    return array(
        with about as materialized (
            select r.record_id from :schema.record r
             where r.record_id = any (shown) and r.class_id = any ((select access.visible_classes())::int[])),
        joined as (
            select l.right_record as other, l.weight, l.compared, l.doubt from :schema.link l where l.left_record in (select record_id from about)
            union all
            select l.left_record, l.weight, l.compared, l.doubt from :schema.link l where l.right_record in (select record_id from about)),
        held as (
            select other as record_id from joined
             where compared and doubt is null
               and weight >= (select round(1e6 * log(2.0, p / (1 - p)))::bigint
                                from (select (model ->> 'threshold')::numeric as p from :schema.built) m)
            union
            select f.from_record from :schema.reference f where f.to_record in (select record_id from about)
            union
            select e.to_record from :schema.reference f
              join :schema.record i on i.record_id = f.from_record and i.class_id = any ((select access.visible_classes())::int[])
              join :schema.reference e on e.from_record = i.record_id and e.field = 'event'
             where f.to_record in (select record_id from about))
        select distinct h.agency_id from held join :schema.record h using (record_id)
         where h.class_id = any ((select access.pointed_classes())::int[])
         order by 1);
-- By an exact identifier of a person: what tells one from all others, which a telephone or an address does not.
create function :schema.pointed_by(sought text[]) returns int[]
    language sql stable security definer set search_path = pg_catalog
    return array(
        select distinct r.agency_id from :schema.token t join :schema.record r using (record_id)
         where t.token = any (sought) and r.shape = 'person' and r.class_id = any ((select access.pointed_classes())::int[])
           and split_part(t.token, ':', 1) in
               ('nhs_number', 'upn', 'uln', 'la_child_id', 'pnc_id', 'cro_number', 'nino', 'driver_number')
         order by 1);
revoke all on function :schema.pointed_about(uuid[]), :schema.pointed_by(text[]) from public;
grant execute on function :schema.pointed_about(uuid[]), :schema.pointed_by(text[]) to clew_app;
