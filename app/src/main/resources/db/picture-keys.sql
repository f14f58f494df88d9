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
create policy visible on :schema.reference for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
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
