-- Visits to businesses (Sahabat UMKM): a plan anybody can draw again, what was seen, and the month's report of it.

create table mentoring.visit_plan (
  city_id text not null,
  id uuid not null,
  mentor_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  per_day int not null check (per_day between 1 and 20),
  seed text not null check (length(seed) between 4 and 80),
  rule int not null check (rule >= 1),
  basis jsonb not null check (jsonb_typeof(basis) = 'array'),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (city_id, id),
  unique (city_id, mentor_id, week),
  foreign key (city_id, mentor_id) references access.user_account (city_id, id)
);
comment on table mentoring.visit_plan is 'Whom a mentor visits in a week: drawn by rule and seed from the basis, so that anybody can draw it again.';
comment on column mentoring.visit_plan.basis is 'The businesses the choice was made from: [id, kecamatan, kelurahan, day of the last visit or null, visits so far].';
select platform.protect('mentoring.visit_plan', 'select, insert');

-- Only visits that were made stand in mentoring.visit; it is append-only. What is planned has a row of its own, so that
-- two people who visit one business stay two.
create table mentoring.planned_visit (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  mentor_id uuid not null,
  on_day date not null,
  first_on date not null,
  origin text not null check (origin in ('plan', 'agreed')),
  origin_id uuid not null,
  state text not null check (state in ('planned', 'done', 'missed')),
  visit_id uuid,
  missed_why text check (missed_why in ('closed', 'away', 'weather', 'mentor', 'refused', 'other')),
  missed_note text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  foreign key (city_id, mentor_id) references access.user_account (city_id, id),
  check ((state = 'done') = (visit_id is not null)),
  check ((state = 'missed') = (missed_why is not null))
);
comment on table mentoring.planned_visit is 'A visit that is to be made: chosen by a plan, or agreed with the owner at the visit before.';
comment on column mentoring.planned_visit.first_on is 'The day it was planned for before anybody moved it.';
comment on column mentoring.planned_visit.origin_id is 'The plan, or the visit at which it was agreed.';
create index planned_visit_by_mentor on mentoring.planned_visit (city_id, mentor_id, on_day);
create index planned_visit_by_business on mentoring.planned_visit (city_id, business_id, on_day);
select platform.protect('mentoring.planned_visit', 'select, insert');
grant update (on_day, state, visit_id, missed_why, missed_note, changed_at, changed_by) on mentoring.planned_visit to naik_app;

alter table mentoring.visit drop constraint visit_field_check;
alter table mentoring.visit alter column field type text[] using array[field];
alter table mentoring.visit rename column field to fields;
alter table mentoring.visit
  drop column planned_on,
  drop column state,
  alter column done_on set not null,
  add column form jsonb not null default '{"version": 1}' check (form ? 'version'),
  add column turnover_before_rupiah bigint check (turnover_before_rupiah >= 0),
  add column minutes int check (minutes between 0 and 600),
  add column latitude numeric(9, 6),
  add column longitude numeric(9, 6),
  add column accuracy_metres int check (accuracy_metres >= 0),
  add column led_by jsonb,
  add column companions jsonb not null default '[]' check (jsonb_typeof(companions) = 'array'),
  add column next_on date,
  add column flags text[] not null default '{}',
  add column recorded_at timestamptz,
  add column recorded_on date,
  add constraint visit_fields_check check (cardinality(fields) > 0
    and fields <@ array['institution', 'people', 'production', 'financing', 'marketing']),
  add constraint visit_turnover_check check (turnover_month_rupiah >= 0),
  add constraint visit_point_check check ((latitude is null) = (longitude is null));
update mentoring.visit set recorded_on = done_on, recorded_at = done_on;
alter table mentoring.visit alter column recorded_on set not null, alter column recorded_at set not null;
revoke update on mentoring.visit from naik_app;
comment on table mentoring.visit is 'A visit that was made, with what was seen. Append-only: two visits stay two.';
comment on column mentoring.visit.fields is 'Which of the five fields of mentoring it was about.';
comment on column mentoring.visit.form is 'Answers of the visit''s form with its version: production, marketing, problems, needs.';
comment on column mentoring.visit.turnover_month_rupiah is 'Sales of this month as the owner said them; null where she was not asked.';
comment on column mentoring.visit.turnover_before_rupiah is 'Sales of the month before, said on the same day.';
comment on column mentoring.visit.led_by is 'Who led a visit of many, as the mayor''s: name and office.';
comment on column mentoring.visit.recorded_on is 'The day it arrived here; more than two days after done_on is late.';
comment on column mentoring.visit.flags is 'What had changed around it before it arrived; it is kept all the same.';
create index visit_by_mentor on mentoring.visit (city_id, mentor_id, done_on);

create table mentoring.visit_photo (
  city_id text not null,
  visit_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (city_id, visit_id, sha256),
  foreign key (city_id, visit_id) references mentoring.visit (city_id, id)
);
comment on table mentoring.visit_photo is 'Photos of a visit, by the hash of their content in the file store; they may arrive later than the visit.';
select platform.protect('mentoring.visit_photo', 'select, insert');

create table mentoring.monthly_report (
  city_id text not null,
  id uuid not null,
  mentor_id uuid,
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('drafted', 'sent', 'accepted', 'returned')),
  obstacles text not null default '',
  follow_up text not null default '',
  content jsonb,
  sent_at timestamptz,
  primary key (city_id, id),
  unique nulls not distinct (city_id, mentor_id, month),
  foreign key (city_id, mentor_id) references access.user_account (city_id, id),
  check ((state in ('sent', 'accepted')) = (content is not null))
);
comment on table mentoring.monthly_report is 'The month of one mentor, or of the whole city where mentor is null, on its way to whoever accepts it.';
comment on column mentoring.monthly_report.content is 'Figures and rows as they stood when it was sent; a returned report has none until it is sent again.';
select platform.protect('mentoring.monthly_report', 'select, insert, update');

create table mentoring.monthly_report_event (
  city_id text not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('drafted', 'sent', 'accepted', 'returned')),
  at timestamptz not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  primary key (city_id, id),
  foreign key (city_id, report_id) references mentoring.monthly_report (city_id, id),
  check (kind <> 'returned' or length(note) >= 3)
);
comment on table mentoring.monthly_report_event is 'The steps of a monthly report, with who and when.';
create index monthly_report_event_by_report on mentoring.monthly_report_event (city_id, report_id, at);
select platform.protect('mentoring.monthly_report_event', 'select, insert');
