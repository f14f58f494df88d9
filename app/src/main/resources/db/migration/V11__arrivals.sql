-- A Decision moves the versions that there are to another class (access.reclassified); none brings a version of its own any more.
drop table records.decided_version;

-- Who was identified is joined with whom they were identified as, and that takes two people where it discloses, as every join.
create or replace view decisions.judged with (security_invoker = true) as
select d.decision_id, l.record_id as left_record, r.record_id as right_record, true as same, d.made_at
  from decisions.in_force d
  join decisions.about l using (decision_id)
  join decisions.about r on r.decision_id = d.decision_id and r.record_id > l.record_id
 where d.kind in ('same_person', 'identified')
union all
select d.decision_id, least(one.id::uuid, other.id::uuid), greatest(one.id::uuid, other.id::uuid), false, d.made_at
  from decisions.in_force d
 cross join lateral jsonb_array_elements_text(d.body -> 'one') one (id)
 cross join lateral jsonb_array_elements_text(d.body -> 'other') other (id)
 where d.kind = 'not_same_person'
union all
select d.decision_id, l.record_id, r.record_id, false, d.made_at
  from decisions.in_force d
  join decisions.about l using (decision_id)
  join decisions.about r on r.decision_id = d.decision_id and r.record_id > l.record_id
 where d.kind = 'not_same_person' and not d.body ? 'one';
create or replace function decisions.check_decider() returns trigger
    language plpgsql security definer set search_path = pg_catalog, decisions, access as
$$
declare
    seconded decisions.decision;
begin
    if session_user <> 'clew_app' then
        return new;
    end if;
    if new.made_by is distinct from access.me() or new.agency_id is distinct from access.viewer_agency() then
        raise exception 'expected a decision in the name of who takes it, found another';
    end if;
    if not exists (select from decisions.about a where a.decision_id = new.decision_id) or not decisions.whole(new.decision_id) then
        raise exception 'expected a decision about records that show to who takes it, found others';
    end if;
    if new.kind in ('same_person', 'identified') and decisions.discloses(array(select a.class_id from decisions.about a where a.decision_id = new.decision_id)) then
        select * into seconded from decisions.in_force d
         where d.kind = 'same_person_proposed' and d.decision_id::text = new.body ->> 'proposal';
        if seconded is null or seconded.made_by = new.made_by
                or array(select a.record_id from decisions.about a where a.decision_id = new.decision_id order by 1)
                   is distinct from array(select a.record_id from decisions.about a where a.decision_id = seconded.decision_id order by 1) then
            raise exception 'expected another person to have proposed to join a protected record, found none';
        end if;
    end if;
    return new;
end
$$;
