-- Of what kind the change was that a notice tells of: a few fixed words, and nothing of whom or what it is about.
alter table groups.notice add column kinds text[] not null default '{}'
    check (kinds <@ array['record', 'correction', 'event', 'line', 'evidence', 'standing', 'found']);
