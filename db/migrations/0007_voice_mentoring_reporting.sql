-- Weekly meetings, what was found there, who answers it, and the figures that come of it.

create schema voice;
grant usage on schema voice to naik_app;
create schema mentoring;
grant usage on schema mentoring to naik_app;
create schema reporting;
grant usage on schema reporting to naik_app;

create table voice.case (
  city_id text not null,
  id uuid not null,
  number text not null,
  origin text not null check (origin in ('meeting', 'visit', 'citizen', 'partner')),
  origin_id uuid,
  topic text not null check (topic in ('production', 'marketing', 'financing', 'permit', 'training', 'place', 'household', 'other')),
  text text not null check (length(text) between 3 and 2000),
  group_id uuid,
  person_id uuid,
  kecamatan_code text,
  department_id uuid,
  due_on date,
  state text not null check (state in ('raised', 'assigned', 'answered', 'closed', 'reopened')),
  raised_at timestamptz not null,
  raised_by uuid not null,
  raised_on date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  closed_at timestamptz,
  repeat_of uuid,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, department_id) references partners.institution (city_id, id),
  check (state <> 'closed' or answer is not null)
);
comment on table voice.case is 'A finding, problem or aspiration on its way to a written answer. Never closed without one.';
create index case_by_department on voice.case (city_id, department_id, state, due_on);
create index case_by_origin on voice.case (city_id, origin_id);
create index case_open on voice.case (city_id, due_on) where state <> 'closed';
select platform.protect('voice.case', 'select, insert, update');

create table voice.case_event (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('raised', 'assigned', 'answered', 'closed', 'reopened')),
  at timestamptz not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  department_id uuid,
  due_on date,
  primary key (city_id, id),
  foreign key (city_id, case_id) references voice.case (city_id, id),
  check ((kind = 'assigned') = (department_id is not null and due_on is not null)),
  check (kind <> 'answered' or length(note) >= 3)
);
comment on table voice.case_event is 'The steps of a case, with who and when; an assignment says to which department and until when.';
comment on column voice.case_event.note is 'The answer in full, or why it was reopened.';
create index case_event_by_case on voice.case_event (city_id, case_id, at);
select platform.protect('voice.case_event', 'select, insert');

create table mentoring.meeting_series (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  start_time time not null,
  place text not null,
  mentor_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (city_id, id),
  foreign key (city_id, group_id) references registry.business_group (city_id, id),
  foreign key (city_id, mentor_id) references access.user_account (city_id, id)
);
comment on table mentoring.meeting_series is 'When and where a group meets each week, and which mentor comes. Monday is 1.';
create unique index meeting_series_one on mentoring.meeting_series (city_id, group_id) where valid_to is null;
select platform.protect('mentoring.meeting_series', 'select, insert, update');

create table mentoring.meeting (
  city_id text not null,
  id uuid not null,
  series_id uuid not null,
  group_id uuid not null,
  held_on date not null,
  number int not null,
  state text not null check (state in ('planned', 'closed', 'cancelled')),
  mentor_id uuid not null,
  cancelled_why text,
  topic_code text,
  topic_note text,
  expected_rupiah bigint,
  received_rupiah bigint,
  present_count int,
  member_count int,
  closed_at timestamptz,
  command_id uuid,
  primary key (city_id, id),
  unique (city_id, group_id, held_on),
  foreign key (city_id, series_id) references mentoring.meeting_series (city_id, id),
  foreign key (city_id, group_id) references registry.business_group (city_id, id)
);
comment on table mentoring.meeting is 'One weekly meeting: planned, then closed by one command whose cash count equals the sheet, or cancelled with a reason.';
create index meeting_by_day on mentoring.meeting (city_id, held_on, state);
create index meeting_by_mentor on mentoring.meeting (city_id, mentor_id, held_on);
select platform.protect('mentoring.meeting', 'select, insert, update');

create table mentoring.attendance (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  presence text not null check (presence in ('present', 'absent', 'excused')),
  reason text,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (city_id, meeting_id, person_id),
  foreign key (city_id, meeting_id) references mentoring.meeting (city_id, id)
);
comment on table mentoring.attendance is 'Who came; insert-only. It is evidence for KUR super mikro.';
create index attendance_by_person on mentoring.attendance (city_id, person_id, meeting_id);
select platform.protect('mentoring.attendance', 'select, insert');

