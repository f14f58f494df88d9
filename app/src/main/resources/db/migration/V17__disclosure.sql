-- What leaves Clew, once more: the conditions of graded items that leave, and requests for information about victims.

-- ---------------------------------------------------------------- dissemination: each graded item in a share, as it was graded on that day

create table access.dissemination (
    share_id   uuid not null references access.share,
    record_id  uuid not null,
    grade      text not null,                         -- source and information of 3x5x2: 2D; empty where an item has none
    handling   text not null,                         -- P, or C: only on conditions
    conditions text not null,
    met        text not null,                         -- how who shared said that the conditions are met
    primary key (share_id, record_id),
    check (handling <> 'C' or length(btrim(met)) >= 10)
);
create index dissemination_record on access.dissemination (record_id);
grant select on access.dissemination to clew_app, clew_engine;
grant insert on access.dissemination to clew_app;
alter table access.dissemination enable row level security;
create policy engine on access.dissemination for select to clew_engine using (true);
create policy visible on access.dissemination for select to clew_app
    using (exists (select from access.share s where s.share_id = dissemination.share_id));
create policy add on access.dissemination for insert to clew_app
    with check (exists (select from access.share s where s.share_id = dissemination.share_id and s.made_by = (select access.me())));

-- The graded items of a share in words: all for who shared and their lead, those of one's own agency for the owner.
create function access.graded_in(share uuid) returns text[]
    language sql stable security definer set search_path = pg_catalog, access, records
    as $$
    select coalesce(array_agg(btrim(d.grade || ' ' || d.handling)
                              || case when d.conditions <> '' then '. Condition: ' || d.conditions else '' end
                              || case when d.met <> '' then '. Met: ' || d.met else '' end
                              || '. Item ' || d.record_id order by d.record_id), '{}')
      from access.dissemination d join access.share s using (share_id)
     where d.share_id = share
       and (s.made_by = access.me()
            or (s.agency_id = access.viewer_agency() and access.viewer_is('information_governance_lead'))
            or records.owner(d.record_id) = access.viewer_agency())
    $$;
revoke all on function access.graded_in(uuid) from public;
grant execute on function access.graded_in(uuid) to clew_app;

-- ---------------------------------------------------------------- requests for information about victims

-- Victims and Prisoners Act 2024 section 28 (Police, Crime, Sentencing and Courts Act 2022 section 44A and following): an authorised person may ask for information about a victim in
-- pursuit of a reasonable line of enquiry only, where it is necessary and proportionate, and tells the victim, unless that is impracticable or would do harm.
create table access.victim_request (
    request_id  uuid primary key,
    record_id   uuid not null,                        -- of the victim, as who asks sees them
    asked_by    uuid not null references access.person_user,
    from_agency int  not null references access.agency,
    to_agency   int  not null references access.agency,
    asked_at    timestamptz not null default now(),
    what        text not null check (length(btrim(what)) >= 10),        -- which information, and from when until when
    relevance   text not null check (length(btrim(relevance)) >= 10),   -- to which reasonable line of enquiry
    necessity   text not null check (length(btrim(necessity)) >= 10),   -- why, and why by nothing that intrudes less
    noticed_on  date,                                 -- when the victim was told; null: they were not
    notice      text not null check (length(btrim(notice)) >= 10),      -- how they were told and what they said, or why not
    check (from_agency <> to_agency),
    check (noticed_on is null or noticed_on <= (asked_at at time zone 'Europe/London')::date)
);
create index victim_request_to on access.victim_request (to_agency, asked_at);
create index victim_request_from on access.victim_request (from_agency, asked_at);
create table access.victim_answer (
    request_id  uuid primary key references access.victim_request,
    given       boolean not null,
    answered_by uuid not null references access.person_user,
    answered_at timestamptz not null default now(),
    reason      text not null check (length(btrim(reason)) >= 10)
);
grant select on access.victim_request, access.victim_answer to clew_app, clew_engine;
grant insert (request_id, record_id, asked_by, from_agency, to_agency, what, relevance, necessity, noticed_on, notice) on access.victim_request to clew_app;
grant insert (request_id, given, answered_by, reason) on access.victim_answer to clew_app;
alter table access.victim_request enable row level security;
alter table access.victim_answer enable row level security;
create policy engine on access.victim_request for select to clew_engine using (true);
create policy engine on access.victim_answer for select to clew_engine using (true);
create function access.viewer_answers() returns boolean
    language sql stable
    return access.viewer_is('information_governance_lead') or access.viewer_is('supervisor');
create policy visible on access.victim_request for select to clew_app
    using (asked_by = (select access.me())
        or ((select access.viewer_answers()) and (from_agency = (select access.viewer_agency()) or to_agency = (select access.viewer_agency()))));
-- Only a competent authority asks, of an agency of its partnership, on somebody whom who asks may see.
create policy ask on access.victim_request for insert to clew_app
    with check (asked_by = (select access.me()) and from_agency = (select access.viewer_agency())
        and exists (select from access.agency a join access.agency o using (partnership_id)
                     where a.agency_id = victim_request.from_agency and o.agency_id = victim_request.to_agency
                       and coalesce(a.competent_authority, a.kind = 'police'))
        and exists (select from records.header h where h.record_id = victim_request.record_id));
create policy visible on access.victim_answer for select to clew_app
    using (exists (select from access.victim_request r where r.request_id = victim_answer.request_id));
create policy answer on access.victim_answer for insert to clew_app
    with check (answered_by = (select access.me()) and (select access.viewer_answers())
        and exists (select from access.victim_request r
                     where r.request_id = victim_answer.request_id and r.to_agency = (select access.viewer_agency())));
grant execute on function access.viewer_answers() to clew_app;
