-- What every schema leans on: the app's role, and one way to put a table under its city's lock.

do $$ begin
  if not exists (select from pg_roles where rolname = 'naik_app') then
    create role naik_app nologin;
  end if;
end $$;

create schema platform;
comment on schema platform is 'Helpers for migrations and the work log of background jobs; knows no domain.';
grant usage on schema platform to naik_app;

create function platform.current_city() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('naik.city_id', true), '') $$;
comment on function platform.current_city() is
  'The city this transaction speaks for, set once at its start; null means no city and so no rows.';

create function platform.protect(target regclass, app_may text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy city on %s using (city_id = platform.current_city()) with check (city_id = platform.current_city())',
    target);
  execute format('grant %s on %s to naik_app', app_may, target);
end $$;
comment on function platform.protect(regclass, text) is
  'Row-level security by city, forced, and the rights of the app role: append-only tables get select, insert and nothing else.';

create table platform.job_run (
  city_id text not null,
  id uuid not null,
  task text not null check (task ~ '^[a-z]+\.[a-z-]+$'),
  title jsonb not null,
  payload jsonb not null,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  attempts int not null default 0 check (attempts >= 0),
  progress_done bigint not null default 0,
  progress_total bigint,
  started_at timestamptz,
  ended_at timestamptz,
  result jsonb,
  problem jsonb,
  primary key (city_id, id)
);
comment on table platform.job_run is
  'What ran in the background, for whom, how far it is, and why it failed; the queue itself is graphile-worker''s.';
comment on column platform.job_run.title is 'Words in both languages, as shown on the jobs page.';
comment on column platform.job_run.problem is 'The refusal or fault of the last attempt: code, words.';
create index job_run_by_time on platform.job_run (city_id, asked_at desc);
select platform.protect('platform.job_run', 'select, insert, update');

create table platform.stored_file (
  city_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  mime text not null,
  original_name text,
  stored_at timestamptz not null default now(),
  primary key (city_id, sha256)
);
comment on table platform.stored_file is
  'Every stored file by the hash of its content; the bytes lie in the data directory, so the same file is kept once.';
select platform.protect('platform.stored_file', 'select, insert');
