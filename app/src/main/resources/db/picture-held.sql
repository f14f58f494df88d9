-- Third part of the Picture: how much is held, counted once when the rows are in and kept by every statement that changes them, whoever makes it.
-- What is kept of components says nothing to who may not see every class of them.

insert into :schema.held select class_id, agency_id, count(*) from :schema.record group by 1, 2;
insert into :schema.held_persons select classes, sum(persons) from :schema.component group by 1;

-- Only the Picture in force changes by whole statements. As their owner, since those who take records out may not add.
create function :schema.held_more() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    insert into picture.held as h select c.class_id, c.agency_id, count(*) from changed c group by 1, 2
        on conflict (class_id, agency_id) do update set records = h.records + excluded.records;
    return null;
end
$$;
create function :schema.held_less() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    update picture.held h set records = h.records - c.records
      from (select class_id, agency_id, count(*) as records from changed group by 1, 2) c
     where h.class_id = c.class_id and h.agency_id = c.agency_id;
    delete from picture.held where records = 0;
    return null;
end
$$;
-- A change of class, also in a Picture that is about to come into force.
create function :schema.held_moved() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    execute format('insert into %I.held as h values ($1, $2, -1), ($3, $4, 1)
        on conflict (class_id, agency_id) do update set records = h.records + excluded.records', tg_table_schema)
        using old.class_id, old.agency_id, new.class_id, new.agency_id;
    execute format('delete from %I.held where records = 0', tg_table_schema);
    return null;
end
$$;
create function :schema.held_persons_more() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    insert into picture.held_persons as h select c.classes, sum(c.persons) from changed c group by 1
        on conflict (classes) do update set persons = h.persons + excluded.persons;
    return null;
end
$$;
create function :schema.held_persons_less() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    update picture.held_persons h set persons = h.persons - c.persons
      from (select classes, sum(persons) as persons from changed group by 1) c where h.classes = c.classes;
    delete from picture.held_persons h using changed c where h.classes = c.classes and h.persons = 0;
    return null;
end
$$;
create function :schema.held_persons_moved() returns trigger
    language plpgsql security definer set search_path = pg_catalog as
$$
begin
    execute format('insert into %I.held_persons as h values ($1, -$2), ($3, $4)
        on conflict (classes) do update set persons = h.persons + excluded.persons', tg_table_schema)
        using old.classes, old.persons, new.classes, new.persons;
    execute format('delete from %I.held_persons where classes in ($1, $2) and persons = 0', tg_table_schema) using old.classes, new.classes;
    return null;
end
$$;
create trigger held_more after insert on :schema.record referencing new table as changed for each statement execute function :schema.held_more();
create trigger held_less after delete on :schema.record referencing old table as changed for each statement execute function :schema.held_less();
create trigger held_moved after update on :schema.record for each row
    when ((old.class_id, old.agency_id) is distinct from (new.class_id, new.agency_id)) execute function :schema.held_moved();
create trigger held_more after insert on :schema.component referencing new table as changed for each statement execute function :schema.held_persons_more();
create trigger held_less after delete on :schema.component referencing old table as changed for each statement execute function :schema.held_persons_less();
create trigger held_moved after update on :schema.component for each row
    when ((old.classes, old.persons) is distinct from (new.classes, new.persons)) execute function :schema.held_persons_moved();

alter table :schema.held enable row level security;
alter table :schema.held_persons enable row level security;
grant select on :schema.held, :schema.held_persons to clew_app;
create policy visible on :schema.held for select to clew_app using (class_id = any ((select access.visible_classes())::int[]));
create policy visible on :schema.held_persons for select to clew_app using (classes <@ (select access.visible_classes())::int[]);

-- The records that show of components that do not show whole: their persons are worked out from what shows.
create function :schema.cut_off() returns uuid[]
    language sql stable security definer set search_path = pg_catalog
    return array(
        select m.record_id
          from (select access.visible_classes() as seen offset 0) v
          join :schema.held_persons h on h.classes && v.seen and not h.classes <@ v.seen
          join :schema.component c on c.classes = h.classes and cardinality(c.classes) > 1
          join :schema.membership m on m.component_id = c.component_id and m.class_id = any (v.seen));
revoke all on function :schema.held_more(), :schema.held_less(), :schema.held_moved(), :schema.held_persons_more(), :schema.held_persons_less(),
    :schema.held_persons_moved(), :schema.cut_off() from public;
grant execute on function :schema.cut_off() to clew_app;
