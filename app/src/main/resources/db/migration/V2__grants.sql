-- Who may see what: roles, areas, teams. Dated, and nothing is deleted: what ends gets an end.

-- The nine roles of access/matrix.csv.
update access.person_user set roles = array(
    select distinct case r when 'worker' then 'practitioner' when 'social_worker' then 'practitioner' when 'hub' then 'hub_decision_maker'
                           when 'licensing' then 'licensing_officer' when 'steward' then 'data_steward'
                           when 'administrator' then 'system_administrator' else r end
      from unnest(roles) r);
alter table access.person_user add check (roles <@ array['practitioner', 'hub_decision_maker', 'analyst', 'licensing_officer',
    'data_steward', 'auditor', 'supervisor', 'information_governance_lead', 'system_administrator']);

-- The agency that hosts the hub: its supervisors may decide on requests for any agency of the partnership.
alter table access.agency add column hub boolean not null default false;

-- ---------------------------------------------------------------- areas and teams

create table access.area (
    area_id        int generated always as identity primary key,
    partnership_id int  not null references access.partnership,
    slug           text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
    name           text not null,
    unique (partnership_id, slug)
);
-- The areas that an agency's records are about.
create table access.agency_area (
    agency_id int not null references access.agency,
    area_id   int not null references access.area,
    primary key (agency_id, area_id)
);
create index agency_area_area on access.agency_area (area_id);

-- A team belongs to an agency; its members may come from any agency of the partnership. A class restricted to 'team:<team_id>'
-- shows to its members only.
create table access.team (
    team_id   int generated always as identity primary key,
    agency_id int  not null references access.agency,
    slug      text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
    name      text not null,
    unique (agency_id, slug)
);
create table access.team_area (
    team_id int not null references access.team,
    area_id int not null references access.area,
    primary key (team_id, area_id)
);
create table access.team_member (
    team_id    int  not null references access.team,
    user_id    uuid not null references access.person_user,
    from_at    timestamptz not null,
    until_at   timestamptz,
    primary key (user_id, team_id, from_at),
    check (until_at is null or until_at >= from_at)
);
create table access.user_area (
    user_id    uuid not null references access.person_user,
    area_id    int  not null references access.area,
    from_at    timestamptz not null,
    until_at   timestamptz,
    primary key (user_id, area_id, from_at),
    check (until_at is null or until_at >= from_at)
);

-- A partnership is one area of its own until it is said otherwise; users of before this migration work in the whole of it.
insert into access.area (partnership_id, slug, name) select partnership_id, slug, name from access.partnership;
insert into access.agency_area
    select a.agency_id, r.area_id from access.agency a join access.area r using (partnership_id);
insert into access.user_area (user_id, area_id, from_at)
    select u.user_id, r.area_id, '-infinity' from access.person_user u
      join access.agency a using (agency_id) join access.area r using (partnership_id);

grant select on access.area, access.agency_area, access.team, access.team_area, access.team_member, access.user_area
    to clew_app, clew_engine;
grant delete on access.agency_area to clew_engine;
grant insert on access.area, access.agency_area, access.team, access.team_area, access.team_member, access.user_area to clew_engine;
grant update (until_at) on access.team_member, access.user_area to clew_engine;
grant update (hub, call_whom) on access.agency to clew_engine;
grant usage on all sequences in schema access to clew_engine;
