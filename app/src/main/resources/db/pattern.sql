-- Draft lines of enquiry, patterns beside them and what is too busy to tie anybody, as they were last found: derived, disposable, never migrated. Created by clew_engine; a change here is made
-- by dropping the schema, and the lines are found anew.

create schema pattern;
grant usage on schema pattern to clew_app;

-- A set of classes on which lines were found. A viewer gets the highest whose classes they see without exception.
create table pattern.tier (
    tier_no  int primary key,
    name     text not null,                           -- shareable, police_conditional, all, or own:<hash> for rights of a cut of their own
    classes  int[] not null,                          -- that records of it have
    basis    text not null,                           -- of which state of the Picture
    epoch    jsonb not null
);
create table pattern.line (
    line_no      int primary key,
    tier_no      int not null references pattern.tier on delete cascade,
    about        text not null,                       -- line; the kind of a pattern beside the lines; or over-connected
    anchor       uuid not null,                       -- of a line the record of its oldest episode, or of a pattern about several, else the first of whom or what it is about: its address
    evidence_key uuid not null,                       -- of the set of records of its episodes
    first_day    date not null,
    last_day     date not null,
    known_day    date not null,
    received_at  timestamptz not null,                -- of the last of its evidence
    conduct      int[] not null,                      -- agencies that hold somebody in it who is recorded at work as a professional
    names        text[] not null,                     -- of who in it was or may have been of age: a user of Clew of that name does not see it, nor does their line
    agencies     text[] not null,
    adults       int  not null,
    children     int  not null,                       -- and those of unknown age are neither
    body         json not null                        -- as it was found, see Surfaced
);
create index on pattern.line (tier_no);
create table pattern.evidence (
    line_no   int  not null references pattern.line on delete cascade,
    record_id uuid not null,                          -- of an episode
    primary key (line_no, record_id)
);
create index on pattern.evidence (record_id);
-- Every record that the line rests on: episodes, who and what was there, and the records that make them one.
create table pattern.rests_on (
    line_no   int  not null references pattern.line on delete cascade,
    record_id uuid not null,
    subject   uuid,                                   -- of whom or what it is a record
    primary key (line_no, record_id)
);
create index on pattern.rests_on (record_id);

-- The lines that the transaction may see: of its highest tier, each with all that it rests on as it is classed now.
create function pattern.shown() returns int[]
    language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
    visible int[] := access.visible_classes();
    tier    int;
    users   int[]; -- lines in which somebody bears the name of a user
    own     int[]; -- of a user of the viewer's agency
begin
    select t.tier_no into tier from pattern.tier t where t.classes <@ visible order by cardinality(t.classes) desc, t.tier_no limit 1;
    select coalesce(array_agg(l.line_no), '{}'), coalesce(array_agg(l.line_no) filter (where u.agency_id = access.viewer_agency()), '{}')
      into users, own
      from pattern.line l cross join unnest(l.names) n (name) join access.person_user u on lower(u.shown_name) = n.name
     where l.tier_no = tier and u.ended_at is null;
    return array(
        select l.line_no from pattern.line l
         where l.tier_no = tier
           -- A pattern about a professional or a user goes outside their own line: to supervisors and leads of agencies that do not hold them.
           and ((l.conduct = '{}' and l.line_no <> all (users)) or (access.viewer_agency() <> all (l.conduct) and l.line_no <> all (own)
                and (access.viewer_is('supervisor') or access.viewer_is('information_governance_lead'))))
           and not exists (select from pattern.rests_on r left join picture.record p using (record_id)
                            where r.line_no = l.line_no and (p.record_id is null or p.class_id <> all (visible)))
         order by l.line_no);
end
$$;
revoke all on function pattern.shown() from public;
grant execute on function pattern.shown() to clew_app;

-- Whether users of Clew bear one of these names.
create function pattern.names_user(names text[]) returns boolean
    language sql stable security definer set search_path = pg_catalog
    as $$ select exists (select from access.person_user u where u.ended_at is null and lower(u.shown_name) = any (names)) $$;
revoke all on function pattern.names_user(text[]) from public;
grant execute on function pattern.names_user(text[]) to clew_app;

-- Whether a line, or a pattern of that kind, that rests on one of these records is about somebody at work, or a user, and not for who is looking: as in pattern.shown().
create function pattern.own_line(asked uuid[], asked_about text) returns boolean
    language sql stable security definer set search_path = pg_catalog
    as $$ select exists (
              select from pattern.line l join pattern.evidence e using (line_no) join pattern.tier t using (tier_no)
               where e.record_id = any (asked) and l.about = asked_about and t.classes <@ access.visible_classes() and (l.conduct <> '{}' or pattern.names_user(l.names))
                 and (access.viewer_agency() = any (l.conduct)
                      or exists (select from access.person_user u
                                  where u.ended_at is null and lower(u.shown_name) = any (l.names) and u.agency_id = access.viewer_agency())
                      or not (access.viewer_is('supervisor') or access.viewer_is('information_governance_lead')))) $$;
revoke all on function pattern.own_line(uuid[], text) from public;

-- What an information-governance lead learns: their agency's own records that complete a line which nobody may see whole.
create function pattern.completing() returns table (line int, record uuid)
    language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
    if not access.viewer_is('information_governance_lead') then
        return;
    end if;
    return query
    select l.line_no, e.record_id
      from pattern.line l join pattern.tier t using (tier_no) join pattern.evidence e using (line_no)
      join picture.record p on p.record_id = e.record_id
     where t.name = 'all' and l.about = 'line' and p.agency_id = access.viewer_agency() and p.class_id = any (access.visible_classes())
       and not exists (select from pattern.tier o where o.name <> 'all' and p.class_id = any (o.classes))
       and not exists (select from pattern.line o join pattern.tier ot on ot.tier_no = o.tier_no and ot.name <> 'all'
                        where o.evidence_key = l.evidence_key)
     order by 1, 2;
end
$$;
revoke all on function pattern.completing() from public;
grant execute on function pattern.completing() to clew_app;

grant select on pattern.line, pattern.evidence, pattern.rests_on to clew_app;
alter table pattern.line enable row level security;
alter table pattern.evidence enable row level security;
alter table pattern.rests_on enable row level security;
create policy visible on pattern.line for select to clew_app using (line_no = any ((select pattern.shown())::int[]));
create policy visible on pattern.evidence for select to clew_app using (line_no = any ((select pattern.shown())::int[]));
create policy visible on pattern.rests_on for select to clew_app using (line_no = any ((select pattern.shown())::int[]));

-- The owner looks into every table, as it does in the Picture.
do $$
declare
    owner  name := (select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'records');
    member record;
begin
    execute format('grant usage on schema pattern to %I', owner);
    execute format('grant execute on function pattern.own_line(uuid[], text) to %I', owner);
    for member in select relname, relrowsecurity from pg_class where relnamespace = 'pattern'::regnamespace and relkind = 'r' loop
        execute format('grant select on pattern.%I to %I', member.relname, owner);
        if member.relrowsecurity then
            execute format('create policy owner on pattern.%I for select to %I using (true)', member.relname, owner);
        end if;
    end loop;
end
$$;
