-- The block list: vehicles, phones, accounts, organisations and places that make no tie for a time, because two people said why.

-- It is about records, as a verdict is: those of the thing from which the lines of who asked are found. It works in every clearance tier that holds all of them, and shows to
-- who may see all of them.
create table groups.block (
    block_id  uuid primary key default gen_random_uuid(),
    records   uuid[] not null check (cardinality(records) > 0),
    classes   int[]  not null,                        -- of the records when it was asked
    made_at   timestamptz not null default clock_timestamp(),
    made_by   uuid not null references access.person_user
);
create index block_records on groups.block using gin (records);

-- What was done with it, in order; nothing is changed or deleted. One asks, for the first time or for a renewal, until a day of review; another answers; who lifts it ends it at once.
create table groups.block_step (
    step_id   uuid primary key default gen_random_uuid(),
    block_id  uuid not null references groups.block,
    kind      text not null check (kind in ('asked', 'confirmed', 'refused', 'lifted')),
    made_at   timestamptz not null default clock_timestamp(),
    made_by   uuid not null references access.person_user,
    agency_id int  not null references access.agency,
    reason    text not null check (length(btrim(reason)) >= 10),
    until_day date check (until_day <= (made_at at time zone 'Europe/London')::date + 366),  -- of review: it counts until the day before
    answers   uuid unique references groups.block_step,
    check ((kind = 'asked') = (until_day is not null)),
    check ((kind in ('confirmed', 'refused')) = (answers is not null))
);
create index block_step_block on groups.block_step (block_id, made_at);

-- Nobody confirms what they asked for themselves, and what was lifted stays so.
create function groups.check_block_step() returns trigger
    language plpgsql security definer set search_path = pg_catalog, groups as
$$
begin
    if exists (select from groups.block_step s where s.block_id = new.block_id and s.kind = 'lifted') then
        raise exception 'expected an entry that was not lifted, found one that was';
    end if;
    if new.answers is not null and not exists (
            select from groups.block_step s where s.step_id = new.answers and s.block_id = new.block_id and s.kind = 'asked' and s.made_by <> new.made_by) then
        raise exception 'expected another person to have asked for the entry, found none';
    end if;
    return new;
end
$$;
create trigger checked before insert on groups.block_step for each row execute function groups.check_block_step();

create function groups.block_shows(asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, groups, access
    as $$ select exists (select from groups.block b where b.block_id = asked and b.classes <@ access.visible_classes() and groups.sees_all(b.records)) $$;
revoke all on function groups.block_shows(uuid) from public;
grant execute on function groups.block_shows(uuid) to clew_app;

-- Entries that make no tie on a day, of those that the transaction may see.
create function groups.blocked_on(asked date) returns setof groups.block
    language sql stable set search_path = pg_catalog, groups
    as $$ select b.* from groups.block b
           where exists (select from groups.block_step a join groups.block_step c on c.answers = a.step_id and c.kind = 'confirmed'
                          where a.block_id = b.block_id and a.until_day > asked)
             and not exists (select from groups.block_step l where l.block_id = b.block_id and l.kind = 'lifted') $$;
revoke all on function groups.blocked_on(date) from public;
grant execute on function groups.blocked_on(date) to clew_app, clew_engine;

grant select, insert on groups.block, groups.block_step to clew_app;
grant select on groups.block, groups.block_step to clew_engine;
alter table groups.block enable row level security;
alter table groups.block_step enable row level security;
create policy engine on groups.block for select to clew_engine using (true);
create policy engine on groups.block_step for select to clew_engine using (true);
create policy visible on groups.block for select to clew_app
    using (classes <@ (select access.visible_classes())::int[] and groups.sees_all(records));
create policy append on groups.block for insert to clew_app
    with check (made_by = (select access.me()) and classes <@ (select access.visible_classes())::int[] and groups.sees_all(records));
create policy visible on groups.block_step for select to clew_app using (groups.block_shows(block_id));
create policy append on groups.block_step for insert to clew_app
    with check (made_by = (select access.me()) and agency_id = (select access.viewer_agency()) and groups.block_shows(block_id));