create table mentoring.receipt (
  city_id text not null,
  id uuid not null,
  number text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  loan_id uuid,
  on_day date not null,
  institution_id uuid not null,
  repayment_rupiah bigint not null default 0 check (repayment_rupiah >= 0),
  cover_rupiah bigint not null default 0 check (cover_rupiah >= 0),
  savings_rupiah bigint not null default 0 check (savings_rupiah >= 0),
  total_rupiah bigint not null check (total_rupiah > 0),
  token text not null check (token ~ '^[A-Za-z0-9_-]{22}$'),
  issued_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, number),
  unique (city_id, token),
  foreign key (city_id, meeting_id) references mentoring.meeting (city_id, id),
  check (total_rupiah = repayment_rupiah + cover_rupiah + savings_rupiah)
);
comment on table mentoring.receipt is 'Proof in the member''s hand of what she handed over at a meeting; its QR token can be verified by anyone.';
create index receipt_by_person on mentoring.receipt (city_id, person_id, on_day desc);
create index receipt_by_meeting on mentoring.receipt (city_id, meeting_id);
select platform.protect('mentoring.receipt', 'select, insert');

create table mentoring.cash_count (
  city_id text not null,
  meeting_id uuid not null,
  denomination int not null check (denomination in (100000, 75000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100)),
  pieces int not null check (pieces > 0),
  primary key (city_id, meeting_id, denomination),
  foreign key (city_id, meeting_id) references mentoring.meeting (city_id, id)
);
comment on table mentoring.cash_count is 'The notes and coins counted before the meeting closed.';
select platform.protect('mentoring.cash_count', 'select, insert');

create table mentoring.bag (
  city_id text not null,
  id uuid not null,
  mentor_id uuid not null,
  institution_id uuid not null,
  account_id uuid not null,
  primary key (city_id, id),
  unique (city_id, mentor_id, institution_id),
  foreign key (city_id, account_id) references ledger.account (city_id, id)
);
comment on table mentoring.bag is 'The cash bag a mentor carries for an institution; its ledger leaf says what is in it.';
select platform.protect('mentoring.bag', 'select, insert');

create table mentoring.bag_deposit (
  city_id text not null,
  id uuid not null,
  bag_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  slip_number text not null,
  received_by uuid not null,
  journal_id uuid not null,
  primary key (city_id, id),
  foreign key (city_id, bag_id) references mentoring.bag (city_id, id)
);
comment on table mentoring.bag_deposit is 'Cash from a bag handed to the institution''s cashier against a slip.';
create index bag_deposit_by_bag on mentoring.bag_deposit (city_id, bag_id, on_day desc);
select platform.protect('mentoring.bag_deposit', 'select, insert');

create table mentoring.meeting_photo (
  city_id text not null,
  meeting_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (city_id, meeting_id, sha256),
  foreign key (city_id, meeting_id) references mentoring.meeting (city_id, id)
);
comment on table mentoring.meeting_photo is 'Photos of a meeting, by the hash of their content in the file store.';
select platform.protect('mentoring.meeting_photo', 'select, insert');

create table mentoring.visit (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  person_id uuid not null,
  mentor_id uuid not null,
  planned_on date,
  done_on date,
  field text not null check (field in ('institution', 'people', 'production', 'financing', 'marketing')),
  note text not null default '',
  turnover_month_rupiah bigint,
  state text not null check (state in ('planned', 'done', 'missed')),
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id)
);
comment on table mentoring.visit is 'A visit to a business, planned or done, with what was seen.';
create index visit_by_business on mentoring.visit (city_id, business_id, done_on desc);
create index visit_by_day on mentoring.visit (city_id, done_on);
select platform.protect('mentoring.visit', 'select, insert, update');

create table reporting.snapshot (
  city_id text not null,
  id uuid not null,
  indicator text not null,
  cut_off timestamptz not null,
  as_of date not null,
  numerator numeric not null,
  denominator numeric,
  detail jsonb not null default '{}',
  frozen_by uuid not null,
  primary key (city_id, id),
  unique (city_id, indicator, as_of)
);
comment on table reporting.snapshot is 'A figure frozen at its cut-off, so that what the mayor said can be found again.';
select platform.protect('reporting.snapshot', 'select, insert');
