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

-- Waits for the moments that the linking leader takes, and not for the minutes of a build.
create or replace function records.hold_picture() returns void
    language plpgsql set search_path = pg_catalog as
$$
declare
    waiting text := current_setting('lock_timeout');
begin
    perform set_config('lock_timeout', '3s', true);
    perform pg_advisory_xact_lock(7164212670901085044);
    perform set_config('lock_timeout', waiting, true);
exception when lock_not_available then
    raise exception 'expected no build of the Picture under way, found one: try again when it has ended';
end
$$;

create or replace function access.follow_class(pic text, record uuid, to_class int) returns void
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

create or replace function records.move_class(record uuid, from_class int, to_class int) returns void
    language plpgsql security definer set search_path = pg_catalog, records, decisions as
$$
begin
    perform records.hold_picture();
    update records.source_row s set class_id = to_class
      from records.header h
     where h.record_id = record and s.import_no = h.import_no and s.row_no = h.row_no and s.class_id = from_class;
    update records.header set class_id = to_class where record_id = record and class_id = from_class;
    update decisions.decision d set class_id = to_class
      from decisions.about a where a.record_id = record and d.decision_id = a.decision_id and d.class_id = from_class;
    update decisions.about set class_id = to_class where record_id = record and class_id = from_class;
    perform access.follow_class('picture', record, to_class);
    perform events.touch(record);
end
$$;

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

create or replace function retention.dispose(proposal uuid, why text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, retention, records, decisions, access as
$$
declare
    me       uuid := nullif(current_setting('clew.user', true), '')::uuid;
    what     retention.disposal;
    decision uuid := gen_random_uuid();
    held     bigint;
    rows_gone bigint;
    gone     uuid[];
begin
    select * into what from retention.disposal d where d.disposal_id = proposal for update;
    if what is null or what.agency_id is distinct from access.viewer_agency() then
        raise exception 'expected a proposal of one''s own agency, found none';
    end if;
    if me is null or me = what.proposed_by then
        raise exception 'expected a second person to confirm, found the one who proposed';
    end if;
    if not access.viewer_is('information_governance_lead') then
        raise exception 'expected an information-governance lead to confirm, found another role';
    end if;
    if now() > what.expires_at then
        raise exception 'expected a confirmation before %, found it is over', what.expires_at;
    end if;
    if exists (select from retention.carried_out c where c.disposal_id = proposal) then
        raise exception 'expected a proposal that was not carried out, found it was';
    end if;
    if exists (select from retention.disposal_row r join records.import i using (import_no)
                where r.disposal_id = proposal and i.agency_id <> what.agency_id) then
        raise exception 'expected rows of one''s own agency, found others';
    end if;
    perform records.hold_picture();
    lock table retention.hold, retention.hold_step in share mode;
    select count(*) into held from retention.disposal_row r
     where r.disposal_id = proposal and exists (select from retention.holds_on(r.import_no, r.row_no));
    if held > 0 then
        raise exception 'expected no legal hold on what is disposed of, found % rows under one', held;
    end if;
    delete from records.source_row s using retention.disposal_row r
     where r.disposal_id = proposal and s.import_no = r.import_no and s.row_no = r.row_no;
    get diagnostics rows_gone = row_count;
    delete from records.quarantine q using retention.disposal_row r
     where r.disposal_id = proposal and q.import_no = r.import_no and q.row_no = r.row_no;
    -- A record is gone when no row of any of its versions is left.
    select coalesce(array_agg(distinct h.record_id), '{}') into gone
      from retention.disposal_row r join records.header h on h.import_no = r.import_no and h.row_no = r.row_no
     where r.disposal_id = proposal
       and not exists (select from records.header o join records.source_row s on s.import_no = o.import_no and s.row_no = o.row_no
                        where o.record_id = h.record_id);
    insert into records.disposed (record_id, disposal_id) select unnest(gone), proposal on conflict do nothing;
    -- What people typed about it is payload too.
    update decisions.decision d set reason = '(disposed of)', body = '{}'
      from decisions.about a
     where a.record_id = any (gone) and d.decision_id = a.decision_id
       and d.kind in ('correction', 'addendum', 'correction_ended', 'correction_proposed', 'proposal_accepted', 'proposal_refused');
    perform records.leave_picture(gone);
    insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
    select decision, 'disposed', me, what.agency_id, why, min(c.class_id),
           jsonb_build_object('disposal', proposal, 'rows', rows_gone, 'records', cardinality(gone), 'proposed_by', what.proposed_by)
      from access.class c where c.agency_id = what.agency_id;
    insert into decisions.about (decision_id, record_id, class_id)
    select decision, record, (select h.class_id from records.header h where h.record_id = record order by h.version_no desc limit 1)
      from unnest(gone) record;
    insert into retention.carried_out (disposal_id, confirmed_by, reason, counts, decision_id)
    values (proposal, me, why, jsonb_build_object('rows', rows_gone, 'records', cardinality(gone)), decision);
    return jsonb_build_object('rows', rows_gone, 'records', cardinality(gone));
end
$$;
