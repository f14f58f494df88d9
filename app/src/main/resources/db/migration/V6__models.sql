-- Linkage models: what decides who is who. Each is kept whole under the hash of its content; which one is in force is a Decision of kind model_in_force, whose
-- body names it. A model tells no value that fewer than 20 records hold.
create table decisions.model (
    model_id   text primary key check (model_id ~ '^[0-9a-f]{64}$'),   -- SHA-256 of the body
    body       text not null,                                          -- JSON, as the engine reads it
    trained_at timestamptz not null,
    trained_by text not null check (length(btrim(trained_by)) > 0),    -- who had it learnt
    records    bigint not null check (records >= 0)                    -- of how many records of persons
);
grant select, insert on decisions.model to clew_engine;
revoke all on decisions.model from clew_app;
alter table decisions.model enable row level security;
create policy engine on decisions.model to clew_engine using (true) with check (true);
