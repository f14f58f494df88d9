-- Trust, second part: what was taken out of Clew.

-- ---------------------------------------------------------------- shares: an export is a share, and a disclosure that can be asked for

-- Append-only. What the file held is not kept: the records it rested on are, and the row of the ledger says when and by which right.
create table access.share (
    share_id  uuid primary key,
    made_by   uuid not null references access.person_user,
    agency_id int  not null references access.agency,     -- of who shared
    made_at   timestamptz not null default now(),
    purpose   text not null,
    what      text not null check (length(btrim(what)) > 0),      -- fixed words of the list, never personal data
    given_to  text not null check (length(btrim(given_to)) > 0),  -- the person or body that gets it
    reason    text not null check (length(btrim(reason)) > 0),
    format    text not null,
    lines     int  not null check (lines >= 0)
);
create index share_by on access.share (made_by, made_at);
create index share_agency on access.share (agency_id, made_at);
create table access.share_record (
    share_id  uuid not null references access.share,
    record_id uuid not null,
    primary key (record_id, share_id)
);
grant select on access.share, access.share_record to clew_app, clew_engine;
grant insert (share_id, made_by, agency_id, purpose, what, given_to, reason, format, lines) on access.share to clew_app;
grant insert on access.share_record to clew_app;
alter table access.share enable row level security;
alter table access.share_record enable row level security;
create policy engine on access.share for select to clew_engine using (true);
create policy engine on access.share_record for select to clew_engine using (true);
-- One's own; an information-governance lead sees all of their agency. Those under a sensitive purpose show to leads as looks do.
create policy visible on access.share for select to clew_app
    using (made_by = (select access.me())
        or (agency_id = (select access.viewer_agency()) and (select access.viewer_is('information_governance_lead'))));
create policy add on access.share for insert to clew_app
    with check (made_by = (select access.me()) and agency_id = (select access.viewer_agency()));
create policy visible on access.share_record for select to clew_app
    using (exists (select from access.share s where s.share_id = share_record.share_id));
create policy add on access.share_record for insert to clew_app
    with check (exists (select from access.share s where s.share_id = share_record.share_id and s.made_by = (select access.me())));

-- What was taken out about one record: for the agency that owns it, as it sees who looked.
create function access.shares_about(record uuid)
    returns table (share_id uuid, made_at timestamptz, who text, agency text, purpose text, what text, given_to text, reason text, format text, lines int)
    language sql stable security definer set search_path = pg_catalog, access, records, ledger as
$$
    select s.share_id, s.made_at, u.shown_name, a.name, s.purpose, s.what, s.given_to, s.reason, s.format, s.lines
      from access.share_record r join access.share s using (share_id)
      join access.person_user u on u.user_id = s.made_by
      join access.agency a on a.agency_id = s.agency_id
     where r.record_id = record
       and (s.made_by = access.me()
            or (records.owner(record) = access.viewer_agency()
                and (not ledger.is_sensitive(s.purpose, s.agency_id, s.made_at) or access.viewer_is('information_governance_lead'))))
     order by s.made_at desc, s.share_id
     limit 200
$$;
revoke all on function access.shares_about(uuid) from public;
grant execute on function access.shares_about(uuid) to clew_app;
