-- Second half of the Picture: natural keys, indexes and who may read, made when the rows are in.

alter table :schema.record add primary key (record_id);
alter table :schema.reference add primary key (from_record, field, to_record);
create index on :schema.record (class_id, agency_id, received_at);
create index on :schema.reference (to_record);
create index on :schema.token (token, record_id) include (class_id);  -- in the order of record ids: a common name is read only as far as it is shown
create index on :schema.token (record_id);                -- a record that changes its class takes its tokens along
alter table :schema.component add primary key (component_id);
create index on :schema.component (whole_id);
create index on :schema.component (classes) where cardinality(classes) > 1;  -- what can show in part
alter table :schema.membership add primary key (record_id);
create index on :schema.membership (component_id);
create index on :schema.membership (person_id);
alter table :schema.link add primary key (left_record, right_record);
create index on :schema.link (right_record);
-- What waits for a person's look: held back by a doubt, or neither clearly one person nor clearly two.
create index on :schema.link (weight desc) where doubt is not null;
create index on :schema.link (weight desc) where compared and doubt is null and weight between -10000000 and 10000000;
alter table :schema.blocking add primary key (key, record_id);
alter table :schema.attention add primary key (attention_id);
create index on :schema.attention (whole_id);
create index on :schema.attention using gin (records);
create index on :schema.finding (record_id);
alter table :schema.mended add primary key (decision_id);
create index on :schema.mended (record_id);
alter table :schema.counted add primary key (class_id, shape, role, field, month);
-- An involvement counts as complete when the record of its person says it: see InvolvedPeople.
create view :schema.quality with (security_invoker = true) as
    select agency_id, class_id, shape, role, field, month, records, greatest(present, said) as present, greatest(valid, said) as valid
      from :schema.counted;

-- Who is shut out of a person is shut out of a record that joins it, in the same moment: see V10.
create trigger joined after insert on :schema.membership referencing new table as changed
    for each statement execute function access.follow_joined();
create trigger rejoined after update on :schema.membership referencing new table as changed
    for each statement execute function access.follow_joined();

grant usage on schema :schema to clew_app;
grant select on all tables in schema :schema to clew_app;
revoke all on :schema.blocking from clew_app;
alter table :schema.record enable row level security;
alter table :schema.reference enable row level security;
alter table :schema.token enable row level security;
alter table :schema.component enable row level security;
alter table :schema.membership enable row level security;
alter table :schema.link enable row level security;
alter table :schema.finding enable row level security;
alter table :schema.counted enable row level security;
alter table :schema.blocking enable row level security;
alter table :schema.attention enable row level security;
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
create policy visible on :schema.counted for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
-- Derived from several records: shown only to who may see all of them.
create policy visible on :schema.component for select to clew_app using (classes <@ (select access.visible_classes())::int[]);
create policy visible on :schema.attention for select to clew_app using (classes <@ (select access.visible_classes())::int[]);
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

-- Figures of quality, of the Picture in force: these bodies name its schema, because they are read when they run. How many involvements say a field themselves or in the record of their person is added or taken away (sign) for
-- these and for those that name one of these as their person.
create function :schema.say(about uuid[], sign int) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    with one as materialized (
        select i.record_id, i.counted_class, i.body, date_trunc('month', coalesce(i.known_from, (i.received_at at time zone 'Europe/London')::date))::date as month
          from picture.record i
          join (select unnest(about) union select r.from_record from picture.reference r where r.to_record = any (about) and r.field = 'person') w (record_id)
         using (record_id)
         where i.shape = 'involvement'),
    said as (
        select one.counted_class as class_id, one.body ->> 'role' as role, f.field, one.month, count(*) as known
          from one cross join (values ('self_defined_ethnicity'), ('observed_ethnicity'), ('nationality')) f (field)
         where one.body -> f.field is not null
            or exists (select from picture.reference r join picture.record p on p.record_id = r.to_record
                        where r.from_record = one.record_id and r.field = 'person' and p.counted_class = one.counted_class and p.body -> f.field is not null)
         group by 1, 2, 3, 4)
    update picture.counted q set said = q.said + sign * said.known
      from said
     where q.shape = 'involvement' and q.class_id = said.class_id and q.role = said.role and q.field = said.field and q.month = said.month;
end
$$;
-- Takes records out of the figures, by what the Picture says of them: before they are changed or go.
create function :schema.uncount(gone uuid[]) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform picture.say(gone, -1);
    with one as materialized (
        select r.record_id, r.counted_class as class_id, r.shape, r.body,
               coalesce((select r.body ->> 'role' where r.shape = 'involvement'), r.role) as role,
               date_trunc('month', coalesce(r.known_from, (r.received_at at time zone 'Europe/London')::date))::date as month
          from picture.record r where r.record_id = any (gone)),
    less as (
        select q.class_id, q.shape, q.role, q.field, q.month, count(*) as records, count(*) filter (where v.good) as valid,
               count(*) filter (where v.good or exists (
                   select from picture.finding f where f.record_id = one.record_id and f.field = q.field)) as present
          from one join picture.counted q using (class_id, shape, role, month)
         cross join lateral (select one.body -> q.field is not null or q.field = 'sanitised_of' and exists (
               select from picture.reference s where s.from_record = one.record_id and s.field = 'sanitised_of') as good) v
         group by q.class_id, q.shape, q.role, q.field, q.month)
    update picture.counted q
       set records = q.records - less.records, present = q.present - less.present, valid = q.valid - less.valid
      from less
     where q.class_id = less.class_id and q.shape = less.shape and q.role = less.role and q.field = less.field and q.month = less.month;
    update picture.record set counted_class = 0 where record_id = any (gone);
    delete from picture.counted where records = 0;
    perform picture.say(gone, 1);
end
$$;
revoke all on function :schema.uncount(uuid[]), :schema.say(uuid[], int) from public;
do $$
begin
    execute format('grant execute on function :schema.uncount(uuid[]), :schema.say(uuid[], int) to %I',
        (select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'records'));
end
$$;

-- Pointers: that an agency holds something, and no field of it. The two functions see all rows and answer with agencies only, each
-- once, for what the transaction may see as a pointer.
--
-- About the person of records that show: what is held is one person with the record by their own weight, or names the record itself,
-- or is an event that a record which shows ties it to. It rests on nothing else.
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
-- The records that show and share a blocking key with somebody who is asked about: the keys themselves are for the engine alone.
create function :schema.sharing(keys bigint[]) returns uuid[]
    language sql stable security definer set search_path = pg_catalog
    return array(
        select distinct r.record_id from :schema.blocking b join :schema.record r using (record_id)
         where b.key = any (keys) and r.class_id = any ((select access.visible_classes())::int[]));
revoke all on function :schema.pointed_about(uuid[]), :schema.pointed_by(text[]), :schema.sharing(bigint[]) from public;
grant execute on function :schema.pointed_about(uuid[]), :schema.pointed_by(text[]), :schema.sharing(bigint[]) to clew_app;
