-- Who waits for events is told which kinds were written, so that the leader need not ask whether anything waits that it hears.

drop trigger wake on events.outbox;
create or replace function events.wake() returns trigger
    language plpgsql set search_path = pg_catalog as
$$
begin
    perform pg_notify('clew_events', kind) from (select distinct kind from written) kinds;
    return null;
end
$$;
create trigger wake after insert on events.outbox referencing new table as written for each statement execute function events.wake();

-- What the daily look found: how far the records received lately stand from those that the Model in force was learnt from. Figures of all records together, for the engine alone.
create schema identity;
grant usage on schema identity to clew_engine;
create table identity.drift (
    model_id  text not null,
    looked_on date not null,
    records   int  not null,                          -- of persons, the latest ones
    stability double precision not null,              -- population stability index of their best weights
    filled    jsonb not null,                         -- field: share with a value, less that at training
    much      boolean not null,
    primary key (model_id, looked_on)
);
grant select, insert on identity.drift to clew_engine;
