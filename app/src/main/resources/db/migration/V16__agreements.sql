-- Agreements to share: which agency shows content to which, for which purposes, from when until when. Without one, what would show whole is a pointer.

create table access.agreement (
    agreement_no int  generated always as identity primary key,
    from_agency  int  not null references access.agency,      -- whose records
    to_agency    int  references access.agency,               -- who may see them; null: every agency of the partnership
    purposes     text[] check (cardinality(purposes) > 0),    -- null: every purpose
    reference    text not null check (length(btrim(reference)) > 0),
    basis        text not null check (length(btrim(basis)) > 0),
    signed_by    text not null check (length(btrim(signed_by)) > 0),
    holds_from   date not null,
    holds_until  date not null,
    made_at      timestamptz not null default now(),
    check (to_agency is null or to_agency <> from_agency),
    check (holds_until >= holds_from and holds_until <= holds_from + 1096)
);
create index agreement_from on access.agreement (from_agency);
create table access.agreement_ended (
    agreement_no int  primary key references access.agreement,
    ended_on     date not null,
    ended_by     text not null check (length(btrim(ended_by)) > 0),
    reason       text not null check (length(btrim(reason)) > 0)
);
grant select on access.agreement, access.agreement_ended to clew_app, clew_engine;
grant insert on access.agreement, access.agreement_ended to clew_engine;
grant usage on all sequences in schema access to clew_engine;

-- What was shared before agreements were kept here is shared for a year more, in which it must be said by which agreement.
insert into access.agreement (from_agency, reference, basis, signed_by, holds_from, holds_until)
select agency_id, 'as shared before agreements were kept here', 'to be stated when it is renewed', 'the deployment', current_date, current_date + 365
  from access.agency;

-- Whose content an agency may see on a day, and for which purposes (null: every one).
create function access.agreed(viewer_agency int, on_day date)
    returns table (from_agency int, purposes text[])
    language sql stable parallel safe
    as $$
    select g.from_agency, g.purposes
      from access.agency v
      join access.agency o on o.partnership_id = v.partnership_id
      join access.agreement g on g.from_agency = o.agency_id and (g.to_agency = v.agency_id or g.to_agency is null)
     where v.agency_id = viewer_agency and on_day between g.holds_from and g.holds_until
       and not exists (select from access.agreement_ended e where e.agreement_no = g.agreement_no and e.ended_on <= on_day)
    $$;

create or replace function access.shown_to(viewer_agency int, on_day date)
    returns table (class_id int, owner int, shown_as text)
    language sql stable parallel safe
    as $$
    with agreed as materialized (select a.from_agency from access.agreed(viewer_agency, on_day) a)
    select c.class_id, o.agency_id,
           case when o.agency_id = v.agency_id then 'content'
                when c.handling = 'content' and o.agency_id not in (select from_agency from agreed) then 'pointer'
                else c.handling end
      from access.agency v
      join access.agency o on o.partnership_id = v.partnership_id
      join access.class c on c.agency_id = o.agency_id
     where v.agency_id = viewer_agency
       and (c.base in ('none', 'part_3', 'part_3_intelligence', 'part_3_closed')  -- by the index: all others are many
            or (o.agency_id = v.agency_id and c.base like 'disputed:%'))
       and case
             when o.agency_id = v.agency_id
               then true
             when c.handling = 'hidden' then false
             when c.base = 'none' then true
             when c.base not in ('part_3', 'part_3_intelligence', 'part_3_closed') then false
             when coalesce(v.competent_authority, v.kind = 'police') then true
             else exists (select from access.part_3_authority p
                           where p.from_agency = o.agency_id and (p.to_agency = v.agency_id or p.to_agency is null)
                             and c.base = any (p.what) and on_day between p.holds_from and p.holds_until
                             and not exists (select from access.part_3_authority_ended e
                                              where e.authority_no = p.authority_no and e.ended_on <= on_day))
           end
    $$;

-- Ends an agreement of one's own agency, at once, by one lead.
create function access.end_agreement(number int, why text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.agreement_ended (agreement_no, ended_on, ended_by, reason)
    select a.agreement_no, (now() at time zone 'Europe/London')::date, u.shown_name, why
      from access.agreement a, access.person_user u
     where a.agreement_no = number and a.from_agency = access.viewer_agency() and u.user_id = access.me()
       and access.viewer_is('information_governance_lead')
    on conflict do nothing;
    return found;
end
$$;
revoke all on function access.end_agreement(int, text) from public;
grant execute on function access.end_agreement(int, text) to clew_app;

-- An agreement shows more: one lead proposes it, a second confirms it.
alter table access.proposal drop constraint proposal_kind_check;
alter table access.proposal add check (kind in ('handling', 'release', 'sensitive_purpose', 'seal_ended', 'agreement'));
create function access.carry_out_agreement() returns trigger
    language plpgsql security definer set search_path = pg_catalog, access as
$$
begin
    insert into access.agreement (from_agency, to_agency, purposes, reference, basis, signed_by, holds_from, holds_until)
    select p.agency_id, o.agency_id, case when p.body ->> 'purpose' <> '' then array[p.body ->> 'purpose'] end,
           p.body ->> 'reference', p.body ->> 'basis',
           (select string_agg(u.shown_name, ' and ' order by u.user_id = new.decided_by) from access.person_user u
             where u.user_id in (p.proposed_by, new.decided_by)),
           t.today, t.today + (p.body ->> 'days')::int - 1
      from access.proposal p
     cross join (select (now() at time zone 'Europe/London')::date as today) t
      left join access.agency o on o.agency_id = (p.body ->> 'to')::int
     where p.proposal_id = new.proposal_id and p.kind = 'agreement';
    return new;
end
$$;
revoke all on function access.carry_out_agreement() from public;
create trigger carry_out_agreement after insert on access.proposal_decision for each row
    when (new.confirmed) execute function access.carry_out_agreement();
