-- Draft lines of enquiry: what people decide on them, cases, watches. The lines themselves are derived and stand in db/pattern.sql.

create schema groups;
grant usage on schema groups to clew_app, clew_engine;

-- Whether the transaction may see every one of some records as they are classed now; a record that is in no Picture any more counts
-- by its last version, an unknown one is not seen.
create function groups.sees_all(asked uuid[]) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, groups, records, access as
$$
declare
    visible int[] := access.visible_classes();
    seen    boolean;
begin
    if to_regclass('picture.record') is null then
        return false;
    end if;
    execute 'select coalesce(bool_and(coalesce(
                        (select p.class_id from picture.record p where p.record_id = a.id),
                        (select c.class_id from records.current c where c.record_id = a.id)) = any ($2)), true)
               from unnest($1) a (id)' into seen using asked, visible;
    return coalesce(seen, false);
end
$$;
revoke all on function groups.sees_all(uuid[]) from public;
grant execute on function groups.sees_all(uuid[]) to clew_app;

-- ---------------------------------------------------------------- verdicts

-- Who opened which part of the evidence of a line, as it was then: a verdict counts only after both. evidence_key is of the set of
-- records, so that new evidence must be opened anew.
create table groups.opened (
    user_id      uuid not null,
    evidence_key uuid not null,
    part         text not null check (part in ('evidence', 'counter_evidence')),
    opened_at    timestamptz not null default now(),
    primary key (user_id, evidence_key, part)
);

-- What was decided on a line. It refers to the records the line rested on, never to the line. A rejected line keeps keyed hashes of
-- them and nothing else.
create table groups.verdict (
    verdict_id   uuid primary key default gen_random_uuid(),
    kind         text not null check (kind in ('accepted', 'parked', 'reject_asked', 'reject_refused', 'rejected', 'split', 'merged', 'renewed')),
    made_at      timestamptz not null default clock_timestamp(),
    made_by      uuid not null,
    agency_id    int  not null references access.agency,
    reason       text not null check (length(btrim(reason)) >= 10),
    evidence_key uuid not null,
    evidence     uuid[] not null,                     -- records; empty once rejected
    hashes       bytea[] not null default '{}',       -- keyed, of the records of a rejected line
    classes      int[] not null,                      -- of the records when it was decided
    until_day    date,                                -- parked: the day on which it comes back
    parts        jsonb not null default '{}',         -- split: {"apart": [record]}; merged: {"with": [record]}: records of people and things
    answers      uuid references groups.verdict,      -- the request of a rejection that a second reviewer answers
    check ((kind = 'parked') = (until_day is not null)),
    check ((kind = 'rejected') = (cardinality(hashes) > 0) and (kind = 'rejected') = (cardinality(evidence) = 0)),
    check ((kind in ('rejected', 'reject_refused')) = (answers is not null))
);
create index verdict_made on groups.verdict (made_at);

-- The second reviewer of a rejection is another than the first, and every verdict follows the opening of both parts.
create function groups.check_verdict() returns trigger
    language plpgsql security definer set search_path = pg_catalog, groups as
$$
begin
    if new.answers is not null and not exists (
            select from groups.verdict v where v.verdict_id = new.answers and v.kind = 'reject_asked' and v.made_by <> new.made_by) then
        raise exception 'expected another person to have asked for the rejection, found none';
    end if;
    if new.answers is not null and exists (select from groups.verdict v where v.answers = new.answers) then
        raise exception 'expected a request that nobody answered, found one that was';
    end if;
    if (select count(*) from groups.opened o where o.user_id = new.made_by and o.evidence_key = new.evidence_key) < 2 then
        raise exception 'expected evidence and counter-evidence to be opened before a verdict, found they were not';
    end if;
    return new;
end
$$;
create trigger checked before insert on groups.verdict for each row execute function groups.check_verdict();

-- ---------------------------------------------------------------- cases

