-- Linking on arrival: the leader hears of what happened, finds person ids by their records, and changes of class and disposals
-- leave a note by which it links again what they touched.

-- ---------------------------------------------------------------- events: who waits for them is woken at the commit

create function events.wake() returns trigger
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform pg_notify('clew_events', '');
    return null;
end
$$;
create trigger wake after insert on events.outbox for each statement execute function events.wake();

-- ---------------------------------------------------------------- register: the ids that a record holds

create index issued_first on register.issued (first_record);
create index moved_to on register.moved (to_record);

-- ---------------------------------------------------------------- the Picture follows

-- Tells the leader that what is derived from a record must be derived again. Before the commit of who calls.
create function events.touch(record uuid) returns void
    language sql set search_path = pg_catalog
    as $$ insert into events.outbox (kind, body) values ('RecordsTouched', jsonb_build_object('records', array[record])) $$;
revoke all on function events.touch(uuid) from public;
grant execute on function events.touch(uuid) to clew_engine;

create function access.tell_reclassified() returns trigger
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform events.touch(new.record_id);
    return new;
end
$$;
create trigger tell after insert on access.reclassified for each row execute function access.tell_reclassified();

-- Takes records out of the Picture at once; the leader then works out anew who the others of their components are.
create function records.leave_picture(gone uuid[]) returns void
    language plpgsql set search_path = pg_catalog as
$$
begin
    if to_regclass('picture.attention') is null or cardinality(gone) = 0 then
        return;
    end if;
    execute $q$ insert into events.outbox (kind, body)
                select 'RecordsTouched', jsonb_build_object('records', $1,
                       'wholes', coalesce(jsonb_agg(distinct c.whole_id), '[]'), 'persons', coalesce(jsonb_agg(distinct m.person_id), '[]'))
                  from picture.membership m join picture.component c using (component_id) where m.record_id = any ($1) $q$ using gone;
    execute 'select picture.uncount($1)' using gone;
    execute 'delete from picture.record where record_id = any ($1)' using gone;
    execute 'delete from picture.reference where from_record = any ($1)' using gone;
    execute 'delete from picture.token where record_id = any ($1)' using gone;
    execute 'delete from picture.finding where record_id = any ($1)' using gone;
    execute 'delete from picture.mended where record_id = any ($1)' using gone;
    execute 'delete from picture.blocking where record_id = any ($1)' using gone;
    execute 'delete from picture.link where left_record = any ($1) or right_record = any ($1)' using gone;
    execute 'delete from picture.attention where records && $1' using gone;
    execute 'delete from picture.membership where record_id = any ($1)' using gone;
    execute 'delete from picture.component c where not exists (select from picture.membership m where m.component_id = c.component_id)';
end
$$;
revoke all on function records.leave_picture(uuid[]) from public;

