-- Signing in: sessions that outlive a server, identities at a provider, second factors, and counters that slow down guessing.

-- ---------------------------------------------------------------- desk: what users have lying open

-- The number in the browser's cookie is not kept, only its hash: who reads this table can take over no session.
create table desk.session (
    session_hash bytea primary key check (length(session_hash) = 32),
    user_id      uuid,                                -- null until somebody signed in
    made_at      timestamptz not null,
    last_at      timestamptz not null,
    ends_at      timestamptz not null,                -- kept a day longer, to know whose text comes too late
    body         bytea       not null                 -- sealed
);
create index session_of_user on desk.session (user_id) where user_id is not null;
create index session_ends on desk.session (ends_at);
grant select, insert, update, delete on desk.session to clew_app;

-- What was typed is about people: sealed, and readable on behalf of its user only.
alter table desk.draft alter column body drop not null;
alter table desk.draft add column sealed bytea;
create index draft_user on desk.draft (user_id, saved_at);
create index draft_expires on desk.draft (expires_at);

-- The sweep deletes what has ended, and reads nothing of it.
create function desk.sweep() returns void
    language sql volatile security definer set search_path = pg_catalog, desk
as $$
    delete from desk.session where ends_at < now() - interval '1 day';
    delete from desk.draft where expires_at < now();
$$;
revoke all on function desk.sweep() from public;
grant execute on function desk.sweep() to clew_app;

-- ---------------------------------------------------------------- access: who somebody is at an OpenID Connect provider

create table access.identity (
    issuer   text not null,
    subject  text not null,
    user_id  uuid not null references access.person_user,
    bound_at timestamptz not null default now(),
    primary key (issuer, subject)
);
create index identity_user on access.identity (user_id);

-- An administrator says which verified e-mail address may become which user, once and not for long.
create table access.invitation (
    invitation_id uuid primary key default gen_random_uuid(),
    user_id       uuid not null references access.person_user,
    email         text not null check (email = lower(email)),
    made_at       timestamptz not null default now(),
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create unique index invitation_open on access.invitation (email) where used_at is null;

create function access.sign_in_by(by_issuer text, by_subject text)
    returns table (user_id uuid, agency_id int, sign_in_name text)
    language sql stable security definer set search_path = pg_catalog, access
    as $$ select u.user_id, u.agency_id, u.sign_in_name
            from access.identity i join access.person_user u using (user_id)
           where i.issuer = by_issuer and i.subject = by_subject and u.ended_at is null $$;

-- Binds an identity nobody has yet to the user its verified e-mail address was invited as; true when it did.
create function access.bind_identity(by_issuer text, by_subject text, by_email text) returns boolean
    language sql volatile security definer set search_path = pg_catalog, access
as $$
    with used as (
        update access.invitation v set used_at = now()
          from access.person_user u
         where v.email = lower(by_email) and v.used_at is null and v.expires_at > now()
           and u.user_id = v.user_id and u.ended_at is null
           and not exists (select from access.identity i where i.issuer = by_issuer and i.subject = by_subject)
        returning v.user_id
    ), bound as (
        insert into access.identity (issuer, subject, user_id)
        select by_issuer, by_subject, user_id from used
        returning 1
    )
    select exists (select from bound)
$$;

-- A hash made with an older cost is replaced by a newer one of the same password, at a sign-in that knew it.
create function access.upgrade_password(of_user uuid, known text, stronger text) returns void
    language sql volatile security definer set search_path = pg_catalog, access
    as $$ update access.person_user set password = stronger where user_id = of_user and password = known $$;

revoke all on function access.sign_in_by(text, text), access.bind_identity(text, text, text),
    access.upgrade_password(uuid, text, text) from public;
grant execute on function access.sign_in_by(text, text), access.bind_identity(text, text, text),
    access.upgrade_password(uuid, text, text) to clew_app;
grant select, insert on access.identity, access.invitation to clew_engine;
grant delete on access.identity, access.invitation to clew_engine;

-- ---------------------------------------------------------------- access: second factors

create table access.second_factor (
    user_id      uuid primary key references access.person_user,
    secret       bytea not null,                      -- sealed
    made_at      timestamptz not null default now(),
    confirmed_at timestamptz,                         -- null: the key was shown, and no code of it was typed yet
    last_step    bigint not null default 0            -- of the last code taken: none is taken twice, none before it
);
create table access.recovery_code (
    user_id   uuid  not null references access.person_user,
    code_hash bytea not null check (length(code_hash) = 32),
    used_at   timestamptz,
    primary key (user_id, code_hash)
);
grant select, insert, update, delete on access.second_factor, access.recovery_code to clew_app, clew_engine;
do $$
declare t text;
begin
    foreach t in array array['second_factor', 'recovery_code'] loop
        execute format('alter table access.%I enable row level security', t);
        execute format('create policy engine on access.%I to clew_engine using (true) with check (true)', t);
        execute format($p$create policy own on access.%I to clew_app
            using (user_id = (select nullif(current_setting('clew.user', true), '')::uuid))
            with check (user_id = (select nullif(current_setting('clew.user', true), '')::uuid))$p$, t);
    end loop;
end
$$;

-- ---------------------------------------------------------------- access: counters

-- What is counted (a name, an address, a user) stands here as a keyed hash. A crash may forget counts: nobody is harmed.
create unlogged table access.tally (
    counted bytea primary key check (length(counted) = 32),
    tries   int         not null,
    since   timestamptz not null,
    last_at timestamptz not null
);
grant select, insert, update, delete on access.tally to clew_app;