create table groups.case_file (
    case_id    uuid primary key default gen_random_uuid(),
    case_no    int  generated always as identity unique,
    verdict_id uuid not null unique references groups.verdict,
    opened_at  timestamptz not null default clock_timestamp(),
    opened_by  uuid not null
);
-- What was done in a case, in order; nothing is changed or deleted. body by kind:
--   lead {"side","user"}   meeting {"held"}   plan {"strand","what","due"}   tool {"code","on","record"}
--   outcome {"tool": entry, "what"}   review {"next"}   closed {}
create table groups.case_entry (
    entry_id uuid primary key default gen_random_uuid(),
    case_id  uuid not null references groups.case_file,
    kind     text not null check (kind in ('lead', 'meeting', 'plan', 'tool', 'outcome', 'review', 'closed')),
    made_at  timestamptz not null default clock_timestamp(),
    made_by  uuid not null,
    words    text not null check (length(btrim(words)) > 0),
    body     jsonb not null default '{}'
);
create index case_entry_case on groups.case_entry (case_id, made_at);

-- Whether a case shows: all that it rests on shows, or the user leads it for an agency.
create function groups.case_shows(asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, groups, access
    as $$ select exists (select from groups.case_file c join groups.verdict v using (verdict_id)
                          where c.case_id = asked
                            and (groups.sees_all(v.evidence)
                                 or access.me()::text = (select e.body ->> 'user' from groups.case_entry e
                                                          where e.case_id = asked and e.kind = 'lead' and e.body ->> 'user' = access.me()::text
                                                          limit 1))) $$;
revoke all on function groups.case_shows(uuid) from public;
grant execute on function groups.case_shows(uuid) to clew_app;

-- ---------------------------------------------------------------- watches

-- What is watched is sealed; the mark is a keyed hash of what the watcher could see when it was last looked at.
create table groups.watch (
    watch_id   uuid primary key default gen_random_uuid(),
    user_id    uuid not null references access.person_user,
    kind       text not null check (kind in ('person', 'vehicle', 'phone', 'place', 'line', 'query')),
    sealed     bytea not null,
    reason     text not null check (length(btrim(reason)) >= 10),
    made_at    timestamptz not null default now(),
    expires_on date not null,
    mark       bytea not null,
    ended_at   timestamptz
);
create index watch_user on groups.watch (user_id);
-- That something changed; nothing of what. It goes with its watch.
create table groups.notice (
    notice_id  uuid primary key default gen_random_uuid(),
    watch_id   uuid not null references groups.watch on delete cascade,
    user_id    uuid not null,
    at         timestamptz not null default now(),
    opened_at  timestamptz
);
create index notice_user on groups.notice (user_id, at);

-- ---------------------------------------------------------------- who may

grant select, insert on groups.opened, groups.verdict, groups.case_file, groups.case_entry, groups.watch, groups.notice to clew_app;
grant update (ended_at, mark, expires_on) on groups.watch to clew_app;
grant update (opened_at) on groups.notice to clew_app;
grant select on all tables in schema groups to clew_engine;
grant insert on groups.notice to clew_engine;
grant update (mark) on groups.watch to clew_engine;
grant delete on groups.watch, groups.notice to clew_engine;
do $$
declare t text;
begin
    foreach t in array array['opened', 'verdict', 'case_file', 'case_entry', 'watch', 'notice'] loop
        execute format('alter table groups.%I enable row level security', t);
        execute format('create policy engine on groups.%I to clew_engine using (true) with check (true)', t);
    end loop;
    foreach t in array array['opened', 'watch', 'notice'] loop
        execute format($p$create policy own on groups.%I to clew_app using (user_id = (select access.me())) with check (user_id = (select access.me()))$p$, t);
    end loop;
end
$$;
create policy visible on groups.verdict for select to clew_app
    using (classes <@ (select access.visible_classes())::int[] and groups.sees_all(evidence));
create policy append on groups.verdict for insert to clew_app
    with check (made_by = (select access.me()) and agency_id = (select access.viewer_agency())
        and classes <@ (select access.visible_classes())::int[] and groups.sees_all(evidence));
create policy visible on groups.case_file for select to clew_app using (groups.case_shows(case_id));
create policy append on groups.case_file for insert to clew_app
    with check (opened_by = (select access.me())
        and exists (select from groups.verdict v where v.verdict_id = case_file.verdict_id and v.kind = 'accepted' and v.made_by = (select access.me())));
create policy visible on groups.case_entry for select to clew_app using (groups.case_shows(case_id));
create policy append on groups.case_entry for insert to clew_app
    with check (made_by = (select access.me()) and groups.case_shows(case_id));

-- The functions of the derived lines, which the engine owns, ask who is looking.
grant execute on function access.viewer_agency(), access.viewer_is(text), access.last_change() to clew_engine;
