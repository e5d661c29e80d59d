-- Made by `npm run db:generate` from a migrated database, for reading and for review: what the migrations add up to.
-- Never run and never edited by hand.

create schema access;
grant usage on schema access to naik_app;
create schema ledger;
grant usage on schema ledger to naik_app;
create schema lending;
grant usage on schema lending to naik_app;
create schema mentoring;
grant usage on schema mentoring to naik_app;
create schema partners;
grant usage on schema partners to naik_app;
create schema platform;
comment on schema platform is 'Helpers for migrations and the work log of background jobs; knows no domain.';
grant usage on schema platform to naik_app;
create schema programmes;
grant usage on schema programmes to naik_app;
create schema registry;
grant usage on schema registry to naik_app;
create schema reporting;
grant usage on schema reporting to naik_app;
create schema savings;
grant usage on schema savings to naik_app;
create schema voice;
grant usage on schema voice to naik_app;

create sequence lending.entry_order;
comment on sequence lending.entry_order is 'Numbers whatever happens to loans in order of entry; a loan''s own entries are in order because its row is locked for each.';
grant usage on sequence lending.entry_order to naik_app;

create table access.audit_head (
  city_id text not null,
  last_seq bigint not null,
  last_hash bytea not null,
  constraint audit_head_pkey PRIMARY KEY (city_id),
  constraint audit_head_last_seq_check CHECK ((last_seq >= 0))
);
comment on table access.audit_head is 'The end of each city''s audit chain; locked while a line is appended.';
alter table access.audit_head enable row level security, force row level security;
create policy city on access.audit_head for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on access.audit_head to naik_app;

create table access.audit_line (
  city_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  command_id uuid not null,
  kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  subject_kind text not null,
  subject_id text not null,
  says jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_line_pkey PRIMARY KEY (city_id, seq),
  constraint audit_line_seq_check CHECK ((seq > 0))
);
comment on table access.audit_line is 'Every change of state: who, when, what, on whom; each line carries the hash of the one before.';
CREATE INDEX audit_line_by_actor ON access.audit_line USING btree (city_id, actor_id, seq DESC);
CREATE INDEX audit_line_by_command ON access.audit_line USING btree (city_id, command_id);
CREATE INDEX audit_line_by_kind ON access.audit_line USING btree (city_id, kind, seq DESC);
CREATE INDEX audit_line_by_subject ON access.audit_line USING btree (city_id, subject_kind, subject_id, seq DESC);
alter table access.audit_line enable row level security, force row level security;
create policy city on access.audit_line for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on access.audit_line to naik_app;

create table access.city (
  city_id text not null,
  name text not null,
  province text not null,
  time_zone text not null,
  letterhead jsonb not null default '{}'::jsonb,
  is_demo_since timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint city_pkey PRIMARY KEY (city_id),
  constraint city_city_id_check CHECK ((city_id ~ '^\d{2}\.\d{2}$'::text)),
  constraint city_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);
comment on table access.city is 'One tenant: a kabupaten or kota, named by its Kemendagri code on the day it joined; the code then stays.';
comment on column access.city.letterhead is 'What decrees and letters carry: office, address, signatory title, place.';
comment on column access.city.is_demo_since is 'Set when the demo city was loaded here; null for a real city.';
alter table access.city enable row level security, force row level security;
create policy city on access.city for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.city to naik_app;

create table access.command_answer (
  city_id text not null,
  command_id uuid not null,
  answer jsonb not null,
  constraint command_answer_pkey PRIMARY KEY (city_id, command_id),
  constraint command_answer_city_id_command_id_fkey FOREIGN KEY (city_id, command_id) REFERENCES access.command_receipt(city_id, id)
);
comment on table access.command_answer is 'What the command answered; written in its transaction and never changed.';
alter table access.command_answer enable row level security, force row level security;
create policy city on access.command_answer for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.command_answer to naik_app;

create table access.command_receipt (
  city_id text not null,
  id uuid not null,
  kind text not null,
  version integer not null,
  body_hash bytea not null,
  actor_id uuid not null,
  received_at timestamp with time zone not null default now(),
  constraint command_receipt_pkey PRIMARY KEY (city_id, id),
  constraint command_receipt_body_hash_check CHECK ((length(body_hash) = 32))
);
comment on table access.command_receipt is 'One row a command id, written first, so that a second sender of the same id waits and then reads the answer.';
alter table access.command_receipt enable row level security, force row level security;
create policy city on access.command_receipt for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.command_receipt to naik_app;

create table access.counter (
  city_id text not null,
  name text not null,
  year integer not null,
  last_number bigint not null,
  constraint counter_pkey PRIMARY KEY (city_id, name, year),
  constraint counter_last_number_check CHECK ((last_number >= 0)),
  constraint counter_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
comment on table access.counter is 'Human numbers (decrees, receipts, loans) counted per city and year, without gaps inside a committed transaction.';
alter table access.counter enable row level security, force row level security;
create policy city on access.counter for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.counter to naik_app;

create table access.device (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  push_secret_hash bytea not null,
  read_secret_hash bytea not null,
  enrolled_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  pending_count integer not null default 0,
  pending_oldest_at timestamp with time zone,
  lost_numbers integer[] not null default '{}'::integer[],
  scope_rows integer not null default 0,
  whole_until bigint not null default 0,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoked_why text,
  held text[],
  held_at timestamp with time zone,
  constraint device_pkey PRIMARY KEY (city_id, id),
  constraint device_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES access.user_account(city_id, id),
  constraint device_check CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoked_why IS NULL)))),
  constraint device_held CHECK (((held IS NULL) = (held_at IS NULL))),
  constraint device_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint device_pending_count_check CHECK ((pending_count >= 0)),
  constraint device_push_secret_hash_check CHECK ((length(push_secret_hash) = 32)),
  constraint device_read_secret_hash_check CHECK ((length(read_secret_hash) = 32)),
  constraint device_revoked_why_check CHECK (((length(revoked_why) >= 3) AND (length(revoked_why) <= 300))),
  constraint device_scope_rows_check CHECK ((scope_rows >= 0)),
  constraint device_whole_until_check CHECK ((whole_until >= 0))
);
comment on table access.device is 'A phone on which somebody works without signal; its two secrets are kept as SHA-256. A lost or sold phone is revoked.';
comment on column access.device.push_secret_hash is 'Of the secret that hands work in; it opens nothing that the city keeps.';
comment on column access.device.read_secret_hash is 'Of the secret that fetches; on the phone it lies under the PIN.';
comment on column access.device.pending_count is 'Commands the phone had not handed in when it was last here, as it said itself.';
comment on column access.device.lost_numbers is 'Numbers that never arrived and that the phone says it no longer holds: an alarm.';
comment on column access.device.scope_rows is 'Rows of the register on the phone at its last fetch: budget 5,000, refused above 10,000.';
comment on column access.device.whole_until is 'Every number up to this one has arrived; gaps are looked for only above it.';
comment on column access.device.held is 'Keys of the documents on the phone after its last fetch: those it said it has and those it was sent. Null for a phone that has fetched nothing since this is noted.';
CREATE INDEX device_by_sight ON access.device USING btree (city_id, last_seen_at DESC) WHERE (revoked_at IS NULL);
CREATE INDEX device_by_user ON access.device USING btree (city_id, user_id, enrolled_at DESC);
alter table access.device enable row level security, force row level security;
create policy city on access.device for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.device to naik_app;

create table access.device_command (
  city_id text not null,
  device_id uuid not null,
  seq bigint not null,
  command_id uuid not null,
  kind text not null,
  body_hash bytea,
  status text not null,
  code text,
  problem jsonb,
  flags text[] not null default '{}'::text[],
  made_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  constraint device_command_pkey PRIMARY KEY (city_id, device_id, seq),
  constraint device_command_city_id_command_id_key UNIQUE (city_id, command_id),
  constraint device_command_city_id_device_id_fkey FOREIGN KEY (city_id, device_id) REFERENCES access.device(city_id, id),
  constraint device_command_body_hash_check CHECK ((length(body_hash) = 32)),
  constraint device_command_check CHECK (((status = ANY (ARRAY['refused'::text, 'needs-review'::text, 'quarantined'::text])) <= (code IS NOT NULL))),
  constraint device_command_check1 CHECK (((status = ANY (ARRAY['discarded'::text, 'replaced'::text])) OR (body_hash IS NOT NULL))),
  constraint device_command_flags_check CHECK ((flags <@ ARRAY['clock-skew'::text, 'closed-period'::text, 'look-alike-money'::text])),
  constraint device_command_seq_check CHECK ((seq > 0)),
  constraint device_command_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'needs-review'::text, 'refused'::text, 'quarantined'::text, 'discarded'::text, 'replaced'::text])))
);
comment on table access.device_command is 'What a phone handed in, by the number it gave each command: without gaps, so that loss is provable, and so is no loss.';
comment on column access.device_command.body_hash is 'SHA-256 of the opened content; null where the number was given away (discarded, replaced) before anything arrived.';
comment on column access.device_command.problem is 'What the phone was answered: sentence in both languages, field; for discarded ones the reason given.';
comment on column access.device_command.made_at is 'By the phone''s clock: evidence, not order.';
CREATE INDEX device_command_by_time ON access.device_command USING btree (city_id, received_at DESC);
CREATE INDEX device_command_flagged ON access.device_command USING btree (city_id, received_at DESC) WHERE (flags <> '{}'::text[]);
alter table access.device_command enable row level security, force row level security;
create policy city on access.device_command for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.device_command to naik_app;

create table access.domain_event (
  city_id text not null,
  id uuid not null,
  command_id uuid not null,
  kind text not null,
  body jsonb not null,
  at timestamp with time zone not null,
  constraint domain_event_pkey PRIMARY KEY (city_id, id)
);
comment on table access.domain_event is 'What happened, told to neighbours on the same shelf in the same transaction.';
CREATE INDEX domain_event_by_command ON access.domain_event USING btree (city_id, command_id);
alter table access.domain_event enable row level security, force row level security;
create policy city on access.domain_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.domain_event to naik_app;

create table access.field_photo (
  city_id text not null,
  sha256 text not null,
  kept_sha256 text not null,
  device_id uuid not null,
  received_at timestamp with time zone not null,
  constraint field_photo_pkey PRIMARY KEY (city_id, sha256),
  constraint field_photo_city_id_device_id_fkey FOREIGN KEY (city_id, device_id) REFERENCES access.device(city_id, id),
  constraint field_photo_kept_sha256_check CHECK ((kept_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint field_photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table access.field_photo is 'A photo by the hash the phone names it by, and the file it became here: drawn anew, without place and camera.';
alter table access.field_photo enable row level security, force row level security;
create policy city on access.field_photo for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.field_photo to naik_app;

create table access.field_review (
  city_id text not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  says jsonb not null,
  facts jsonb not null default '{}'::jsonb,
  kept bytea,
  command_id uuid not null,
  command_kind text not null,
  device_id uuid,
  seq bigint,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  kecamatan_code text,
  kelurahan_code text,
  group_id uuid,
  state text not null default 'open'::text,
  answer text,
  reason text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint field_review_pkey PRIMARY KEY (city_id, id),
  constraint field_review_city_id_command_id_kind_subject_id_key UNIQUE (city_id, command_id, kind, subject_id),
  constraint field_review_answer_check CHECK ((answer = ANY (ARRAY['first'::text, 'second'::text, 'both'::text, 'neither'::text]))),
  constraint field_review_check CHECK (((state = 'settled'::text) = ((settled_by IS NOT NULL) AND (settled_at IS NOT NULL) AND (answer IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint field_review_check1 CHECK (((settled_by IS NULL) OR (settled_by <> made_by))),
  constraint field_review_kind_check CHECK ((kind = ANY (ARRAY['two-marks'::text, 'look-alike-money'::text, 'proposal'::text, 'impossible-step'::text, 'quarantined'::text]))),
  constraint field_review_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500))),
  constraint field_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
);
comment on table access.field_review is 'What came from the field and disagrees with what is there: kept whole until somebody else than its author has said which counts.';
comment on column access.field_review.facts is 'Both sides as shown to the reviewer, without anybody''s NIK.';
comment on column access.field_review.kept is 'The command as it arrived, sealed with the installation''s key.';
CREATE INDEX field_review_by_subject ON access.field_review USING btree (city_id, subject_kind, subject_id);
CREATE INDEX field_review_open ON access.field_review USING btree (city_id, raised_at) WHERE (state = 'open'::text);
alter table access.field_review enable row level security, force row level security;
create policy city on access.field_review for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.field_review to naik_app;

create table access.member_session (
  city_id text not null,
  id uuid not null,
  card_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint member_session_pkey PRIMARY KEY (city_id, id),
  constraint member_session_city_id_token_hash_key UNIQUE (city_id, token_hash),
  constraint member_session_token_hash_check CHECK ((length(token_hash) = 32))
);
comment on table access.member_session is 'A member looking at her own page after card and PIN; short-lived.';
alter table access.member_session enable row level security, force row level security;
create policy city on access.member_session for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.member_session to naik_app;

create table access.number_key (
  city_id text not null,
  name text not null,
  introduced_at timestamp with time zone not null,
  in_force_at timestamp with time zone,
  left_at timestamp with time zone,
  retired_at timestamp with time zone,
  constraint number_key_pkey PRIMARY KEY (city_id, name),
  constraint number_key_city_id_fkey FOREIGN KEY (city_id) REFERENCES access.city(city_id),
  constraint number_key_check CHECK (((left_at IS NULL) OR (in_force_at IS NOT NULL))),
  constraint number_key_check1 CHECK (((retired_at IS NULL) OR (left_at IS NOT NULL))),
  constraint number_key_name_check CHECK ((name ~ '^[0-9a-f]{10}$'::text))
);
comment on table access.number_key is 'Installation keys by name, never the keys: introduced (everything is being sealed anew), in force (numbers are found by its hashes), left for another, retired (nothing is sealed with it any more). A city without a row has the oldest key.';
comment on column access.number_key.in_force_at is 'When the hashes of all numbers became this key''s, in one transaction.';
CREATE UNIQUE INDEX number_key_coming ON access.number_key USING btree (city_id) WHERE (in_force_at IS NULL);
CREATE UNIQUE INDEX number_key_in_force ON access.number_key USING btree (city_id) WHERE ((in_force_at IS NOT NULL) AND (left_at IS NULL));
alter table access.number_key enable row level security, force row level security;
create policy city on access.number_key for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.number_key to naik_app;

create table access.proposal (
  city_id text not null,
  id uuid not null,
  kind text not null,
  version integer not null,
  body jsonb not null,
  place jsonb not null,
  says jsonb not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null default 'proposed'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decided_why text,
  answer jsonb,
  expires_at timestamp with time zone not null,
  constraint proposal_pkey PRIMARY KEY (city_id, id),
  constraint proposal_check CHECK (((state = ANY (ARRAY['approved'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  constraint proposal_check1 CHECK (((decided_by IS NULL) OR (decided_by <> proposed_by))),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'expired'::text])))
);
comment on table access.proposal is 'A command that asks for four eyes, parked until a second person approves or refuses it.';
CREATE INDEX proposal_open ON access.proposal USING btree (city_id, proposed_at) WHERE (state = 'proposed'::text);
alter table access.proposal enable row level security, force row level security;
create policy city on access.proposal for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.proposal to naik_app;

create table access.role_assignment (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  role text not null,
  jurisdiction text not null,
  jurisdiction_id text,
  valid_from date not null,
  valid_to date,
  constraint role_assignment_pkey PRIMARY KEY (city_id, id),
  constraint role_assignment_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES access.user_account(city_id, id),
  constraint role_assignment_check CHECK (((jurisdiction = 'city'::text) = (jurisdiction_id IS NULL))),
  constraint role_assignment_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint role_assignment_jurisdiction_check CHECK ((jurisdiction = ANY (ARRAY['city'::text, 'kecamatan'::text, 'kelurahan'::text, 'department'::text, 'institution'::text, 'group'::text]))),
  constraint role_assignment_role_check CHECK ((role = ANY (ARRAY['pendamping'::text, 'koordinator-pendamping'::text, 'petugas-dinas'::text, 'verifikator'::text, 'kepala-dinas'::text, 'wali-kota'::text, 'petugas-opd'::text, 'konsultan-plut'::text, 'petugas-lembaga'::text, 'penyetuju-lembaga'::text, 'kasir'::text, 'pelatih'::text, 'mitra'::text, 'tkpk'::text, 'auditor'::text, 'dpo'::text, 'admin'::text])))
);
comment on table access.role_assignment is 'A role within a jurisdiction for a time; one person may hold several.';
comment on column access.role_assignment.jurisdiction_id is 'A Kemendagri code for kecamatan and kelurahan, else the id of the department, institution or group.';
CREATE INDEX role_assignment_by_place ON access.role_assignment USING btree (city_id, jurisdiction, jurisdiction_id);
CREATE INDEX role_assignment_by_user ON access.role_assignment USING btree (city_id, user_id);
alter table access.role_assignment enable row level security, force row level security;
create policy city on access.role_assignment for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.role_assignment to naik_app;

create table access.secret_reading (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  what text not null,
  read_by uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint secret_reading_pkey PRIMARY KEY (city_id, id),
  constraint secret_reading_reason_check CHECK ((length(reason) >= 5)),
  constraint secret_reading_what_check CHECK ((what = ANY (ARRAY['nik'::text, 'kk'::text, 'npwp'::text])))
);
comment on table access.secret_reading is 'Each time somebody opened a NIK or KK number in clear: who, whose, why (UU 27/2022 art. 32).';
CREATE INDEX secret_reading_by_person ON access.secret_reading USING btree (city_id, person_id, at DESC);
alter table access.secret_reading enable row level security, force row level security;
create policy city on access.secret_reading for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.secret_reading to naik_app;

create table access.session (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  second_factor_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_why text,
  user_agent text not null default ''::text,
  ip text not null default ''::text,
  constraint session_pkey PRIMARY KEY (city_id, id),
  constraint session_city_id_token_hash_key UNIQUE (city_id, token_hash),
  constraint session_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES access.user_account(city_id, id),
  constraint session_ended_why_check CHECK ((ended_why = ANY (ARRAY['signed-out'::text, 'ended-elsewhere'::text, 'expired'::text, 'password-changed'::text, 'closed'::text]))),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
comment on table access.session is 'A sign-in that one can see and end; the cookie holds the token, the row only its SHA-256.';
CREATE INDEX session_by_user ON access.session USING btree (city_id, user_id, created_at DESC);
alter table access.session enable row level security, force row level security;
create policy city on access.session for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.session to naik_app;

create table access.sign_in_attempt (
  city_id text not null,
  id uuid not null,
  subject_hash bytea not null,
  ip text not null,
  at timestamp with time zone not null,
  succeeded boolean not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (city_id, id)
);
comment on table access.sign_in_attempt is 'Attempts by login or card (hashed, so that a mistyped password in the login box is not kept) for rate limits and lock-out.';
CREATE INDEX sign_in_attempt_by_ip ON access.sign_in_attempt USING btree (city_id, ip, at DESC);
CREATE INDEX sign_in_attempt_by_subject ON access.sign_in_attempt USING btree (city_id, subject_hash, at DESC);
alter table access.sign_in_attempt enable row level security, force row level security;
create policy city on access.sign_in_attempt for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on access.sign_in_attempt to naik_app;

create table access.user_account (
  city_id text not null,
  id uuid not null,
  login text not null,
  name text not null,
  nip text,
  title text,
  password_hash text not null,
  password_set_at timestamp with time zone not null,
  totp_secret bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint user_account_pkey PRIMARY KEY (city_id, id),
  constraint user_account_city_id_login_key UNIQUE (city_id, login),
  constraint user_account_login_check CHECK (((login = lower(login)) AND (login ~ '^[a-z0-9._-]{3,60}$'::text))),
  constraint user_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint user_account_nip_check CHECK ((nip ~ '^\d{18}$'::text))
);
comment on table access.user_account is 'Somebody who signs in: an officer, a mentor, a lender''s clerk. Members use their card and PIN instead.';
comment on column access.user_account.password_hash is 'argon2id, with its parameters and salt in the PHC string.';
comment on column access.user_account.totp_secret is 'Sealed with the installation''s key (AES-256-GCM).';
comment on column access.user_account.totp_last_step is 'The 30-second step last accepted, so that a code works once.';
alter table access.user_account enable row level security, force row level security;
create policy city on access.user_account for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on access.user_account to naik_app;

create table ledger.account (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  control text not null,
  leaf text,
  class text not null,
  owner_kind text,
  owner_id uuid,
  floor_rupiah bigint,
  ceiling_rupiah bigint,
  balance bigint not null default 0,
  entry_count bigint not null default 0,
  opened_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (city_id, id),
  constraint account_city_id_book_id_control_leaf_key UNIQUE NULLS NOT DISTINCT (city_id, book_id, control, leaf),
  constraint account_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint account_ceiling CHECK ((balance <= ceiling_rupiah)),
  constraint account_check CHECK (((owner_kind IS NULL) = (owner_id IS NULL))),
  constraint account_class_check CHECK ((class = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'expense'::text, 'memorandum'::text]))),
  constraint account_control_check CHECK ((control ~ '^[A-Z][A-Za-z0-9 -]*(:[A-Z0-9][A-Za-z0-9 -]*)*$'::text)),
  constraint account_floor CHECK ((balance >= floor_rupiah)),
  constraint account_leaf_check CHECK (((leaf !~ '[:;]|  '::text) AND ((length(leaf) >= 1) AND (length(leaf) <= 80)))),
  constraint account_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['loan'::text, 'savings'::text, 'bag'::text, 'bank'::text, 'claim'::text, 'debt'::text, 'lending-group'::text])))
);
comment on table ledger.account is 'A leaf account: one loan, one member''s savings, one officer''s bag. Debit is positive.';
comment on column ledger.account.control is 'The account it rolls up to, e.g. Aset:Piutang Pinjaman; control totals are sums over it.';
comment on column ledger.account.floor_rupiah is 'The balance may not fall under this: 0 on a bag or a loan, so that no one is overpaid in silence.';
comment on column ledger.account.ceiling_rupiah is 'The balance may not rise over this: 0 on a member''s savings, so that nobody withdraws what she does not have.';
CREATE UNIQUE INDEX account_by_owner ON ledger.account USING btree (city_id, book_id, owner_kind, owner_id, control) WHERE (owner_id IS NOT NULL);
alter table ledger.account enable row level security, force row level security;
create policy city on ledger.account for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.account to naik_app;

create table ledger.bank_account (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  account_id uuid not null,
  bank text not null,
  number text not null,
  holder text not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  constraint bank_account_pkey PRIMARY KEY (city_id, id),
  constraint bank_account_city_id_account_id_key UNIQUE (city_id, account_id),
  constraint bank_account_city_id_book_id_bank_number_key UNIQUE (city_id, book_id, bank, number),
  constraint bank_account_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES ledger.account(city_id, id),
  constraint bank_account_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint bank_account_bank_check CHECK (((length(bank) >= 2) AND (length(bank) <= 60))),
  constraint bank_account_holder_check CHECK (((length(holder) >= 2) AND (length(holder) <= 120))),
  constraint bank_account_number_check CHECK ((number ~ '^[0-9]{5,24}$'::text))
);
comment on table ledger.bank_account is 'An account of the institution at a bank, and the ledger leaf that mirrors it.';
alter table ledger.bank_account enable row level security, force row level security;
create policy city on ledger.bank_account for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.bank_account to naik_app;

create table ledger.bank_deposit (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  bank_account_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null,
  slip_number text not null,
  photo_sha256 text,
  journal_id uuid not null,
  deposited_by uuid not null,
  confirmed_by uuid not null,
  constraint bank_deposit_pkey PRIMARY KEY (city_id, id),
  constraint bank_deposit_city_id_bank_account_id_slip_number_key UNIQUE (city_id, bank_account_id, slip_number),
  constraint bank_deposit_city_id_bank_account_id_fkey FOREIGN KEY (city_id, bank_account_id) REFERENCES ledger.bank_account(city_id, id),
  constraint bank_deposit_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint bank_deposit_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint bank_deposit_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint bank_deposit_check CHECK ((deposited_by <> confirmed_by)),
  constraint bank_deposit_photo_sha256_check CHECK ((photo_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint bank_deposit_slip_number_check CHECK (((length(slip_number) >= 1) AND (length(slip_number) <= 40)))
);
comment on table ledger.bank_deposit is 'Cash brought to the bank against a slip: on its way until the bank statement shows it. Two people.';
CREATE INDEX bank_deposit_by_day ON ledger.bank_deposit USING btree (city_id, bank_account_id, on_day);
alter table ledger.bank_deposit enable row level security, force row level security;
create policy city on ledger.bank_deposit for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.bank_deposit to naik_app;

create table ledger.bank_match (
  city_id text not null,
  line_id uuid not null,
  kind text not null,
  how text not null,
  deposit_id uuid,
  journal_id uuid not null,
  matched_at timestamp with time zone not null,
  matched_by uuid not null,
  constraint bank_match_pkey PRIMARY KEY (city_id, line_id),
  constraint bank_match_city_id_deposit_id_key UNIQUE (city_id, deposit_id),
  constraint bank_match_city_id_journal_id_key UNIQUE (city_id, journal_id),
  constraint bank_match_city_id_deposit_id_fkey FOREIGN KEY (city_id, deposit_id) REFERENCES ledger.bank_deposit(city_id, id),
  constraint bank_match_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint bank_match_city_id_line_id_fkey FOREIGN KEY (city_id, line_id) REFERENCES ledger.bank_statement_line(city_id, id),
  constraint bank_match_check CHECK (((kind = 'deposit'::text) = (deposit_id IS NOT NULL))),
  constraint bank_match_how_check CHECK ((how = ANY (ARRAY['automatic'::text, 'by-hand'::text]))),
  constraint bank_match_kind_check CHECK ((kind = ANY (ARRAY['deposit'::text, 'entry'::text, 'booked'::text])))
);
comment on table ledger.bank_match is 'What a statement line was: a slip that arrived, an entry the books had, or something booked because of it.';
alter table ledger.bank_match enable row level security, force row level security;
create policy city on ledger.bank_match for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.bank_match to naik_app;

create table ledger.bank_statement (
  city_id text not null,
  id uuid not null,
  bank_account_id uuid not null,
  file_name text not null,
  sha256 text not null,
  from_day date not null,
  to_day date not null,
  opening_rupiah bigint,
  closing_rupiah bigint,
  lines integer not null,
  new_lines integer not null,
  imported_at timestamp with time zone not null,
  imported_by uuid not null,
  constraint bank_statement_pkey PRIMARY KEY (city_id, id),
  constraint bank_statement_city_id_bank_account_id_sha256_key UNIQUE (city_id, bank_account_id, sha256),
  constraint bank_statement_city_id_bank_account_id_fkey FOREIGN KEY (city_id, bank_account_id) REFERENCES ledger.bank_account(city_id, id),
  constraint bank_statement_check CHECK (((new_lines >= 0) AND (new_lines <= lines))),
  constraint bank_statement_check1 CHECK ((from_day <= to_day)),
  constraint bank_statement_lines_check CHECK ((lines > 0)),
  constraint bank_statement_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table ledger.bank_statement is 'A statement file of a bank account; the same file twice changes nothing.';
alter table ledger.bank_statement enable row level security, force row level security;
create policy city on ledger.bank_statement for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.bank_statement to naik_app;

create table ledger.bank_statement_line (
  city_id text not null,
  id uuid not null,
  bank_account_id uuid not null,
  statement_id uuid not null,
  place integer not null,
  on_day date not null,
  says text not null,
  reference text,
  amount_rupiah bigint not null,
  balance_rupiah bigint,
  fingerprint text not null,
  constraint bank_statement_line_pkey PRIMARY KEY (city_id, id),
  constraint bank_statement_line_city_id_bank_account_id_fingerprint_key UNIQUE (city_id, bank_account_id, fingerprint),
  constraint bank_statement_line_city_id_statement_id_fkey FOREIGN KEY (city_id, statement_id) REFERENCES ledger.bank_statement(city_id, id),
  constraint bank_statement_line_amount_rupiah_check CHECK ((amount_rupiah <> 0)),
  constraint bank_statement_line_place_check CHECK ((place > 0))
);
comment on table ledger.bank_statement_line is 'One line of a bank statement, money in positive. Unmatched until a bank_match names it.';
comment on column ledger.bank_statement_line.fingerprint is 'Day, amount, text, balance and which of several equal lines, so that statements that overlap add each line once.';
CREATE INDEX bank_statement_line_by_day ON ledger.bank_statement_line USING btree (city_id, bank_account_id, on_day);
alter table ledger.bank_statement_line enable row level security, force row level security;
create policy city on ledger.bank_statement_line for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.bank_statement_line to naik_app;

create table ledger.book (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  code text not null,
  name text not null,
  opened_on date not null,
  template text not null default 'cooperative'::text,
  constraint book_pkey PRIMARY KEY (city_id, id),
  constraint book_city_id_code_key UNIQUE (city_id, code),
  constraint book_city_id_institution_id_key UNIQUE (city_id, institution_id),
  constraint book_code_check CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint book_template_check CHECK ((template = ANY (ARRAY['cooperative'::text, 'revolving-fund'::text, 'microfinance'::text])))
);
comment on table ledger.book is 'The books of one institution whose books are kept here.';
comment on column ledger.book.template is 'Which chart of accounts the book was opened with.';
alter table ledger.book enable row level security, force row level security;
create policy city on ledger.book for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.book to naik_app;

create table ledger.business_day (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  at timestamp with time zone not null,
  by_user uuid not null,
  constraint business_day_pkey PRIMARY KEY (city_id, book_id, day),
  constraint business_day_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id)
);
comment on table ledger.business_day is 'Days that were closed, by whom and when. A closed day, and every day before it, refuses entries.';
alter table ledger.business_day enable row level security, force row level security;
create policy city on ledger.business_day for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.business_day to naik_app;

create table ledger.cash_count (
  city_id text not null,
  id uuid not null,
  account_id uuid not null,
  on_day date not null,
  counted_rupiah bigint not null,
  book_rupiah bigint not null,
  pieces jsonb not null,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  constraint cash_count_pkey PRIMARY KEY (city_id, id),
  constraint cash_count_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES ledger.account(city_id, id),
  constraint cash_count_counted_rupiah_check CHECK ((counted_rupiah >= 0))
);
comment on table ledger.cash_count is 'A bag or the safe counted by denomination, beside what the books said at that moment.';
CREATE INDEX cash_count_by_account ON ledger.cash_count USING btree (city_id, account_id, on_day DESC);
alter table ledger.cash_count enable row level security, force row level security;
create policy city on ledger.cash_count for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.cash_count to naik_app;

create table ledger.chart_account (
  city_id text not null,
  book_id uuid not null,
  number text not null,
  name text not null,
  class text not null,
  line text not null,
  control text not null,
  kept_by text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint chart_account_pkey PRIMARY KEY (city_id, book_id, number),
  constraint chart_account_city_id_book_id_control_key UNIQUE (city_id, book_id, control),
  constraint chart_account_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint chart_account_check CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint chart_account_class_check CHECK ((class = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'expense'::text, 'memorandum'::text]))),
  constraint chart_account_kept_by_check CHECK ((kept_by = ANY (ARRAY['office'::text, 'programme'::text]))),
  constraint chart_account_line_check CHECK ((line ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint chart_account_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint chart_account_number_check CHECK ((number ~ '^[1-9][0-9]{3,7}$'::text))
);
comment on table ledger.chart_account is 'The numbered accounts of a book; each names the control account whose leaves it sums.';
comment on column ledger.chart_account.line is 'The line of the balance sheet or income statement it falls in.';
comment on column ledger.chart_account.kept_by is 'office: officers post to it by manual journal. programme: its leaves belong to loans, savings and bags.';
alter table ledger.chart_account enable row level security, force row level security;
create policy city on ledger.chart_account for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.chart_account to naik_app;

create table ledger.day_closing (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  begun_at timestamp with time zone not null,
  begun_by uuid not null,
  constraint day_closing_pkey PRIMARY KEY (city_id, book_id, day),
  constraint day_closing_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id)
);
comment on table ledger.day_closing is 'Closes of a day that have begun. Until the day stands in business_day only journals of the close itself (close-…) are admitted to it.';
alter table ledger.day_closing enable row level security, force row level security;
create policy city on ledger.day_closing for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.day_closing to naik_app;

create table ledger.entry (
  city_id text not null,
  journal_id uuid not null,
  line integer not null,
  account_id uuid not null,
  amount bigint not null,
  balance_after bigint not null,
  account_entry bigint not null,
  constraint entry_pkey PRIMARY KEY (city_id, journal_id, line),
  constraint entry_city_id_account_id_account_entry_key UNIQUE (city_id, account_id, account_entry),
  constraint entry_amount_check CHECK ((amount <> 0)),
  constraint entry_line_check CHECK ((line > 0))
);
comment on table ledger.entry is 'A line of a journal in whole rupiah, debit positive; balance_after chains an account''s lines. Written by ledger.post alone, which holds the account and makes the journal.';
alter table ledger.entry enable row level security, force row level security;
create policy city on ledger.entry for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on ledger.entry to naik_app;

create table ledger.journal (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  business_date date not null,
  value_date date not null,
  kind text not null,
  says text not null,
  command_id uuid not null,
  reverses_id uuid,
  posted_at timestamp with time zone not null default now(),
  constraint journal_pkey PRIMARY KEY (city_id, id),
  constraint journal_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint journal_city_id_reverses_id_fkey FOREIGN KEY (city_id, reverses_id) REFERENCES ledger.journal(city_id, id),
  constraint journal_check CHECK ((value_date <= business_date)),
  constraint journal_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
);
comment on table ledger.journal is 'One posting: what moved, on which business date, by which command. Corrections are reversals.';
CREATE INDEX journal_by_day ON ledger.journal USING btree (city_id, book_id, business_date, id);
CREATE UNIQUE INDEX journal_opening_once ON ledger.journal USING btree (city_id, book_id) WHERE (kind = 'opening-balance'::text);
CREATE UNIQUE INDEX journal_reversed_once ON ledger.journal USING btree (city_id, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table ledger.journal enable row level security, force row level security;
create policy city on ledger.journal for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on ledger.journal to naik_app;

create table ledger.month_total (
  city_id text not null,
  book_id uuid not null,
  month date not null,
  control text not null,
  debit bigint not null,
  credit bigint not null,
  constraint month_total_pkey PRIMARY KEY (city_id, book_id, month, control),
  constraint month_total_city_id_book_id_month_fkey FOREIGN KEY (city_id, book_id, month) REFERENCES ledger.period(city_id, book_id, month),
  constraint month_total_credit_check CHECK ((credit >= 0)),
  constraint month_total_debit_check CHECK ((debit >= 0))
);
comment on table ledger.month_total is 'What moved on each control account in a closed month, so that a report costs what was posted since.';
alter table ledger.month_total enable row level security, force row level security;
create policy city on ledger.month_total for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.month_total to naik_app;

create table ledger.period (
  city_id text not null,
  book_id uuid not null,
  month date not null,
  closed_at timestamp with time zone not null,
  proposed_by uuid not null,
  closed_by uuid not null,
  year_journal_id uuid,
  constraint period_pkey PRIMARY KEY (city_id, book_id, month),
  constraint period_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint period_city_id_year_journal_id_fkey FOREIGN KEY (city_id, year_journal_id) REFERENCES ledger.journal(city_id, id),
  constraint period_check CHECK (((year_journal_id IS NULL) OR (EXTRACT(month FROM month) = (12)::numeric))),
  constraint period_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
comment on table ledger.period is 'Months that were closed, for good. Closing December posts the closing entries of its year.';
alter table ledger.period enable row level security, force row level security;
create policy city on ledger.period for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.period to naik_app;

create table ledger.shu_distribution (
  city_id text not null,
  book_id uuid not null,
  year integer not null,
  total_rupiah bigint not null,
  rule_from date not null,
  journal_id uuid not null,
  decided_at timestamp with time zone not null,
  proposed_by uuid not null,
  approved_by uuid not null,
  meeting_document text not null,
  constraint shu_distribution_pkey PRIMARY KEY (city_id, book_id, year),
  constraint shu_distribution_city_id_book_id_rule_from_fkey FOREIGN KEY (city_id, book_id, rule_from) REFERENCES ledger.shu_rule(city_id, book_id, valid_from),
  constraint shu_distribution_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint shu_distribution_total_rupiah_check CHECK ((total_rupiah > 0)),
  constraint shu_distribution_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
comment on table ledger.shu_distribution is 'The SHU of a year divided, once, after the members'' meeting (RAT).';
alter table ledger.shu_distribution enable row level security, force row level security;
create policy city on ledger.shu_distribution for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.shu_distribution to naik_app;

create table ledger.shu_rule (
  city_id text not null,
  book_id uuid not null,
  valid_from date not null,
  source_document text not null,
  parts jsonb not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint shu_rule_pkey PRIMARY KEY (city_id, book_id, valid_from),
  constraint shu_rule_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint shu_rule_parts_check CHECK ((jsonb_typeof(parts) = 'array'::text)),
  constraint shu_rule_source_document_check CHECK (((length(source_document) >= 3) AND (length(source_document) <= 240)))
);
comment on table ledger.shu_rule is 'How a cooperative divides its SHU, by its own articles (AD/ART): parts with percent and the account each goes to.';
alter table ledger.shu_rule enable row level security, force row level security;
create policy city on ledger.shu_rule for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on ledger.shu_rule to naik_app;

create table lending.application (
  city_id text not null,
  id uuid not null,
  number text not null,
  product_id uuid not null,
  lending_group_id uuid,
  state text not null,
  first_due_on date not null,
  submitted_at timestamp with time zone not null,
  submitted_by uuid not null,
  recommended_at timestamp with time zone,
  recommended_by uuid,
  approved_at timestamp with time zone,
  approved_by uuid,
  refused_at timestamp with time zone,
  refused_by uuid,
  refused_reason text,
  disbursed_at timestamp with time zone,
  constraint application_pkey PRIMARY KEY (city_id, id),
  constraint application_city_id_number_key UNIQUE (city_id, number),
  constraint application_city_id_lending_group_id_fkey FOREIGN KEY (city_id, lending_group_id) REFERENCES lending.lending_group(city_id, id),
  constraint application_city_id_product_id_fkey FOREIGN KEY (city_id, product_id) REFERENCES lending.product(city_id, id),
  constraint application_check CHECK (((recommended_by IS NULL) OR (recommended_by <> submitted_by))),
  constraint application_check1 CHECK (((approved_by IS NULL) OR ((approved_by <> recommended_by) AND (approved_by <> submitted_by)))),
  constraint application_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'recommended'::text, 'approved'::text, 'refused'::text, 'disbursed'::text, 'lapsed'::text])))
);
comment on table lending.application is 'A lending group asks, or one person for herself; one person recommends and another approves.';
comment on column lending.application.lending_group_id is 'Null when one person applies for herself; she is then its only member.';
CREATE INDEX application_by_group ON lending.application USING btree (city_id, lending_group_id);
CREATE INDEX application_open ON lending.application USING btree (city_id, submitted_at) WHERE (state = ANY (ARRAY['submitted'::text, 'recommended'::text, 'approved'::text]));
alter table lending.application enable row level security, force row level security;
create policy city on lending.application for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.application to naik_app;

create table lending.application_member (
  city_id text not null,
  application_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  amount_rupiah bigint not null,
  purpose text not null default ''::text,
  checks jsonb not null,
  constraint application_member_pkey PRIMARY KEY (city_id, application_id, person_id),
  constraint application_member_city_id_application_id_fkey FOREIGN KEY (city_id, application_id) REFERENCES lending.application(city_id, id),
  constraint application_member_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint application_member_amount_rupiah_check CHECK ((amount_rupiah > 0))
);
comment on table lending.application_member is 'What each member asks for, and her pre-check as it stood: pass, fail or unknown with reason and remedy. Nobody is refused by machine.';
CREATE INDEX application_member_by_person ON lending.application_member USING btree (city_id, person_id);
alter table lending.application_member enable row level security, force row level security;
create policy city on lending.application_member for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.application_member to naik_app;

create table lending.charge (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  kind text not null,
  on_day date not null,
  due_on date not null,
  amount_rupiah bigint not null,
  source text not null,
  reason text not null default ''::text,
  journal_id uuid,
  entered bigint not null default nextval('lending.entry_order'::regclass),
  by_user uuid,
  recorded_at timestamp with time zone not null,
  caused_by uuid,
  constraint charge_pkey PRIMARY KEY (city_id, id),
  constraint charge_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint charge_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint charge_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint charge_check CHECK ((due_on >= on_day)),
  constraint charge_kind_check CHECK ((kind = ANY (ARRAY['fee'::text, 'penalty'::text]))),
  constraint charge_source_check CHECK ((source = ANY (ARRAY['day-close'::text, 'office'::text, 'offer'::text])))
);
comment on table lending.charge is 'A fee or penalty that a loan owes from a day on. Whoever adds one adds it to the loan''s charged sum in the same statement or transaction. It is income when it is paid, as interest is, so it has a journal only where a book accrues it.';
comment on column lending.charge.on_day is 'The day it arises; for a penalty of the day close the day at whose end something was late. It is then payable from the next day on.';
comment on column lending.charge.caused_by is 'The top-up whose fee it is: undone together with it.';
CREATE INDEX charge_by_loan ON lending.charge USING btree (city_id, loan_id, entered);
CREATE UNIQUE INDEX charge_of_a_day ON lending.charge USING btree (city_id, loan_id, on_day) WHERE (source = 'day-close'::text);
alter table lending.charge enable row level security, force row level security;
create policy city on lending.charge for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.charge to naik_app;

create table lending.claim_event (
  city_id text not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null,
  amount_rupiah bigint not null,
  on_day date not null,
  meeting_id uuid,
  reverses_id uuid,
  journal_id uuid not null,
  reason text not null default ''::text,
  entered bigint not null default nextval('lending.entry_order'::regclass),
  by_user uuid not null,
  by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint claim_event_pkey PRIMARY KEY (city_id, id),
  constraint claim_event_city_id_claim_id_fkey FOREIGN KEY (city_id, claim_id) REFERENCES lending.member_claim(city_id, id),
  constraint claim_event_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint claim_event_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint claim_event_check CHECK (((kind = 'reversal'::text) = (reverses_id IS NOT NULL))),
  constraint claim_event_kind_check CHECK ((kind = ANY (ARRAY['repaid'::text, 'forgiven'::text, 'void'::text, 'reversal'::text])))
);
comment on table lending.claim_event is 'What became of a claim between members: repaid from hand to hand, forgiven by the creditor, void because its cover was reversed, or one of these undone.';
CREATE INDEX claim_event_by_claim ON lending.claim_event USING btree (city_id, claim_id, entered);
CREATE UNIQUE INDEX claim_event_reversed_once ON lending.claim_event USING btree (city_id, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table lending.claim_event enable row level security, force row level security;
create policy city on lending.claim_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.claim_event to naik_app;

create table lending.closure (
  city_id text not null,
  id uuid not null,
  name text not null,
  from_day date not null,
  to_day date not null,
  source_document text not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  constraint closure_pkey PRIMARY KEY (city_id, id),
  constraint closure_check CHECK (((to_day >= from_day) AND ((to_day - from_day) <= 31))),
  constraint closure_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint closure_source_document_check CHECK (((length(source_document) >= 3) AND (length(source_document) <= 240)))
);
comment on table lending.closure is 'Days without meetings, as data: moving holidays are known only once they are decreed.';
CREATE INDEX closure_by_day ON lending.closure USING btree (city_id, from_day);
alter table lending.closure enable row level security, force row level security;
create policy city on lending.closure for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.closure to naik_app;

create table lending.counselling (
  city_id text not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  loan_id uuid,
  creditor text,
  overdue_rupiah bigint not null,
  overdue_days integer,
  reason text not null,
  note text not null default ''::text,
  state text not null,
  next_on date not null,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  opened_name text not null,
  result text,
  closed_on date,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_name text,
  closed_note text,
  constraint counselling_pkey PRIMARY KEY (city_id, id),
  constraint counselling_city_id_number_key UNIQUE (city_id, number),
  constraint counselling_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint counselling_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint counselling_check CHECK (((loan_id IS NULL) <> (creditor IS NULL))),
  constraint counselling_check1 CHECK (((loan_id IS NULL) = (overdue_days IS NULL))),
  constraint counselling_check2 CHECK ((((state = 'closed'::text) = (result IS NOT NULL)) AND ((state = 'closed'::text) = (closed_on IS NOT NULL)))),
  constraint counselling_check3 CHECK ((((state = 'closed'::text) = (closed_by IS NOT NULL)) AND ((state = 'closed'::text) = (closed_at IS NOT NULL)))),
  constraint counselling_creditor_check CHECK (((length(creditor) >= 2) AND (length(creditor) <= 120))),
  constraint counselling_overdue_days_check CHECK ((overdue_days > 0)),
  constraint counselling_overdue_rupiah_check CHECK ((overdue_rupiah > 0)),
  constraint counselling_reason_check CHECK ((reason = ANY (ARRAY['fell-behind'::text, 'wants-to-apply'::text]))),
  constraint counselling_result_check CHECK ((result = ANY (ARRAY['caught-up'::text, 'restructured'::text, 'paid-elsewhere'::text, 'referred'::text, 'written-off'::text, 'not-willing'::text, 'mistake'::text]))),
  constraint counselling_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
comment on table lending.counselling is 'Arrears that somebody helps to get rid of: on a loan kept here, or at a lender who keeps no books here. Opened by a person, closed by a person with a result.';
comment on column lending.counselling.creditor is 'Who is owed when the arrears are not on a loan kept here; the amount is then what she said or showed.';
comment on column lending.counselling.overdue_rupiah is 'What was overdue when it was opened.';
comment on column lending.counselling.next_on is 'When somebody has to look at it again; the worklist is in this order.';
CREATE INDEX counselling_by_loan ON lending.counselling USING btree (city_id, loan_id);
CREATE INDEX counselling_by_person ON lending.counselling USING btree (city_id, person_id);
CREATE UNIQUE INDEX counselling_once_per_creditor ON lending.counselling USING btree (city_id, person_id, lower(creditor)) WHERE ((state = 'open'::text) AND (loan_id IS NULL));
CREATE UNIQUE INDEX counselling_once_per_loan ON lending.counselling USING btree (city_id, loan_id) WHERE (state = 'open'::text);
CREATE INDEX counselling_open ON lending.counselling USING btree (city_id, next_on) WHERE (state = 'open'::text);
alter table lending.counselling enable row level security, force row level security;
create policy city on lending.counselling for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.counselling to naik_app;

create table lending.counselling_step (
  city_id text not null,
  id uuid not null,
  counselling_id uuid not null,
  kind text not null,
  on_day date not null,
  note text not null default ''::text,
  promised_on date,
  amount_rupiah bigint,
  next_on date,
  by_user uuid not null,
  by_name text not null,
  entered bigint not null default nextval('lending.entry_order'::regclass),
  recorded_at timestamp with time zone not null,
  constraint counselling_step_pkey PRIMARY KEY (city_id, id),
  constraint counselling_step_city_id_counselling_id_fkey FOREIGN KEY (city_id, counselling_id) REFERENCES lending.counselling(city_id, id),
  constraint counselling_step_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint counselling_step_check CHECK (((kind = 'promise'::text) = (promised_on IS NOT NULL))),
  constraint counselling_step_check1 CHECK (((kind = ANY (ARRAY['promise'::text, 'proof'::text])) = (amount_rupiah IS NOT NULL))),
  constraint counselling_step_check2 CHECK ((promised_on >= on_day)),
  constraint counselling_step_kind_check CHECK ((kind = ANY (ARRAY['talk'::text, 'visit'::text, 'call'::text, 'promise'::text, 'catch-up'::text, 'restructure'::text, 'referral'::text, 'proof'::text])))
);
comment on table lending.counselling_step is 'What was done and agreed, one row a step, never changed. Whether a promise was kept is read off the repayments (or, for a debt elsewhere, off the proofs of payment shown), not claimed.';
CREATE INDEX counselling_step_by_case ON lending.counselling_step USING btree (city_id, counselling_id, entered);
alter table lending.counselling_step enable row level security, force row level security;
create policy city on lending.counselling_step for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.counselling_step to naik_app;

create table lending.cover (
  city_id text not null,
  id uuid not null,
  lending_group_id uuid not null,
  loan_id uuid not null,
  obligor_id uuid not null,
  payer_id uuid not null,
  amount_rupiah bigint not null,
  on_day date not null,
  meeting_id uuid,
  agreed_by_group boolean not null,
  agreed_on date,
  constraint cover_pkey PRIMARY KEY (city_id, id),
  constraint cover_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint cover_agreed_by_group_check CHECK (agreed_by_group),
  constraint cover_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint cover_check CHECK ((payer_id <> obligor_id))
);
comment on table lending.cover is 'Joint liability: a peer paid for her. The lender sees it paid, her own series shows the miss.';
comment on column lending.cover.agreed_on is 'When the group agreed to it: at the meeting itself, or on the day that the office was told of, before or after the money came. Null for covers from before this was kept apart.';
CREATE INDEX cover_by_meeting ON lending.cover USING btree (city_id, meeting_id);
CREATE INDEX cover_by_obligor ON lending.cover USING btree (city_id, obligor_id);
alter table lending.cover enable row level security, force row level security;
create policy city on lending.cover for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.cover to naik_app;

create table lending.day_close (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  state text not null,
  loans_touched bigint not null default 0,
  batches integer not null default 0,
  tally jsonb not null default '{}'::jsonb,
  grade_rules jsonb not null,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone,
  work_ms bigint not null default 0,
  asked_by uuid not null,
  constraint day_close_pkey PRIMARY KEY (city_id, book_id, day),
  constraint day_close_city_id_book_id_fkey FOREIGN KEY (city_id, book_id) REFERENCES ledger.book(city_id, id),
  constraint day_close_batches_check CHECK ((batches >= 0)),
  constraint day_close_check CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint day_close_loans_touched_check CHECK ((loans_touched >= 0)),
  constraint day_close_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
);
comment on table lending.day_close is 'How far the close of a day is, and what it changed; a batch counts in the transaction that wrote it.';
comment on column lending.day_close.tally is 'What the day changed so far, figure by figure, as decimal text; the portfolio of the day is the one before plus this.';
comment on column lending.day_close.grade_rules is 'The grade tables of this day by instalment frequency; where one differs from the day before, its loans are graded anew.';
comment on column lending.day_close.work_ms is 'Time the batches took in the database, without waiting between them.';
alter table lending.day_close enable row level security, force row level security;
create policy city on lending.day_close for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.day_close to naik_app;

create table lending.grade_table (
  city_id text not null,
  id uuid not null,
  institution_id uuid,
  lender_type text,
  repay_unit text,
  valid_from date not null,
  source_document text not null,
  grades smallint[] not null,
  most_overdue_days integer[] not null,
  most_days_after_maturity integer[],
  provision_percents text[],
  added_at timestamp with time zone not null,
  added_by uuid not null,
  approved_by uuid not null,
  constraint grade_table_pkey PRIMARY KEY (city_id, id),
  constraint grade_table_city_id_institution_id_lender_type_repay_unit_v_key UNIQUE NULLS NOT DISTINCT (city_id, institution_id, lender_type, repay_unit, valid_from),
  constraint grade_table_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint grade_table_check CHECK (((institution_id IS NULL) <> (lender_type IS NULL))),
  constraint grade_table_check1 CHECK (((cardinality(grades) = cardinality(most_overdue_days)) AND ((cardinality(grades) >= 1) AND (cardinality(grades) <= 4)))),
  constraint grade_table_check2 CHECK (((most_days_after_maturity IS NULL) OR (cardinality(most_days_after_maturity) = cardinality(grades)))),
  constraint grade_table_lender_type_check CHECK ((lender_type = ANY (ARRAY['bank'::text, 'bpr'::text, 'lkm'::text]))),
  constraint grade_table_provision_percents_check CHECK (((provision_percents IS NULL) OR (cardinality(provision_percents) = 5))),
  constraint grade_table_repay_unit_check CHECK ((repay_unit = ANY (ARRAY['day'::text, 'week'::text, 'month'::text]))),
  constraint grade_table_source_document_check CHECK (((length(source_document) >= 3) AND (length(source_document) <= 240)))
);
comment on table lending.grade_table is 'Quality tables a city added to the ones the programme knows: of a kind of lender, or of one lender by its own rule.';
comment on column lending.grade_table.repay_unit is 'The instalment frequency it is for; null for all.';
comment on column lending.grade_table.most_overdue_days is 'Up to so many days late a loan has the grade beside it; later than the last is grade 5.';
comment on column lending.grade_table.most_days_after_maturity is 'Up to so many days after the last due date; null when maturity makes no difference.';
comment on column lending.grade_table.provision_percents is 'For grades 1 to 5, exact decimal text; for information, the city does not provision.';
alter table lending.grade_table enable row level security, force row level security;
create policy city on lending.grade_table for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.grade_table to naik_app;

create table lending.instalment_mark (
  city_id text not null,
  loan_id uuid not null,
  due_on date not null,
  meeting_id uuid,
  due_rupiah bigint not null,
  paid_by_herself bigint not null,
  covered bigint not null default 0,
  constraint instalment_mark_pkey PRIMARY KEY (city_id, loan_id, due_on),
  constraint instalment_mark_covered_check CHECK ((covered >= 0)),
  constraint instalment_mark_due_rupiah_check CHECK ((due_rupiah >= 0)),
  constraint instalment_mark_paid_by_herself_check CHECK ((paid_by_herself >= 0))
);
comment on table lending.instalment_mark is 'The member''s own honest series beside the lender''s: what was due on the meeting day, what she paid herself, what peers covered.';
CREATE INDEX instalment_mark_by_day ON lending.instalment_mark USING btree (city_id, due_on);
alter table lending.instalment_mark enable row level security, force row level security;
create policy city on lending.instalment_mark for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.instalment_mark to naik_app;

create table lending.lending_group (
  city_id text not null,
  id uuid not null,
  name text not null,
  institution_id uuid not null,
  business_group_id uuid,
  formed_on date not null,
  ended_on date,
  constraint lending_group_pkey PRIMARY KEY (city_id, id),
  constraint lending_group_city_id_business_group_id_fkey FOREIGN KEY (city_id, business_group_id) REFERENCES registry.business_group(city_id, id),
  constraint lending_group_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id)
);
comment on table lending.lending_group is 'People who answer for each other''s loans at one lender (tanggung renteng); not the same as a programme group.';
CREATE INDEX lending_group_by_business_group ON lending.lending_group USING btree (city_id, business_group_id);
alter table lending.lending_group enable row level security, force row level security;
create policy city on lending.lending_group for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.lending_group to naik_app;

create view lending.life as
 SELECT l.city_id,
    l.id,
    l.id AS loan_id,
    'disbursement'::text AS kind,
    l.disbursed_on AS on_day,
    (0)::bigint AS entered,
    COALESCE(((l.terms ->> 'principal'::text))::bigint, l.principal_rupiah) AS amount_rupiah,
    NULL::text AS part,
    (0)::bigint AS principal,
    (0)::bigint AS interest,
    (0)::bigint AS fee,
    (0)::bigint AS penalty,
    (0)::bigint AS overpaid,
    NULL::date AS due_on,
    1 AS schedule_version,
    NULL::uuid AS reverses_id,
    NULL::uuid AS cover_id,
    NULL::uuid AS journal_id,
    ''::text AS reason,
    NULL::uuid AS by_user,
    NULL::timestamp with time zone AS recorded_at
   FROM lending.loan l
UNION ALL
 SELECT r.city_id,
    r.id,
    r.loan_id,
        CASE
            WHEN (r.reverses_id IS NULL) THEN 'repayment'::text
            ELSE 'reversal'::text
        END AS kind,
    r.on_day,
    r.entered,
    ((((r.principal + r.interest) + r.fee) + r.penalty) + r.overpaid) AS amount_rupiah,
    NULL::text AS part,
    (r.principal * s.sign) AS principal,
    (r.interest * s.sign) AS interest,
    (r.fee * s.sign) AS fee,
    (r.penalty * s.sign) AS penalty,
    (r.overpaid * s.sign) AS overpaid,
    NULL::date AS due_on,
    NULL::integer AS schedule_version,
    r.reverses_id,
    r.cover_id,
    r.journal_id,
    ''::text AS reason,
    NULL::uuid AS by_user,
    r.recorded_at
   FROM (lending.repayment r
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (r.reverses_id IS NULL) THEN 1
                    ELSE '-1'::integer
                END AS sign) s)
UNION ALL
 SELECT c.city_id,
    c.id,
    c.loan_id,
    c.kind,
    c.on_day,
    c.entered,
    c.amount_rupiah,
    NULL::text AS part,
    0 AS principal,
    0 AS interest,
    0 AS fee,
    0 AS penalty,
    0 AS overpaid,
    c.due_on,
    NULL::integer AS schedule_version,
    NULL::uuid AS reverses_id,
    NULL::uuid AS cover_id,
    c.journal_id,
    c.reason,
    c.by_user,
    c.recorded_at
   FROM lending.charge c
UNION ALL
 SELECT e.city_id,
    e.id,
    e.loan_id,
    e.kind,
    e.on_day,
    e.entered,
    e.amount_rupiah,
    e.part,
    e.principal,
    e.interest,
    e.fee,
    e.penalty,
    e.overpaid,
    NULL::date AS due_on,
    e.schedule_version,
    e.reverses_id,
    NULL::uuid AS cover_id,
    e.journal_id,
    e.reason,
    e.by_user,
    e.recorded_at
   FROM lending.loan_event e;
comment on table lending.life is 'Everything that happened to a loan, one row an entry; replayed in order of day and then of entry. The parts sum to the loan''s paid sums.';
grant select on lending.life to naik_app;

create table lending.loan (
  city_id text not null,
  id uuid not null,
  number text not null,
  institution_id uuid not null,
  product_id uuid not null,
  application_id uuid,
  lending_group_id uuid,
  person_id uuid not null,
  business_id uuid,
  principal_rupiah bigint not null,
  terms jsonb not null,
  disbursed_on date not null,
  state text not null,
  schedule_version integer not null,
  paid_principal bigint not null default 0,
  paid_interest bigint not null default 0,
  closed_on date,
  approved_rupiah bigint,
  charged_fee bigint not null default 0,
  charged_penalty bigint not null default 0,
  waived_fee bigint not null default 0,
  waived_penalty bigint not null default 0,
  paid_fee bigint not null default 0,
  paid_penalty bigint not null default 0,
  overpaid_rupiah bigint not null default 0,
  written_off_principal bigint not null default 0,
  recovered_rupiah bigint not null default 0,
  forgiven_rupiah bigint not null default 0,
  constraint loan_pkey PRIMARY KEY (city_id, id),
  constraint loan_city_id_number_key UNIQUE (city_id, number),
  constraint loan_city_id_lending_group_id_fkey FOREIGN KEY (city_id, lending_group_id) REFERENCES lending.lending_group(city_id, id),
  constraint loan_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint loan_city_id_product_id_fkey FOREIGN KEY (city_id, product_id) REFERENCES lending.product(city_id, id),
  constraint loan_charged_fee_check CHECK ((charged_fee >= 0)),
  constraint loan_charged_penalty_check CHECK ((charged_penalty >= 0)),
  constraint loan_charges_paid CHECK ((((paid_fee + waived_fee) <= charged_fee) AND ((paid_penalty + waived_penalty) <= charged_penalty))),
  constraint loan_check CHECK ((paid_principal <= principal_rupiah)),
  constraint loan_forgiven_rupiah_check CHECK ((forgiven_rupiah >= 0)),
  constraint loan_overpaid_rupiah_check CHECK ((overpaid_rupiah >= 0)),
  constraint loan_paid_fee_check CHECK ((paid_fee >= 0)),
  constraint loan_paid_interest_check CHECK ((paid_interest >= 0)),
  constraint loan_paid_penalty_check CHECK ((paid_penalty >= 0)),
  constraint loan_paid_principal_check CHECK ((paid_principal >= 0)),
  constraint loan_principal_rupiah_check CHECK ((principal_rupiah > 0)),
  constraint loan_recovered_rupiah_check CHECK ((recovered_rupiah >= 0)),
  constraint loan_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text, 'written-off'::text, 'recovered'::text, 'forgiven'::text]))),
  constraint loan_waived_fee_check CHECK ((waived_fee >= 0)),
  constraint loan_waived_penalty_check CHECK ((waived_penalty >= 0)),
  constraint loan_written_off CHECK (((recovered_rupiah + forgiven_rupiah) <= written_off_principal)),
  constraint loan_written_off_principal_check CHECK ((written_off_principal >= 0))
);
comment on table lending.loan is 'A loan kept in our books. Its state is what was paid so far against the schedule version in force.';
comment on column lending.loan.principal_rupiah is 'Principal handed out so far: the disbursement, later tranches and top-ups.';
comment on column lending.loan.approved_rupiah is 'What was approved when it is handed out in tranches; null when all of it went out at once.';
comment on column lending.loan.charged_fee is 'Sum of its charges of that kind less those reversed; open is charged less waived less paid. Interest has no such sum: it is due by the schedule version in force.';
comment on column lending.loan.overpaid_rupiah is 'Money that reached the loan beyond all that was owed and has not been given back: a liability of the book.';
comment on column lending.loan.written_off_principal is 'Hapus buku: taken off the balance sheet, still claimed; less what was recovered and forgiven (hapus tagih) it is what she still owes.';
CREATE INDEX loan_active ON lending.loan USING btree (city_id, institution_id) WHERE (state = 'active'::text);
CREATE INDEX loan_by_disbursement ON lending.loan USING btree (city_id, institution_id, disbursed_on);
CREATE INDEX loan_by_group ON lending.loan USING btree (city_id, lending_group_id, state);
CREATE INDEX loan_by_person ON lending.loan USING btree (city_id, person_id);
CREATE UNIQUE INDEX loan_once_per_application ON lending.loan USING btree (city_id, application_id, person_id) WHERE (application_id IS NOT NULL);
alter table lending.loan enable row level security, force row level security;
create policy city on lending.loan for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.loan to naik_app;

create table lending.loan_event (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  kind text not null,
  on_day date not null,
  amount_rupiah bigint not null default 0,
  part text,
  principal bigint not null default 0,
  interest bigint not null default 0,
  fee bigint not null default 0,
  penalty bigint not null default 0,
  overpaid bigint not null default 0,
  schedule_version integer,
  reverses_id uuid,
  caused_by uuid,
  journal_id uuid,
  reason text not null default ''::text,
  entered bigint not null default nextval('lending.entry_order'::regclass),
  by_user uuid not null,
  by_name text not null,
  approved_by uuid,
  recorded_at timestamp with time zone not null,
  kept_fee bigint not null default 0,
  kept_insurance bigint not null default 0,
  constraint loan_event_pkey PRIMARY KEY (city_id, id),
  constraint loan_event_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint loan_event_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint loan_event_amount_rupiah_check CHECK ((amount_rupiah >= 0)),
  constraint loan_event_check CHECK (((kind = 'reversal'::text) = (reverses_id IS NOT NULL))),
  constraint loan_event_check1 CHECK (((kind = 'waiver'::text) = (part IS NOT NULL))),
  constraint loan_event_kept_check CHECK (((kept_fee >= 0) AND (kept_insurance >= 0) AND (((kept_fee + kept_insurance) = 0) OR ((kind = 'top-up'::text) AND ((kept_fee + kept_insurance) < amount_rupiah))))),
  constraint loan_event_kind_check CHECK ((kind = ANY (ARRAY['tranche'::text, 'top-up'::text, 'waiver'::text, 'restructure'::text, 'prepayment'::text, 'write-off'::text, 'forgiveness'::text, 'recovery'::text, 'refund'::text, 'reallocation'::text, 'reversal'::text]))),
  constraint loan_event_part_check CHECK ((part = ANY (ARRAY['interest'::text, 'fee'::text, 'penalty'::text])))
);
comment on table lending.loan_event is 'What happens to a loan besides repayments and charges. Nothing here ever changes: a correction is a reversal, an entry of its own.';
comment on column lending.loan_event.principal is 'By how much the loan''s paid principal moved because of this entry, among interest, fee, penalty and overpaid: 0 unless money already paid counts differently from now on.';
comment on column lending.loan_event.caused_by is 'For a reallocation: the charge that took money paid earlier.';
comment on column lending.loan_event.kept_fee is 'Of a top-up: fees kept back from what was handed out; the lender''s income.';
comment on column lending.loan_event.kept_insurance is 'Of a top-up: premiums kept back for the insurer.';
CREATE INDEX loan_event_by_loan ON lending.loan_event USING btree (city_id, loan_id, entered);
CREATE INDEX loan_event_by_recording ON lending.loan_event USING btree (city_id, recorded_at);
CREATE UNIQUE INDEX loan_event_reversed_once ON lending.loan_event USING btree (city_id, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table lending.loan_event enable row level security, force row level security;
create policy city on lending.loan_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.loan_event to naik_app;

create table lending.loan_position (
  city_id text not null,
  loan_id uuid not null,
  book_id uuid not null,
  repay_unit text not null,
  as_of date not null,
  next_change_on date not null,
  schedule_version integer not null,
  lent_rupiah bigint not null,
  paid_principal bigint not null,
  paid_interest bigint not null,
  written_off boolean not null,
  outstanding_rupiah bigint not null,
  earned_interest bigint not null,
  unpaid_interest bigint not null,
  overdue_rupiah bigint not null,
  late_since date,
  bucket smallint not null,
  grade smallint,
  running boolean not null,
  constraint loan_position_pkey PRIMARY KEY (city_id, loan_id),
  constraint loan_position_bucket_check CHECK (((bucket >= 0) AND (bucket <= 5))),
  constraint loan_position_check CHECK ((next_change_on > as_of)),
  constraint loan_position_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint loan_position_outstanding_rupiah_check CHECK ((outstanding_rupiah >= 0)),
  constraint loan_position_overdue_rupiah_check CHECK ((overdue_rupiah >= 0)),
  constraint loan_position_repay_unit_check CHECK ((repay_unit = ANY (ARRAY['day'::text, 'week'::text, 'month'::text]))),
  constraint loan_position_unpaid_interest_check CHECK ((unpaid_interest >= 0))
);
comment on table lending.loan_position is 'How a loan stood at the end of the last closed day. Written by the day close only, and only when something of it changed that day.';
comment on column lending.loan_position.as_of is 'The closed day that wrote the row; what it says still holds on every closed day since.';
comment on column lending.loan_position.next_change_on is 'The next day on which something here changes even if nobody pays: an instalment falls due or becomes late, a bucket or grade is crossed; infinity when never.';
comment on column lending.loan_position.lent_rupiah is 'Handed out until the day: the disbursement, tranches and top-ups.';
comment on column lending.loan_position.written_off is 'Taken off the balance sheet: it still is a debt and no longer part of the portfolio.';
comment on column lending.loan_position.earned_interest is 'Interest that has fallen due by schedule, paid or not.';
comment on column lending.loan_position.late_since is 'Due day of the oldest instalment that is not paid in full and is past; days late follow from it.';
comment on column lending.loan_position.bucket is 'By days late: 0 none, 1 from 1, 2 from 8, 3 from 31, 4 from 61, 5 from 91.';
comment on column lending.loan_position.grade is 'By the lender''s own table; null where none is known.';
comment on column lending.loan_position.running is 'Something is still to be paid: the loan is part of the portfolio.';
CREATE INDEX loan_position_by_book ON lending.loan_position USING btree (city_id, book_id);
alter table lending.loan_position enable row level security, force row level security;
create policy city on lending.loan_position for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.loan_position to naik_app;

create table lending.member_claim (
  city_id text not null,
  id uuid not null,
  cover_id uuid not null,
  creditor_id uuid not null,
  debtor_id uuid not null,
  amount_rupiah bigint not null,
  repaid_rupiah bigint not null default 0,
  repayment_order integer not null,
  state text not null,
  opened_on date not null,
  forgiven_rupiah bigint not null default 0,
  agreed_rank integer,
  constraint member_claim_pkey PRIMARY KEY (city_id, id),
  constraint member_claim_city_id_cover_id_key UNIQUE (city_id, cover_id),
  constraint member_claim_city_id_cover_id_fkey FOREIGN KEY (city_id, cover_id) REFERENCES lending.cover(city_id, id),
  constraint member_claim_agreed_rank_check CHECK ((agreed_rank > 0)),
  constraint member_claim_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint member_claim_check CHECK (((repaid_rupiah >= 0) AND (repaid_rupiah <= amount_rupiah))),
  constraint member_claim_check1 CHECK ((creditor_id <> debtor_id)),
  constraint member_claim_forgiven_rupiah_check CHECK ((forgiven_rupiah >= 0)),
  constraint member_claim_settled CHECK (((repaid_rupiah + forgiven_rupiah) <= amount_rupiah)),
  constraint member_claim_state_check CHECK ((state = ANY (ARRAY['open'::text, 'repaid'::text, 'forgiven'::text, 'void'::text])))
);
comment on table lending.member_claim is 'What a member owes the peer who covered her, and in which order it is repaid as the group agreed.';
comment on column lending.member_claim.state is 'Void when the cover itself was reversed; open as long as something is neither repaid nor forgiven.';
comment on column lending.member_claim.agreed_rank is 'Place in the order of repayment that the group agreed afterwards; null while the order of the covers holds: oldest first.';
CREATE INDEX member_claim_by_creditor ON lending.member_claim USING btree (city_id, creditor_id) WHERE (state = 'open'::text);
CREATE INDEX member_claim_by_debtor ON lending.member_claim USING btree (city_id, debtor_id) WHERE (state = 'open'::text);
alter table lending.member_claim enable row level security, force row level security;
create policy city on lending.member_claim for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.member_claim to naik_app;

create table lending.partner_candidate (
  city_id text not null,
  id uuid not null,
  file_id uuid not null,
  institution_id uuid not null,
  reference text not null,
  person_id uuid not null,
  application_id uuid,
  state text not null,
  reason text,
  reason_code text,
  decided_on date,
  decided_by_file uuid,
  constraint partner_candidate_pkey PRIMARY KEY (city_id, id),
  constraint partner_candidate_city_id_institution_id_reference_key UNIQUE (city_id, institution_id, reference),
  constraint partner_candidate_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id),
  constraint partner_candidate_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint partner_candidate_check CHECK (((state = 'refused'::text) = (reason IS NOT NULL))),
  constraint partner_candidate_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'approved'::text, 'refused'::text])))
);
comment on table lending.partner_candidate is 'Who was named to a lender in which file, and what the lender decided, with its reason code.';
CREATE INDEX partner_candidate_by_file ON lending.partner_candidate USING btree (city_id, file_id);
CREATE INDEX partner_candidate_by_person ON lending.partner_candidate USING btree (city_id, person_id);
CREATE UNIQUE INDEX partner_candidate_waiting_once ON lending.partner_candidate USING btree (city_id, institution_id, person_id) WHERE (state = 'sent'::text);
alter table lending.partner_candidate enable row level security, force row level security;
create policy city on lending.partner_candidate for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.partner_candidate to naik_app;

create table lending.partner_file (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  kind text not null,
  number text not null,
  template_version integer not null,
  file_name text not null,
  sha256 text,
  state text not null,
  as_of date not null,
  counts jsonb not null default '{}'::jsonb,
  totals jsonb not null default '{}'::jsonb,
  sealed_rows bytea,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  constraint partner_file_pkey PRIMARY KEY (city_id, id),
  constraint partner_file_city_id_number_key UNIQUE (city_id, number),
  constraint partner_file_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint partner_file_check CHECK (((kind = 'candidates'::text) = (state = 'made'::text))),
  constraint partner_file_check1 CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL))),
  constraint partner_file_kind_check CHECK ((kind = ANY (ARRAY['candidates'::text, 'decisions'::text, 'schedules'::text, 'repayments'::text, 'grades'::text]))),
  constraint partner_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint partner_file_state_check CHECK ((state = ANY (ARRAY['made'::text, 'read'::text, 'applied'::text, 'dropped'::text])))
);
comment on table lending.partner_file is 'A file for or from a lender: candidates out (made), decisions, schedules, repayments and grades in (read, then applied whole or dropped).';
comment on column lending.partner_file.as_of is 'The day the file speaks of; a file older than the last one applied is refused.';
comment on column lending.partner_file.sealed_rows is 'What a candidate file says, NIKs included: sealed with the key of identity numbers.';
CREATE UNIQUE INDEX partner_file_applied_once ON lending.partner_file USING btree (city_id, institution_id, kind, sha256) WHERE (state = 'applied'::text);
CREATE INDEX partner_file_by_lender ON lending.partner_file USING btree (city_id, institution_id, kind, as_of DESC);
alter table lending.partner_file enable row level security, force row level security;
create policy city on lending.partner_file for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.partner_file to naik_app;

create table lending.partner_file_line (
  city_id text not null,
  file_id uuid not null,
  line integer not null,
  line_key text,
  reading jsonb not null,
  outcome text not null,
  problem jsonb,
  loan_id uuid,
  constraint partner_file_line_pkey PRIMARY KEY (city_id, file_id, line),
  constraint partner_file_line_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id),
  constraint partner_file_line_line_check CHECK ((line > 0)),
  constraint partner_file_line_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text, 'unknown'::text, 'wrong'::text])))
);
comment on table lending.partner_file_line is 'One line of a file that came in: what it says, and whether it is new, known, changed, about a loan we do not know, or wrong and why.';
CREATE INDEX partner_file_line_by_outcome ON lending.partner_file_line USING btree (city_id, file_id, outcome, line);
alter table lending.partner_file_line enable row level security, force row level security;
create policy city on lending.partner_file_line for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.partner_file_line to naik_app;

create table lending.partner_file_taking (
  city_id text not null,
  id uuid not null,
  file_id uuid not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamp with time zone not null,
  constraint partner_file_taking_pkey PRIMARY KEY (city_id, id),
  constraint partner_file_taking_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id)
);
comment on table lending.partner_file_taking is 'Each time somebody took a candidate file with its NIKs out of the house.';
CREATE INDEX partner_file_taking_by_file ON lending.partner_file_taking USING btree (city_id, file_id, taken_at);
alter table lending.partner_file_taking enable row level security, force row level security;
create policy city on lending.partner_file_taking for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.partner_file_taking to naik_app;

create table lending.partner_loan (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  number text not null,
  person_id uuid not null,
  candidate_id uuid,
  digits integer not null,
  principal bigint not null,
  disbursed_on date not null,
  terms jsonb not null,
  state text not null,
  closed_on date,
  grade integer,
  graded_on date,
  reported_outstanding bigint,
  reported_days_late integer,
  file_id uuid not null,
  constraint partner_loan_pkey PRIMARY KEY (city_id, id),
  constraint partner_loan_city_id_institution_id_number_key UNIQUE (city_id, institution_id, number),
  constraint partner_loan_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id),
  constraint partner_loan_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint partner_loan_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint partner_loan_check CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  constraint partner_loan_digits_check CHECK (((digits >= 0) AND (digits <= 4))),
  constraint partner_loan_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint partner_loan_principal_check CHECK ((principal > 0)),
  constraint partner_loan_state_check CHECK ((state = ANY (ARRAY['running'::text, 'closed'::text])))
);
comment on table lending.partner_loan is 'A loan in a partner''s own books. It never enters our ledger.';
comment on column lending.partner_loan.digits is 'Decimal places of its amounts: 2 where the partner keeps cents; every amount of the loan is in that smallest unit.';
CREATE INDEX partner_loan_by_person ON lending.partner_loan USING btree (city_id, person_id);
alter table lending.partner_loan enable row level security, force row level security;
create policy city on lending.partner_loan for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.partner_loan to naik_app;

create table lending.partner_repayment (
  city_id text not null,
  loan_id uuid not null,
  reference text not null,
  on_day date not null,
  principal bigint not null,
  interest bigint not null,
  penalty bigint not null,
  file_id uuid not null,
  constraint partner_repayment_pkey PRIMARY KEY (city_id, loan_id, reference),
  constraint partner_repayment_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id),
  constraint partner_repayment_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.partner_loan(city_id, id),
  constraint partner_repayment_interest_check CHECK ((interest >= 0)),
  constraint partner_repayment_penalty_check CHECK ((penalty >= 0)),
  constraint partner_repayment_principal_check CHECK ((principal >= 0))
);
comment on table lending.partner_repayment is 'One repayment as the partner''s file says it; reference is the partner''s own and never comes twice.';
alter table lending.partner_repayment enable row level security, force row level security;
create policy city on lending.partner_repayment for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.partner_repayment to naik_app;

create table lending.partner_schedule_line (
  city_id text not null,
  loan_id uuid not null,
  number integer not null,
  due_on date not null,
  principal bigint not null,
  interest bigint not null,
  file_id uuid not null,
  constraint partner_schedule_line_pkey PRIMARY KEY (city_id, loan_id, number),
  constraint partner_schedule_line_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES lending.partner_file(city_id, id),
  constraint partner_schedule_line_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.partner_loan(city_id, id),
  constraint partner_schedule_line_interest_check CHECK ((interest >= 0)),
  constraint partner_schedule_line_number_check CHECK ((number > 0)),
  constraint partner_schedule_line_principal_check CHECK ((principal >= 0))
);
comment on table lending.partner_schedule_line is 'One instalment as the partner''s file says it.';
alter table lending.partner_schedule_line enable row level security, force row level security;
create policy city on lending.partner_schedule_line for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant delete, insert, select, update on lending.partner_schedule_line to naik_app;

create table lending.portfolio_day (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  loans bigint not null default 0,
  late_loans bigint not null default 0,
  outstanding_rupiah bigint not null default 0,
  overdue_rupiah bigint not null default 0,
  earned_interest bigint not null default 0,
  unpaid_interest bigint not null default 0,
  late_1_rupiah bigint not null default 0,
  late_8_rupiah bigint not null default 0,
  late_31_rupiah bigint not null default 0,
  late_61_rupiah bigint not null default 0,
  late_91_rupiah bigint not null default 0,
  grade_1_rupiah bigint not null default 0,
  grade_2_rupiah bigint not null default 0,
  grade_3_rupiah bigint not null default 0,
  grade_4_rupiah bigint not null default 0,
  grade_5_rupiah bigint not null default 0,
  provision_rupiah bigint,
  ledger_rupiah bigint not null default 0,
  constraint portfolio_day_pkey PRIMARY KEY (city_id, book_id, day),
  constraint portfolio_day_city_id_book_id_day_fkey FOREIGN KEY (city_id, book_id, day) REFERENCES lending.day_close(city_id, book_id, day)
);
comment on table lending.portfolio_day is 'A lender''s portfolio at the end of a closed day. Never changed afterwards: what comes later counts on later days.';
comment on column lending.portfolio_day.earned_interest is 'Interest that fell due on this day by schedule.';
comment on column lending.portfolio_day.late_8_rupiah is 'Whole outstanding principal of loans 8 to 30 days late; the others alike. PAR is the sum from a column on, over outstanding.';
comment on column lending.portfolio_day.provision_rupiah is 'By grade and the table''s rates, for information; null where no table gives rates.';
comment on column lending.portfolio_day.ledger_rupiah is 'What the books held on the loans'' leaves when the day ended: equals outstanding_rupiah.';
alter table lending.portfolio_day enable row level security, force row level security;
create policy city on lending.portfolio_day for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.portfolio_day to naik_app;

create table lending.product (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  code text not null,
  name text not null,
  terms jsonb not null,
  minimum_rupiah bigint not null,
  maximum_rupiah bigint not null,
  step_rupiah bigint not null,
  compulsory_savings_percent text not null,
  joint_liability boolean not null,
  source_document text not null,
  valid_from date not null,
  valid_to date,
  offered_at timestamp with time zone not null,
  offered_by uuid not null,
  borrowers text not null default 'group'::text,
  constraint product_pkey PRIMARY KEY (city_id, id),
  constraint product_city_id_code_key UNIQUE (city_id, code),
  constraint product_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint product_borrowers_check CHECK ((borrowers = ANY (ARRAY['group'::text, 'person'::text, 'both'::text]))),
  constraint product_check CHECK ((maximum_rupiah >= minimum_rupiah)),
  constraint product_code_check CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint product_compulsory_savings_percent_check CHECK ((compulsory_savings_percent ~ '^\d{1,3}(\.\d{1,4})?$'::text)),
  constraint product_minimum_rupiah_check CHECK ((minimum_rupiah > 0)),
  constraint product_peers CHECK (((borrowers <> 'person'::text) OR (NOT joint_liability))),
  constraint product_step_rupiah_check CHECK ((step_rupiah > 0))
);
comment on table lending.product is 'What a lender offers: terms as data with validity dates and the document they come from.';
comment on column lending.product.compulsory_savings_percent is 'Set aside from each disbursement (uang pertanggungjawaban), exact decimal text.';
comment on column lending.product.borrowers is 'Who may apply: a lending group, one person, or either. Joint liability is for those who apply as a group.';
alter table lending.product enable row level security, force row level security;
create policy city on lending.product for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.product to naik_app;

create table lending.reconciliation_item (
  city_id text not null,
  loan_id uuid not null,
  part text not null,
  item text not null,
  on_day date,
  state text not null,
  explanation text,
  theirs jsonb not null,
  ours jsonb not null,
  difference bigint not null,
  file_id uuid not null,
  constraint reconciliation_item_pkey PRIMARY KEY (city_id, loan_id, part, item),
  constraint reconciliation_item_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.partner_loan(city_id, id),
  constraint reconciliation_item_check CHECK (((state = 'matched'::text) = (explanation IS NULL))),
  constraint reconciliation_item_part_check CHECK ((part = ANY (ARRAY['schedule'::text, 'repayment'::text, 'balance'::text, 'grade'::text]))),
  constraint reconciliation_item_state_check CHECK ((state = ANY (ARRAY['matched'::text, 'differs'::text, 'unknown'::text])))
);
comment on table lending.reconciliation_item is 'One line of a partner''s books beside what our engine computes from the same terms, and what explains the difference.';
comment on column lending.reconciliation_item.difference is 'Theirs less ours, in the loan''s smallest unit.';
CREATE INDEX reconciliation_item_by_state ON lending.reconciliation_item USING btree (city_id, state, explanation);
alter table lending.reconciliation_item enable row level security, force row level security;
create policy city on lending.reconciliation_item for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant delete, insert, select, update on lending.reconciliation_item to naik_app;

create table lending.repayment (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  on_day date not null,
  payer_id uuid not null,
  source text not null,
  source_id uuid,
  cover_id uuid,
  principal bigint not null,
  interest bigint not null,
  journal_id uuid not null,
  reverses_id uuid,
  recorded_at timestamp with time zone not null,
  entered bigint not null default nextval('lending.entry_order'::regclass),
  payer_name text,
  fee bigint not null default 0,
  penalty bigint not null default 0,
  overpaid bigint not null default 0,
  constraint repayment_pkey PRIMARY KEY (city_id, id),
  constraint repayment_amount CHECK ((((((principal + interest) + fee) + penalty) + overpaid) > 0)),
  constraint repayment_payer_name_check CHECK (((length(payer_name) >= 2) AND (length(payer_name) <= 120))),
  constraint repayment_source_check CHECK ((source = ANY (ARRAY['meeting'::text, 'office'::text, 'transfer'::text, 'take-over'::text])))
);
comment on table lending.repayment is 'Money that reached a loan, by its obligor or by a peer who covered (then payer differs and cover_id says which cover).';
comment on column lending.repayment.principal is 'By how much the loan''s paid principal moved when this was entered (fell, for a reversal); with interest, fee, penalty and overpaid it sums to the amount. A backdated entry or a reversal moves later ones between the parts, so a part may be negative.';
comment on column lending.repayment.reverses_id is 'The repayment that this row undoes; its parts then count as subtracted.';
comment on column lending.repayment.payer_name is 'Who paid for her when it is nobody in the register; payer_id is then the borrower.';
CREATE INDEX repayment_by_day ON lending.repayment USING btree (city_id, on_day);
CREATE INDEX repayment_by_loan ON lending.repayment USING btree (city_id, loan_id, on_day, id);
CREATE INDEX repayment_by_recording ON lending.repayment USING btree (city_id, recorded_at);
CREATE INDEX repayment_by_source ON lending.repayment USING btree (city_id, source_id);
CREATE UNIQUE INDEX repayment_reversed_once ON lending.repayment USING btree (city_id, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table lending.repayment enable row level security, force row level security;
create policy city on lending.repayment for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.repayment to naik_app;

create table lending.schedule_version (
  city_id text not null,
  loan_id uuid not null,
  version integer not null,
  due_on date[] not null,
  principal_due bigint[] not null,
  interest_due bigint[] not null,
  made_at timestamp with time zone not null,
  why text not null,
  in_force_on date,
  event_id uuid,
  constraint schedule_version_pkey PRIMARY KEY (city_id, loan_id, version),
  constraint schedule_version_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint schedule_version_check CHECK (((cardinality(due_on) = cardinality(principal_due)) AND (cardinality(due_on) = cardinality(interest_due)) AND (cardinality(due_on) > 0)))
);
comment on table lending.schedule_version is 'One immutable row: due dates and CUMULATIVE principal and interest due at each.';
comment on column lending.schedule_version.in_force_on is 'The day from which it holds; null for the first version: from the disbursement.';
comment on column lending.schedule_version.event_id is 'The entry of the loan''s life that made it. A later version starts with what was paid until then, so that its sums still are those of the whole loan.';
alter table lending.schedule_version enable row level security, force row level security;
create policy city on lending.schedule_version for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.schedule_version to naik_app;

create table lending.subsidised_loan (
  city_id text not null,
  loan_id uuid not null,
  agreement_id uuid not null,
  accepted_on date not null,
  accepted_by uuid not null,
  committed bigint not null,
  ended_on date,
  ended_why text,
  ended_note text,
  constraint subsidised_loan_pkey PRIMARY KEY (city_id, loan_id),
  constraint subsidised_loan_city_id_agreement_id_fkey FOREIGN KEY (city_id, agreement_id) REFERENCES lending.subsidy_agreement(city_id, id),
  constraint subsidised_loan_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.partner_loan(city_id, id),
  constraint subsidised_loan_check CHECK (((ended_on IS NULL) = (ended_why IS NULL))),
  constraint subsidised_loan_committed_check CHECK ((committed >= 0)),
  constraint subsidised_loan_ended_why_check CHECK ((ended_why = ANY (ARRAY['paid-off'::text, 'ineligible'::text])))
);
comment on table lending.subsidised_loan is 'A loan whose interest the government shares; it ends early when paid off or found ineligible.';
CREATE INDEX subsidised_loan_by_agreement ON lending.subsidised_loan USING btree (city_id, agreement_id);
alter table lending.subsidised_loan enable row level security, force row level security;
create policy city on lending.subsidised_loan for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.subsidised_loan to naik_app;

create table lending.subsidy_accrual (
  city_id text not null,
  loan_id uuid not null,
  number integer not null,
  kind text not null,
  agreement_id uuid not null,
  on_day date not null,
  amount bigint not null,
  claim_id uuid,
  constraint subsidy_accrual_pkey PRIMARY KEY (city_id, loan_id, number, kind),
  constraint subsidy_accrual_city_id_claim_id_fkey FOREIGN KEY (city_id, claim_id) REFERENCES lending.subsidy_claim(city_id, id),
  constraint subsidy_accrual_city_id_loan_id_number_fkey FOREIGN KEY (city_id, loan_id, number) REFERENCES lending.subsidy_row(city_id, loan_id, number),
  constraint subsidy_accrual_check CHECK (((kind = 'accrued'::text) = (amount >= 0))),
  constraint subsidy_accrual_kind_check CHECK ((kind = ANY (ARRAY['accrued'::text, 'taken-back'::text])))
);
comment on table lending.subsidy_accrual is 'The government''s share of an instalment, owed from the day the instalment falls due; taken back where the loan had ended before.';
CREATE INDEX subsidy_accrual_by_claim ON lending.subsidy_accrual USING btree (city_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX subsidy_accrual_open ON lending.subsidy_accrual USING btree (city_id, agreement_id, on_day) WHERE (claim_id IS NULL);
alter table lending.subsidy_accrual enable row level security, force row level security;
create policy city on lending.subsidy_accrual for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.subsidy_accrual to naik_app;

create table lending.subsidy_agreement (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  number text not null,
  name text not null,
  valid_from date not null,
  valid_to date not null,
  borrower_rate_percent text not null,
  government_share_percent text not null,
  digits integer not null,
  cap bigint not null,
  most_principal bigint not null,
  budget_line text not null,
  source_document text not null,
  committed bigint not null default 0,
  proposed_by uuid not null,
  accepted_by uuid not null,
  accepted_at timestamp with time zone not null,
  constraint subsidy_agreement_pkey PRIMARY KEY (city_id, id),
  constraint subsidy_agreement_city_id_number_key UNIQUE (city_id, number),
  constraint subsidy_agreement_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint subsidy_agreement_borrower_rate_percent_check CHECK ((borrower_rate_percent ~ '^\d{1,3}(\.\d{1,6})?$'::text)),
  constraint subsidy_agreement_cap_check CHECK ((cap > 0)),
  constraint subsidy_agreement_check CHECK (((committed >= 0) AND (committed <= cap))),
  constraint subsidy_agreement_check1 CHECK ((valid_to >= valid_from)),
  constraint subsidy_agreement_check2 CHECK ((accepted_by <> proposed_by)),
  constraint subsidy_agreement_digits_check CHECK (((digits >= 0) AND (digits <= 4))),
  constraint subsidy_agreement_government_share_percent_check CHECK ((government_share_percent ~ '^\d{1,3}(\.\d{1,6})?$'::text)),
  constraint subsidy_agreement_most_principal_check CHECK ((most_principal > 0))
);
comment on table lending.subsidy_agreement is 'The government pays part of the interest at one lender: its share, for whom, from which budget line, up to how much.';
comment on column lending.subsidy_agreement.committed is 'Shares of all loans accepted under it, less what will never fall due; never above the cap.';
alter table lending.subsidy_agreement enable row level security, force row level security;
create policy city on lending.subsidy_agreement for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.subsidy_agreement to naik_app;

create table lending.subsidy_claim (
  city_id text not null,
  id uuid not null,
  agreement_id uuid not null,
  month date not null,
  number text not null,
  total bigint not null,
  lines integer not null,
  state text not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  sent_by uuid,
  sent_at timestamp with time zone,
  accepted bigint,
  answered_on date,
  answer_note text,
  answered_by uuid,
  paid bigint,
  paid_on date,
  payment_reference text,
  paid_by uuid,
  letter jsonb,
  constraint subsidy_claim_pkey PRIMARY KEY (city_id, id),
  constraint subsidy_claim_city_id_agreement_id_month_key UNIQUE (city_id, agreement_id, month),
  constraint subsidy_claim_city_id_number_key UNIQUE (city_id, number),
  constraint subsidy_claim_city_id_agreement_id_fkey FOREIGN KEY (city_id, agreement_id) REFERENCES lending.subsidy_agreement(city_id, id),
  constraint subsidy_claim_check CHECK (((state = ANY (ARRAY['sent'::text, 'answered'::text, 'paid'::text])) = (sent_at IS NOT NULL))),
  constraint subsidy_claim_check1 CHECK (((state = ANY (ARRAY['answered'::text, 'paid'::text])) = (accepted IS NOT NULL))),
  constraint subsidy_claim_check2 CHECK (((state = 'paid'::text) = (paid IS NOT NULL))),
  constraint subsidy_claim_lines_check CHECK ((lines > 0)),
  constraint subsidy_claim_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint subsidy_claim_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'sent'::text, 'answered'::text, 'paid'::text])))
);
comment on table lending.subsidy_claim is 'What one lender claims of the government for one month: drafted, sent, answered, paid. Money taken back stands in it as negative lines.';
alter table lending.subsidy_claim enable row level security, force row level security;
create policy city on lending.subsidy_claim for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on lending.subsidy_claim to naik_app;

create table lending.subsidy_row (
  city_id text not null,
  loan_id uuid not null,
  number integer not null,
  due_on date not null,
  lender_interest bigint not null,
  borrower_interest bigint not null,
  subsidy bigint not null,
  constraint subsidy_row_pkey PRIMARY KEY (city_id, loan_id, number),
  constraint subsidy_row_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.subsidised_loan(city_id, loan_id),
  constraint subsidy_row_borrower_interest_check CHECK ((borrower_interest >= 0)),
  constraint subsidy_row_check CHECK ((lender_interest = (borrower_interest + subsidy))),
  constraint subsidy_row_lender_interest_check CHECK ((lender_interest >= 0)),
  constraint subsidy_row_subsidy_check CHECK ((subsidy >= 0))
);
comment on table lending.subsidy_row is 'Two payers side by side on one schedule: of each instalment''s interest, what the borrower and what the government pays.';
CREATE INDEX subsidy_row_by_due ON lending.subsidy_row USING btree (city_id, due_on);
alter table lending.subsidy_row enable row level security, force row level security;
create policy city on lending.subsidy_row for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.subsidy_row to naik_app;

create table lending.take_over (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  creditor text not null,
  reference text not null default ''::text,
  amount_rupiah bigint not null,
  old_loan_id uuid,
  on_day date not null,
  journal_id uuid not null,
  constraint take_over_pkey PRIMARY KEY (city_id, id),
  constraint take_over_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint take_over_city_id_loan_id_fkey FOREIGN KEY (city_id, loan_id) REFERENCES lending.loan(city_id, id),
  constraint take_over_city_id_old_loan_id_fkey FOREIGN KEY (city_id, old_loan_id) REFERENCES lending.loan(city_id, id),
  constraint take_over_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint take_over_creditor_check CHECK (((length(creditor) >= 2) AND (length(creditor) <= 120)))
);
comment on table lending.take_over is 'The part of a disbursement that went to an old creditor instead of the borrower; old_loan_id when that debt was kept here.';
CREATE INDEX take_over_by_loan ON lending.take_over USING btree (city_id, loan_id);
alter table lending.take_over enable row level security, force row level security;
create policy city on lending.take_over for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on lending.take_over to naik_app;

create table mentoring.attendance (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  presence text not null,
  reason text,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint attendance_pkey PRIMARY KEY (city_id, meeting_id, person_id),
  constraint attendance_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text])))
);
comment on table mentoring.attendance is 'Who came; insert-only. It is evidence for KUR super mikro.';
CREATE INDEX attendance_by_person ON mentoring.attendance USING btree (city_id, person_id, meeting_id);
alter table mentoring.attendance enable row level security, force row level security;
create policy city on mentoring.attendance for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.attendance to naik_app;

create table mentoring.attendance_correction (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  review_id uuid not null,
  presence text not null,
  reason text,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint attendance_correction_pkey PRIMARY KEY (city_id, meeting_id, person_id, review_id),
  constraint attendance_correction_city_id_meeting_id_person_id_fkey FOREIGN KEY (city_id, meeting_id, person_id) REFERENCES mentoring.attendance(city_id, meeting_id, person_id),
  constraint attendance_correction_city_id_review_id_fkey FOREIGN KEY (city_id, review_id) REFERENCES access.field_review(city_id, id),
  constraint attendance_correction_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text])))
);
comment on table mentoring.attendance_correction is 'A later mark beside the first: what the second sheet said, once a reviewer found it right. The last one counts, and all are kept.';
comment on column mentoring.attendance_correction.marked_by is 'Who wrote the second sheet; who found it right stands on the review.';
alter table mentoring.attendance_correction enable row level security, force row level security;
create policy city on mentoring.attendance_correction for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.attendance_correction to naik_app;

create table mentoring.bag (
  city_id text not null,
  id uuid not null,
  mentor_id uuid not null,
  institution_id uuid not null,
  account_id uuid not null,
  constraint bag_pkey PRIMARY KEY (city_id, id),
  constraint bag_city_id_mentor_id_institution_id_key UNIQUE (city_id, mentor_id, institution_id),
  constraint bag_city_id_account_id_fkey FOREIGN KEY (city_id, account_id) REFERENCES ledger.account(city_id, id)
);
comment on table mentoring.bag is 'The cash bag a mentor carries for an institution; its ledger leaf says what is in it.';
alter table mentoring.bag enable row level security, force row level security;
create policy city on mentoring.bag for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.bag to naik_app;

create table mentoring.bag_deposit (
  city_id text not null,
  id uuid not null,
  bag_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null,
  slip_number text not null,
  received_by uuid not null,
  journal_id uuid not null,
  constraint bag_deposit_pkey PRIMARY KEY (city_id, id),
  constraint bag_deposit_city_id_bag_id_fkey FOREIGN KEY (city_id, bag_id) REFERENCES mentoring.bag(city_id, id),
  constraint bag_deposit_amount_rupiah_check CHECK ((amount_rupiah > 0))
);
comment on table mentoring.bag_deposit is 'Cash from a bag handed to the institution''s cashier against a slip.';
CREATE INDEX bag_deposit_by_bag ON mentoring.bag_deposit USING btree (city_id, bag_id, on_day DESC);
alter table mentoring.bag_deposit enable row level security, force row level security;
create policy city on mentoring.bag_deposit for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.bag_deposit to naik_app;

create table mentoring.cash_count (
  city_id text not null,
  meeting_id uuid not null,
  denomination integer not null,
  pieces integer not null,
  constraint cash_count_pkey PRIMARY KEY (city_id, meeting_id, denomination),
  constraint cash_count_denomination_check CHECK ((denomination = ANY (ARRAY[100000, 75000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100]))),
  constraint cash_count_pieces_check CHECK ((pieces > 0))
);
comment on table mentoring.cash_count is 'The notes and coins counted before the meeting closed.';
alter table mentoring.cash_count enable row level security, force row level security;
create policy city on mentoring.cash_count for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.cash_count to naik_app;

create table mentoring.loan_wish (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  amount_rupiah bigint not null,
  purpose text not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  constraint loan_wish_pkey PRIMARY KEY (city_id, meeting_id, person_id),
  constraint loan_wish_city_id_meeting_id_fkey FOREIGN KEY (city_id, meeting_id) REFERENCES mentoring.meeting(city_id, id),
  constraint loan_wish_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint loan_wish_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint loan_wish_purpose_check CHECK (((length(purpose) >= 3) AND (length(purpose) <= 200)))
);
comment on table mentoring.loan_wish is 'What a member said at a meeting she would like to borrow in the next cycle. It binds nobody; whoever writes her application sees it until she is in one.';
CREATE INDEX loan_wish_by_person ON mentoring.loan_wish USING btree (city_id, person_id, noted_at);
alter table mentoring.loan_wish enable row level security, force row level security;
create policy city on mentoring.loan_wish for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.loan_wish to naik_app;

create table mentoring.meeting (
  city_id text not null,
  id uuid not null,
  series_id uuid not null,
  group_id uuid not null,
  held_on date not null,
  number integer not null,
  state text not null,
  mentor_id uuid not null,
  cancelled_why text,
  topic_code text,
  topic_note text,
  expected_rupiah bigint,
  received_rupiah bigint,
  present_count integer,
  member_count integer,
  closed_at timestamp with time zone,
  command_id uuid,
  handed_on_rupiah bigint not null default 0,
  constraint meeting_pkey PRIMARY KEY (city_id, id),
  constraint meeting_city_id_group_id_held_on_key UNIQUE (city_id, group_id, held_on),
  constraint meeting_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint meeting_city_id_series_id_fkey FOREIGN KEY (city_id, series_id) REFERENCES mentoring.meeting_series(city_id, id),
  constraint meeting_handed_on_rupiah_check CHECK ((handed_on_rupiah >= 0)),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'closed'::text, 'cancelled'::text])))
);
comment on table mentoring.meeting is 'One weekly meeting: planned, then closed by one command whose cash count equals the sheet, or cancelled with a reason.';
comment on column mentoring.meeting.handed_on_rupiah is 'Counted on the table with the rest and handed on to the members who had covered somebody; it never enters the bag.';
CREATE INDEX meeting_by_day ON mentoring.meeting USING btree (city_id, held_on, state);
CREATE INDEX meeting_by_mentor ON mentoring.meeting USING btree (city_id, mentor_id, held_on);
alter table mentoring.meeting enable row level security, force row level security;
create policy city on mentoring.meeting for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on mentoring.meeting to naik_app;

create table mentoring.meeting_photo (
  city_id text not null,
  meeting_id uuid not null,
  sha256 text not null,
  constraint meeting_photo_pkey PRIMARY KEY (city_id, meeting_id, sha256),
  constraint meeting_photo_city_id_meeting_id_fkey FOREIGN KEY (city_id, meeting_id) REFERENCES mentoring.meeting(city_id, id),
  constraint meeting_photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table mentoring.meeting_photo is 'Photos of a meeting, by the hash of their content in the file store.';
alter table mentoring.meeting_photo enable row level security, force row level security;
create policy city on mentoring.meeting_photo for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.meeting_photo to naik_app;

create table mentoring.meeting_series (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  weekday integer not null,
  start_time time without time zone not null,
  place text not null,
  mentor_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint meeting_series_pkey PRIMARY KEY (city_id, id),
  constraint meeting_series_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint meeting_series_city_id_mentor_id_fkey FOREIGN KEY (city_id, mentor_id) REFERENCES access.user_account(city_id, id),
  constraint meeting_series_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
comment on table mentoring.meeting_series is 'When and where a group meets each week, and which mentor comes. Monday is 1.';
CREATE UNIQUE INDEX meeting_series_one ON mentoring.meeting_series USING btree (city_id, group_id) WHERE (valid_to IS NULL);
alter table mentoring.meeting_series enable row level security, force row level security;
create policy city on mentoring.meeting_series for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on mentoring.meeting_series to naik_app;

create table mentoring.monthly_report (
  city_id text not null,
  id uuid not null,
  mentor_id uuid,
  month date not null,
  state text not null,
  obstacles text not null default ''::text,
  follow_up text not null default ''::text,
  content jsonb,
  sent_at timestamp with time zone,
  constraint monthly_report_pkey PRIMARY KEY (city_id, id),
  constraint monthly_report_city_id_mentor_id_month_key UNIQUE NULLS NOT DISTINCT (city_id, mentor_id, month),
  constraint monthly_report_city_id_mentor_id_fkey FOREIGN KEY (city_id, mentor_id) REFERENCES access.user_account(city_id, id),
  constraint monthly_report_check CHECK (((state = ANY (ARRAY['sent'::text, 'accepted'::text])) = (content IS NOT NULL))),
  constraint monthly_report_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint monthly_report_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'sent'::text, 'accepted'::text, 'returned'::text])))
);
comment on table mentoring.monthly_report is 'The month of one mentor, or of the whole city where mentor is null, on its way to whoever accepts it.';
comment on column mentoring.monthly_report.content is 'Figures and rows as they stood when it was sent; a returned report has none until it is sent again.';
alter table mentoring.monthly_report enable row level security, force row level security;
create policy city on mentoring.monthly_report for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on mentoring.monthly_report to naik_app;

create table mentoring.monthly_report_event (
  city_id text not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  constraint monthly_report_event_pkey PRIMARY KEY (city_id, id),
  constraint monthly_report_event_city_id_report_id_fkey FOREIGN KEY (city_id, report_id) REFERENCES mentoring.monthly_report(city_id, id),
  constraint monthly_report_event_check CHECK (((kind <> 'returned'::text) OR (length(note) >= 3))),
  constraint monthly_report_event_kind_check CHECK ((kind = ANY (ARRAY['drafted'::text, 'sent'::text, 'accepted'::text, 'returned'::text])))
);
comment on table mentoring.monthly_report_event is 'The steps of a monthly report, with who and when.';
CREATE INDEX monthly_report_event_by_report ON mentoring.monthly_report_event USING btree (city_id, report_id, at);
alter table mentoring.monthly_report_event enable row level security, force row level security;
create policy city on mentoring.monthly_report_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.monthly_report_event to naik_app;

create table mentoring.planned_visit (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  mentor_id uuid not null,
  on_day date not null,
  first_on date not null,
  origin text not null,
  origin_id uuid not null,
  state text not null,
  visit_id uuid,
  missed_why text,
  missed_note text,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint planned_visit_pkey PRIMARY KEY (city_id, id),
  constraint planned_visit_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint planned_visit_city_id_mentor_id_fkey FOREIGN KEY (city_id, mentor_id) REFERENCES access.user_account(city_id, id),
  constraint planned_visit_check CHECK (((state = 'done'::text) = (visit_id IS NOT NULL))),
  constraint planned_visit_check1 CHECK (((state = 'missed'::text) = (missed_why IS NOT NULL))),
  constraint planned_visit_missed_why_check CHECK ((missed_why = ANY (ARRAY['closed'::text, 'away'::text, 'weather'::text, 'mentor'::text, 'refused'::text, 'other'::text]))),
  constraint planned_visit_origin_check CHECK ((origin = ANY (ARRAY['plan'::text, 'agreed'::text]))),
  constraint planned_visit_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'missed'::text])))
);
comment on table mentoring.planned_visit is 'A visit that is to be made: chosen by a plan, or agreed with the owner at the visit before.';
comment on column mentoring.planned_visit.first_on is 'The day it was planned for before anybody moved it.';
comment on column mentoring.planned_visit.origin_id is 'The plan, or the visit at which it was agreed.';
CREATE INDEX planned_visit_by_business ON mentoring.planned_visit USING btree (city_id, business_id, on_day);
CREATE INDEX planned_visit_by_mentor ON mentoring.planned_visit USING btree (city_id, mentor_id, on_day);
alter table mentoring.planned_visit enable row level security, force row level security;
create policy city on mentoring.planned_visit for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.planned_visit to naik_app;

create table mentoring.receipt (
  city_id text not null,
  id uuid not null,
  number text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  loan_id uuid,
  on_day date not null,
  institution_id uuid not null,
  repayment_rupiah bigint not null default 0,
  cover_rupiah bigint not null default 0,
  savings_rupiah bigint not null default 0,
  total_rupiah bigint not null,
  token text not null,
  issued_at timestamp with time zone not null,
  constraint receipt_pkey PRIMARY KEY (city_id, id),
  constraint receipt_city_id_number_key UNIQUE (city_id, number),
  constraint receipt_city_id_token_key UNIQUE (city_id, token),
  constraint receipt_check CHECK ((total_rupiah = ((repayment_rupiah + cover_rupiah) + savings_rupiah))),
  constraint receipt_cover_rupiah_check CHECK ((cover_rupiah >= 0)),
  constraint receipt_repayment_rupiah_check CHECK ((repayment_rupiah >= 0)),
  constraint receipt_savings_rupiah_check CHECK ((savings_rupiah >= 0)),
  constraint receipt_token_check CHECK ((token ~ '^[A-Za-z0-9_-]{22}$'::text)),
  constraint receipt_total_rupiah_check CHECK ((total_rupiah > 0))
);
comment on table mentoring.receipt is 'Proof in the member''s hand of what she handed over at a meeting; its QR token can be verified by anyone.';
CREATE INDEX receipt_by_meeting ON mentoring.receipt USING btree (city_id, meeting_id);
CREATE INDEX receipt_by_person ON mentoring.receipt USING btree (city_id, person_id, on_day DESC);
alter table mentoring.receipt enable row level security, force row level security;
create policy city on mentoring.receipt for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.receipt to naik_app;

create table mentoring.visit (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  person_id uuid not null,
  mentor_id uuid not null,
  done_on date not null,
  fields text[] not null,
  note text not null default ''::text,
  turnover_month_rupiah bigint,
  form jsonb not null default '{"version": 1}'::jsonb,
  turnover_before_rupiah bigint,
  minutes integer,
  latitude numeric(9,6),
  longitude numeric(9,6),
  accuracy_metres integer,
  led_by jsonb,
  companions jsonb not null default '[]'::jsonb,
  next_on date,
  flags text[] not null default '{}'::text[],
  recorded_at timestamp with time zone not null,
  recorded_on date not null,
  constraint visit_pkey PRIMARY KEY (city_id, id),
  constraint visit_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint visit_accuracy_metres_check CHECK ((accuracy_metres >= 0)),
  constraint visit_companions_check CHECK ((jsonb_typeof(companions) = 'array'::text)),
  constraint visit_fields_check CHECK (((cardinality(fields) > 0) AND (fields <@ ARRAY['institution'::text, 'people'::text, 'production'::text, 'financing'::text, 'marketing'::text]))),
  constraint visit_form_check CHECK ((form ? 'version'::text)),
  constraint visit_minutes_check CHECK (((minutes >= 0) AND (minutes <= 600))),
  constraint visit_point_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint visit_turnover_before_rupiah_check CHECK ((turnover_before_rupiah >= 0)),
  constraint visit_turnover_check CHECK ((turnover_month_rupiah >= 0))
);
comment on table mentoring.visit is 'A visit that was made, with what was seen. Append-only: two visits stay two.';
comment on column mentoring.visit.fields is 'Which of the five fields of mentoring it was about.';
comment on column mentoring.visit.turnover_month_rupiah is 'Sales of this month as the owner said them; null where she was not asked.';
comment on column mentoring.visit.form is 'Answers of the visit''s form with its version: production, marketing, problems, needs.';
comment on column mentoring.visit.turnover_before_rupiah is 'Sales of the month before, said on the same day.';
comment on column mentoring.visit.led_by is 'Who led a visit of many, as the mayor''s: name and office.';
comment on column mentoring.visit.flags is 'What had changed around it before it arrived; it is kept all the same.';
comment on column mentoring.visit.recorded_on is 'The day it arrived here; more than two days after done_on is late.';
CREATE INDEX visit_by_business ON mentoring.visit USING btree (city_id, business_id, done_on DESC);
CREATE INDEX visit_by_day ON mentoring.visit USING btree (city_id, done_on);
CREATE INDEX visit_by_mentor ON mentoring.visit USING btree (city_id, mentor_id, done_on);
alter table mentoring.visit enable row level security, force row level security;
create policy city on mentoring.visit for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.visit to naik_app;

create table mentoring.visit_photo (
  city_id text not null,
  visit_id uuid not null,
  sha256 text not null,
  constraint visit_photo_pkey PRIMARY KEY (city_id, visit_id, sha256),
  constraint visit_photo_city_id_visit_id_fkey FOREIGN KEY (city_id, visit_id) REFERENCES mentoring.visit(city_id, id),
  constraint visit_photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table mentoring.visit_photo is 'Photos of a visit, by the hash of their content in the file store; they may arrive later than the visit.';
alter table mentoring.visit_photo enable row level security, force row level security;
create policy city on mentoring.visit_photo for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.visit_photo to naik_app;

create table mentoring.visit_plan (
  city_id text not null,
  id uuid not null,
  mentor_id uuid not null,
  week date not null,
  per_day integer not null,
  seed text not null,
  rule integer not null,
  basis jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint visit_plan_pkey PRIMARY KEY (city_id, id),
  constraint visit_plan_city_id_mentor_id_week_key UNIQUE (city_id, mentor_id, week),
  constraint visit_plan_city_id_mentor_id_fkey FOREIGN KEY (city_id, mentor_id) REFERENCES access.user_account(city_id, id),
  constraint visit_plan_basis_check CHECK ((jsonb_typeof(basis) = 'array'::text)),
  constraint visit_plan_per_day_check CHECK (((per_day >= 1) AND (per_day <= 20))),
  constraint visit_plan_rule_check CHECK ((rule >= 1)),
  constraint visit_plan_seed_check CHECK (((length(seed) >= 4) AND (length(seed) <= 80))),
  constraint visit_plan_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);
comment on table mentoring.visit_plan is 'Whom a mentor visits in a week: drawn by rule and seed from the basis, so that anybody can draw it again.';
comment on column mentoring.visit_plan.basis is 'The businesses the choice was made from: [id, kecamatan, kelurahan, day of the last visit or null, visits so far].';
alter table mentoring.visit_plan enable row level security, force row level security;
create policy city on mentoring.visit_plan for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on mentoring.visit_plan to naik_app;

create table partners.file_template (
  city_id text not null,
  institution_id uuid not null,
  kind text not null,
  version integer not null,
  layout jsonb not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  valid_from date not null,
  proposed_by uuid,
  constraint file_template_pkey PRIMARY KEY (city_id, institution_id, kind, version),
  constraint file_template_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint file_template_kind_check CHECK ((kind = ANY (ARRAY['candidates'::text, 'decisions'::text, 'schedules'::text, 'repayments'::text, 'grades'::text]))),
  constraint file_template_two_people CHECK (((proposed_by IS NULL) OR (proposed_by <> saved_by))),
  constraint file_template_version_check CHECK ((version > 0))
);
comment on table partners.file_template is 'How one lender writes one kind of file: columns, order, dates, numbers, codes. A change is a new version.';
comment on column partners.file_template.valid_from is 'First day this version is written or read by; the version before it ends the day before.';
comment on column partners.file_template.proposed_by is 'Who wrote it, where saved_by approved it; null for the first version of a kind.';
alter table partners.file_template enable row level security, force row level security;
create policy city on partners.file_template for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on partners.file_template to naik_app;

create table partners.institution (
  city_id text not null,
  id uuid not null,
  kind text not null,
  code text not null,
  name text not null,
  short_name text not null,
  books text not null,
  address text,
  valid_from date not null,
  valid_to date,
  constraint institution_pkey PRIMARY KEY (city_id, id),
  constraint institution_city_id_code_key UNIQUE (city_id, code),
  constraint institution_books_check CHECK ((books = ANY (ARRAY['kept-here'::text, 'kept-by-partner'::text, 'none'::text]))),
  constraint institution_code_check CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint institution_kind_check CHECK ((kind = ANY (ARRAY['bank'::text, 'bpr'::text, 'pnm'::text, 'cooperative'::text, 'revolving-fund'::text, 'lkm'::text, 'department'::text, 'plut'::text, 'university'::text, 'kadin'::text, 'dekranasda'::text, 'buyer'::text])))
);
comment on table partners.institution is 'A lender, a city department (OPD), or another partner.';
alter table partners.institution enable row level security, force row level security;
create policy city on partners.institution for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on partners.institution to naik_app;

create table partners.offer (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  terms jsonb not null,
  source_document text not null,
  valid_from date not null,
  valid_to date,
  constraint offer_pkey PRIMARY KEY (city_id, id),
  constraint offer_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id)
);
comment on table partners.offer is 'A price anyone can compare; terms as the lending engine reads them.';
alter table partners.offer enable row level security, force row level security;
create policy city on partners.offer for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on partners.offer to naik_app;

create table platform.job_run (
  city_id text not null,
  id uuid not null,
  task text not null,
  title jsonb not null,
  payload jsonb not null,
  asked_by uuid,
  asked_at timestamp with time zone not null default now(),
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  progress_done bigint not null default 0,
  progress_total bigint,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  result jsonb,
  problem jsonb,
  constraint job_run_pkey PRIMARY KEY (city_id, id),
  constraint job_run_attempts_check CHECK ((attempts >= 0)),
  constraint job_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint job_run_task_check CHECK ((task ~ '^[a-z]+\.[a-z-]+$'::text))
);
comment on table platform.job_run is 'What ran in the background, for whom, how far it is, and why it failed; the queue itself is graphile-worker''s.';
comment on column platform.job_run.title is 'Words in both languages, as shown on the jobs page.';
comment on column platform.job_run.problem is 'The refusal or fault of the last attempt: code, words.';
CREATE INDEX job_run_by_time ON platform.job_run USING btree (city_id, asked_at DESC);
alter table platform.job_run enable row level security, force row level security;
create policy city on platform.job_run for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on platform.job_run to naik_app;

create table platform.stored_file (
  city_id text not null,
  sha256 text not null,
  bytes bigint not null,
  mime text not null,
  original_name text,
  stored_at timestamp with time zone not null default now(),
  constraint stored_file_pkey PRIMARY KEY (city_id, sha256),
  constraint stored_file_bytes_check CHECK ((bytes >= 0)),
  constraint stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table platform.stored_file is 'Every stored file by the hash of its content; the bytes lie in the data directory, so the same file is kept once.';
alter table platform.stored_file enable row level security, force row level security;
create policy city on platform.stored_file for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on platform.stored_file to naik_app;

create table programmes.invitation (
  city_id text not null,
  draw_id uuid not null,
  person_id uuid not null,
  kelurahan_code text,
  rank integer not null,
  chosen boolean not null,
  women_headed boolean not null,
  constraint invitation_pkey PRIMARY KEY (city_id, draw_id, person_id),
  constraint invitation_city_id_draw_id_fkey FOREIGN KEY (city_id, draw_id) REFERENCES programmes.invitation_draw(city_id, id),
  constraint invitation_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint invitation_rank_check CHECK ((rank > 0))
);
comment on table programmes.invitation is 'Everybody who stood in a draw, by rank within the kelurahan: the first are invited, the others follow when somebody declines.';
CREATE INDEX invitation_by_person ON programmes.invitation USING btree (city_id, person_id);
CREATE INDEX invitation_by_rank ON programmes.invitation USING btree (city_id, draw_id, chosen DESC, kelurahan_code, rank);
alter table programmes.invitation enable row level security, force row level security;
create policy city on programmes.invitation for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on programmes.invitation to naik_app;

create table programmes.invitation_draw (
  city_id text not null,
  id uuid not null,
  title text not null,
  held_on date not null,
  places integer not null,
  rule jsonb not null,
  seed text not null,
  pool integer not null,
  pool_hash text not null,
  drawn_at timestamp with time zone not null,
  drawn_by uuid not null,
  by_name text not null,
  constraint invitation_draw_pkey PRIMARY KEY (city_id, id),
  constraint invitation_draw_city_id_seed_key UNIQUE (city_id, seed),
  constraint invitation_draw_places_check CHECK (((places >= 1) AND (places <= 5000))),
  constraint invitation_draw_pool_check CHECK ((pool > 0)),
  constraint invitation_draw_pool_hash_check CHECK ((pool_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint invitation_draw_seed_check CHECK (((length(seed) >= 4) AND (length(seed) <= 120))),
  constraint invitation_draw_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
);
comment on table programmes.invitation_draw is 'A draw among those who are poor, have a business and were never served. The rule and the seed are stated; the same pool with the same seed gives the same list, and every draw stays on record, so that drawing again until somebody is in is seen.';
comment on column programmes.invitation_draw.pool_hash is 'SHA-256 over the ids of everybody who stood in the draw, in order: two draws of the same pool have the same.';
CREATE INDEX invitation_draw_by_time ON programmes.invitation_draw USING btree (city_id, drawn_at DESC);
alter table programmes.invitation_draw enable row level security, force row level security;
create policy city on programmes.invitation_draw for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on programmes.invitation_draw to naik_app;

create table programmes.service (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  business_id uuid,
  kind text not null,
  on_day date not null,
  source_kind text not null,
  source_id uuid not null,
  by_name text not null,
  constraint service_pkey PRIMARY KEY (city_id, id),
  constraint service_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'met'::text, 'group-joined'::text, 'visited'::text, 'meeting'::text, 'trained'::text, 'permit'::text, 'loan'::text, 'market'::text, 'answered'::text])))
);
comment on table programmes.service is 'Who received what, when, from whom: the one dated line of life that every domain above adds to.';
CREATE INDEX service_by_kind ON programmes.service USING btree (city_id, kind, on_day, person_id);
CREATE INDEX service_by_person ON programmes.service USING btree (city_id, person_id, on_day DESC);
alter table programmes.service enable row level security, force row level security;
create policy city on programmes.service for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on programmes.service to naik_app;

create table registry.breach (
  city_id text not null,
  id uuid not null,
  number text not null,
  kind text not null,
  device_id uuid,
  place_code text,
  group_id uuid,
  what text not null,
  remedy text not null,
  happened_on date not null,
  found_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  people integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_name text,
  withdrawn_why text,
  constraint breach_pkey PRIMARY KEY (city_id, id),
  constraint breach_city_id_number_key UNIQUE (city_id, number),
  constraint breach_city_id_device_id_fkey FOREIGN KEY (city_id, device_id) REFERENCES access.device(city_id, id),
  constraint breach_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint breach_city_id_place_code_fkey FOREIGN KEY (city_id, place_code) REFERENCES registry.region(city_id, code),
  constraint breach_check CHECK ((due_at = (found_at + '72:00:00'::interval))),
  constraint breach_check1 CHECK (((kind = 'lost-phone'::text) = (device_id IS NOT NULL))),
  constraint breach_check2 CHECK (((kind = 'wrong-export'::text) = (place_code IS NOT NULL))),
  constraint breach_check3 CHECK (((kind = 'group-papers'::text) = (group_id IS NOT NULL))),
  constraint breach_kind_check CHECK ((kind = ANY (ARRAY['lost-phone'::text, 'wrong-export'::text, 'group-papers'::text]))),
  constraint breach_number_check CHECK ((number ~ '^INS-\d{4}-\d{4,}$'::text)),
  constraint breach_people_check CHECK ((people > 0)),
  constraint breach_remedy_check CHECK (((length(remedy) >= 3) AND (length(remedy) <= 1000))),
  constraint breach_what_check CHECK (((length(what) >= 3) AND (length(what) <= 1000))),
  constraint breach_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_why IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_name IS NULL)))),
  constraint breach_withdrawn_why_check CHECK (((length(withdrawn_why) >= 3) AND (length(withdrawn_why) <= 500)))
);
comment on table registry.breach is 'A failure to protect data of people (UU 27/2022 art. 46): what happened, when it was found, how many it touches.';
comment on column registry.breach.due_at is 'Until when the people and the authority are told in writing: 3x24 hours after it was found.';
comment on column registry.breach.withdrawn_at is 'When it turned out to be a mistake: the phone was found locked, the papers were in the drawer. It stays on record with the reason.';
CREATE INDEX breach_by_due ON registry.breach USING btree (city_id, due_at DESC, id);
alter table registry.breach enable row level security, force row level security;
create policy city on registry.breach for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.breach to naik_app;

create table registry.breach_notice (
  city_id text not null,
  breach_id uuid not null,
  told text not null,
  told_at timestamp with time zone not null,
  how text not null,
  noted_by uuid not null,
  noted_name text not null,
  noted_at timestamp with time zone not null,
  constraint breach_notice_pkey PRIMARY KEY (city_id, breach_id, told),
  constraint breach_notice_city_id_breach_id_fkey FOREIGN KEY (city_id, breach_id) REFERENCES registry.breach(city_id, id),
  constraint breach_notice_check CHECK ((told_at <= noted_at)),
  constraint breach_notice_how_check CHECK (((length(how) >= 3) AND (length(how) <= 300))),
  constraint breach_notice_told_check CHECK ((told = ANY (ARRAY['people'::text, 'authority'::text])))
);
comment on table registry.breach_notice is 'Who was told of a breach, when and how; once for the people, once for the authority.';
alter table registry.breach_notice enable row level security, force row level security;
create policy city on registry.breach_notice for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.breach_notice to naik_app;

create table registry.breach_person (
  city_id text not null,
  breach_id uuid not null,
  person_id uuid not null,
  constraint breach_person_pkey PRIMARY KEY (city_id, breach_id, person_id),
  constraint breach_person_city_id_breach_id_fkey FOREIGN KEY (city_id, breach_id) REFERENCES registry.breach(city_id, id),
  constraint breach_person_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id)
);
comment on table registry.breach_person is 'Whose data a breach touched, as it was reckoned when it was written down.';
CREATE INDEX breach_person_by_person ON registry.breach_person USING btree (city_id, person_id);
alter table registry.breach_person enable row level security, force row level security;
create policy city on registry.breach_person for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.breach_person to naik_app;

create table registry.business (
  city_id text not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  name_key text not null,
  product text,
  sector text not null,
  kbli_version text,
  kbli_code text,
  nib text,
  kelurahan_code text,
  kecamatan_code text,
  address text,
  place_text text,
  latitude numeric(9,6),
  longitude numeric(9,6),
  state text not null default 'active'::text,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null,
  started_year integer,
  merged_into uuid,
  constraint business_pkey PRIMARY KEY (city_id, id),
  constraint business_city_id_kecamatan_code_fkey FOREIGN KEY (city_id, kecamatan_code) REFERENCES registry.region(city_id, code),
  constraint business_city_id_kelurahan_code_fkey FOREIGN KEY (city_id, kelurahan_code) REFERENCES registry.region(city_id, code),
  constraint business_city_id_owner_id_fkey FOREIGN KEY (city_id, owner_id) REFERENCES registry.person(city_id, id),
  constraint business_merged_known FOREIGN KEY (city_id, merged_into) REFERENCES registry.business(city_id, id),
  constraint business_kbli_code_check CHECK ((kbli_code ~ '^\d{5}$'::text)),
  constraint business_kbli_version_check CHECK ((kbli_version = ANY (ARRAY['2020'::text, '2025'::text]))),
  constraint business_merged_elsewhere CHECK ((merged_into <> id)),
  constraint business_merged_whole CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint business_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint business_nib_check CHECK ((nib ~ '^\d{13}$'::text)),
  constraint business_sector_check CHECK ((sector = ANY (ARRAY['culinary'::text, 'fashion'::text, 'automotive'::text, 'it'::text, 'agro'::text, 'education'::text, 'other'::text]))),
  constraint business_started_year_check CHECK (((started_year >= 1900) AND (started_year <= 2200))),
  constraint business_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text, 'merged'::text])))
);
comment on table registry.business is 'A business and where it stands; its class is computed from snapshots, never stored.';
comment on column registry.business.started_year is 'The year she says she began.';
comment on column registry.business.merged_into is 'Which business it turned out to be; its own id stays, for what was sent under it.';
CREATE INDEX business_by_merged ON registry.business USING btree (city_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX business_by_name ON registry.business USING btree (city_id, name_key);
CREATE INDEX business_by_owner ON registry.business USING btree (city_id, owner_id);
CREATE INDEX business_by_place ON registry.business USING btree (city_id, kecamatan_code, kelurahan_code, id);
CREATE INDEX business_name_signs ON registry.business USING gin (city_id, name extensions.gin_trgm_ops, product extensions.gin_trgm_ops);
alter table registry.business enable row level security, force row level security;
create policy city on registry.business for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
CREATE TRIGGER businesses_again_into_search AFTER UPDATE ON registry.business REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.businesses_into_search();
CREATE TRIGGER businesses_into_search AFTER INSERT ON registry.business REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.businesses_into_search();
CREATE TRIGGER businesses_out_of_search AFTER DELETE ON registry.business REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION registry.out_of_search('business');
grant insert, select, update on registry.business to naik_app;

create table registry.business_figure (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  year integer not null,
  capital_rupiah bigint,
  sales_rupiah bigint,
  workers integer,
  evidence text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  constraint business_figure_pkey PRIMARY KEY (city_id, id),
  constraint business_figure_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_figure_capital_rupiah_check CHECK ((capital_rupiah >= 0)),
  constraint business_figure_check CHECK ((COALESCE(capital_rupiah, sales_rupiah, (workers)::bigint) IS NOT NULL)),
  constraint business_figure_evidence_check CHECK (((length(evidence) >= 3) AND (length(evidence) <= 200))),
  constraint business_figure_sales_rupiah_check CHECK ((sales_rupiah >= 0)),
  constraint business_figure_workers_check CHECK (((workers >= 0) AND (workers <= 10000))),
  constraint business_figure_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
comment on table registry.business_figure is 'A year of a business in raw figures, from which its class is computed and never stored. Append-only: of a year the newest counts, the others stay.';
comment on column registry.business_figure.capital_rupiah is 'Capital without land and buildings of the place of business (PP 7/2021 art. 35).';
comment on column registry.business_figure.evidence is 'What the figures were read from: books, a tax return, what she said.';
CREATE INDEX business_figure_by_business ON registry.business_figure USING btree (city_id, business_id, year DESC, recorded_at DESC);
alter table registry.business_figure enable row level security, force row level security;
create policy city on registry.business_figure for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.business_figure to naik_app;

create table registry.business_group (
  city_id text not null,
  id uuid not null,
  programme text not null default 'kelompok-binaan'::text,
  name text not null,
  name_key text not null,
  sector text not null,
  kelurahan_code text not null,
  kecamatan_code text not null,
  state text not null,
  mentor_id uuid,
  valid_from date,
  valid_to date,
  created_at timestamp with time zone not null,
  constraint business_group_pkey PRIMARY KEY (city_id, id),
  constraint business_group_city_id_programme_name_key_key UNIQUE (city_id, programme, name_key),
  constraint business_group_city_id_kecamatan_code_fkey FOREIGN KEY (city_id, kecamatan_code) REFERENCES registry.region(city_id, code),
  constraint business_group_city_id_kelurahan_code_fkey FOREIGN KEY (city_id, kelurahan_code) REFERENCES registry.region(city_id, code),
  constraint business_group_city_id_mentor_id_fkey FOREIGN KEY (city_id, mentor_id) REFERENCES access.user_account(city_id, id),
  constraint business_group_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120))),
  constraint business_group_sector_check CHECK ((sector = ANY (ARRAY['culinary'::text, 'fashion'::text, 'automotive'::text, 'it'::text, 'agro'::text, 'education'::text, 'other'::text]))),
  constraint business_group_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'verified'::text, 'recognised'::text, 'active'::text, 'frozen'::text, 'withdrawn'::text, 'ended'::text, 'refused'::text])))
);
comment on table registry.business_group is 'A programme group recognised by decree. Its state is the fold of group_event and is kept here for queries.';
CREATE INDEX business_group_by_mentor ON registry.business_group USING btree (city_id, mentor_id);
CREATE INDEX business_group_by_place ON registry.business_group USING btree (city_id, kecamatan_code, id);
alter table registry.business_group enable row level security, force row level security;
create policy city on registry.business_group for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
CREATE TRIGGER groups_again_into_search AFTER UPDATE ON registry.business_group REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.groups_into_search();
CREATE TRIGGER groups_into_search AFTER INSERT ON registry.business_group REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.groups_into_search();
grant insert, select, update on registry.business_group to naik_app;

create table registry.business_licence (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  kind text not null,
  number text not null,
  product text,
  issued_on date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  constraint business_licence_pkey PRIMARY KEY (city_id, id),
  constraint business_licence_city_id_business_id_kind_number_key UNIQUE (city_id, business_id, kind, number),
  constraint business_licence_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_licence_check CHECK ((valid_to >= issued_on)),
  constraint business_licence_kind_check CHECK ((kind = ANY (ARRAY['nib'::text, 'pirt'::text, 'halal'::text, 'bpom'::text, 'trademark'::text, 'sni'::text, 'iumk'::text, 'other'::text]))),
  constraint business_licence_number_check CHECK (((length(number) >= 2) AND (length(number) <= 60))),
  constraint business_licence_product_check CHECK ((length(product) <= 160))
);
comment on table registry.business_licence is 'A licence a business holds, as its paper says. Append-only: a renewed one is another paper.';
alter table registry.business_licence enable row level security, force row level security;
create policy city on registry.business_licence for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.business_licence to naik_app;

create table registry.business_owner (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  person_id uuid not null,
  role text not null,
  share_percent integer,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint business_owner_pkey PRIMARY KEY (city_id, id),
  constraint business_owner_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_owner_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint business_owner_check CHECK ((valid_to >= valid_from)),
  constraint business_owner_role_check CHECK ((role = ANY (ARRAY['partner'::text, 'spouse'::text, 'heir'::text, 'manager'::text]))),
  constraint business_owner_share_percent_check CHECK (((share_percent >= 1) AND (share_percent <= 100)))
);
comment on table registry.business_owner is 'Who owns or runs a business beside the owner it is registered under, from when to when. What the shares leave is the first owner''s.';
CREATE INDEX business_owner_by_person ON registry.business_owner USING btree (city_id, person_id);
CREATE UNIQUE INDEX business_owner_once ON registry.business_owner USING btree (city_id, business_id, person_id) WHERE (valid_to IS NULL);
alter table registry.business_owner enable row level security, force row level security;
create policy city on registry.business_owner for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
CREATE TRIGGER owners_again_into_search AFTER UPDATE ON registry.business_owner REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.owners_into_search();
CREATE TRIGGER owners_into_search AFTER INSERT ON registry.business_owner REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.owners_into_search();
grant insert, select on registry.business_owner to naik_app;

create table registry.business_pair (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  other_id uuid not null,
  grounds text[] not null,
  state text not null default 'open'::text,
  reason text,
  led uuid[],
  found_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_name text,
  constraint business_pair_pkey PRIMARY KEY (city_id, id),
  constraint business_pair_city_id_business_id_other_id_key UNIQUE (city_id, business_id, other_id),
  constraint business_pair_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id) ON DELETE CASCADE,
  constraint business_pair_city_id_other_id_fkey FOREIGN KEY (city_id, other_id) REFERENCES registry.business(city_id, id) ON DELETE CASCADE,
  constraint business_pair_check CHECK ((business_id <> other_id)),
  constraint business_pair_check1 CHECK (((state = 'same'::text) = (led IS NOT NULL))),
  constraint business_pair_check2 CHECK ((((state = 'open'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (decided_name IS NULL)))),
  constraint business_pair_grounds_check CHECK (((cardinality(grounds) >= 1) AND (cardinality(grounds) <= 10))),
  constraint business_pair_reason_check CHECK ((length(reason) <= 300)),
  constraint business_pair_state_check CHECK ((state = ANY (ARRAY['open'::text, 'same'::text, 'different'::text, 'later'::text])))
);
comment on table registry.business_pair is 'Two records that may be one business: open → same | different | later. The same lets the newer lead to the other; nothing that hangs on it is moved, so that taking it back gives exactly what was.';
comment on column registry.business_pair.business_id is 'The newer record, which leads to the other when they are the same.';
comment on column registry.business_pair.grounds is 'What agrees and what does not: owner-same, name-alike, place-other and so on.';
comment on column registry.business_pair.led is 'Records that led to the newer one before, and since lead on; empty where there were none.';
CREATE INDEX business_pair_by_other ON registry.business_pair USING btree (city_id, other_id);
CREATE INDEX business_pair_waiting ON registry.business_pair USING btree (city_id, state, found_at, id) WHERE (state = ANY (ARRAY['open'::text, 'later'::text]));
alter table registry.business_pair enable row level security, force row level security;
create policy city on registry.business_pair for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.business_pair to naik_app;

create table registry.business_photo (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  sha256 text not null,
  shows text not null,
  taken_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  removed_at timestamp with time zone,
  removed_by uuid,
  constraint business_photo_pkey PRIMARY KEY (city_id, id),
  constraint business_photo_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_photo_check CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint business_photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint business_photo_shows_check CHECK (((length(shows) >= 2) AND (length(shows) <= 120)))
);
comment on table registry.business_photo is 'A photograph of a business, drawn anew without what the camera says of place and time; the picture lies in the file store under its hash.';
comment on column registry.business_photo.shows is 'What is to be seen on it, for whoever does not see it.';
CREATE UNIQUE INDEX business_photo_once ON registry.business_photo USING btree (city_id, business_id, sha256) WHERE (removed_at IS NULL);
alter table registry.business_photo enable row level security, force row level security;
create policy city on registry.business_photo for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.business_photo to naik_app;

create table registry.business_premises (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  kind text not null,
  tenure text not null,
  kelurahan_code text,
  address text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  constraint business_premises_pkey PRIMARY KEY (city_id, id),
  constraint business_premises_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_premises_city_id_kelurahan_code_fkey FOREIGN KEY (city_id, kelurahan_code) REFERENCES registry.region(city_id, code),
  constraint business_premises_address_check CHECK (((length(address) >= 1) AND (length(address) <= 200))),
  constraint business_premises_check CHECK ((valid_to >= valid_from)),
  constraint business_premises_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'shop'::text, 'market-stall'::text, 'kiosk'::text, 'workshop'::text, 'cart'::text, 'online'::text, 'other'::text]))),
  constraint business_premises_tenure_check CHECK ((tenure = ANY (ARRAY['own'::text, 'family'::text, 'rented'::text, 'lent'::text, 'none'::text])))
);
comment on table registry.business_premises is 'A place a business works in: what kind, by what right, from when to when. A business that moves ends one and has another.';
CREATE INDEX business_premises_by_business ON registry.business_premises USING btree (city_id, business_id, valid_from);
alter table registry.business_premises enable row level security, force row level security;
create policy city on registry.business_premises for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.business_premises to naik_app;

create table registry.business_snapshot (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  on_day date not null,
  turnover_month_rupiah bigint,
  turnover_band text,
  workers integer,
  source_kind text not null,
  source_id uuid not null,
  by_name text not null,
  constraint business_snapshot_pkey PRIMARY KEY (city_id, id),
  constraint business_snapshot_city_id_source_kind_source_id_key UNIQUE (city_id, source_kind, source_id),
  constraint business_snapshot_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint business_snapshot_check CHECK (((turnover_month_rupiah IS NULL) OR (turnover_band IS NULL))),
  constraint business_snapshot_source_kind_check CHECK ((source_kind = ANY (ARRAY['encounter'::text, 'visit'::text]))),
  constraint business_snapshot_turnover_band_check CHECK ((turnover_band = ANY (ARRAY['under-1m'::text, '1m-5m'::text, '5m-25m'::text, 'over-25m'::text]))),
  constraint business_snapshot_turnover_month_rupiah_check CHECK ((turnover_month_rupiah >= 0)),
  constraint business_snapshot_workers_check CHECK (((workers >= 0) AND (workers <= 10000)))
);
comment on table registry.business_snapshot is 'What a business was on a day, as its owner said: sales of a month in whole rupiah or the band she names, and the people who work in it, herself included.';
CREATE INDEX business_snapshot_by_business ON registry.business_snapshot USING btree (city_id, business_id, on_day DESC);
alter table registry.business_snapshot enable row level security, force row level security;
create policy city on registry.business_snapshot for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.business_snapshot to naik_app;

create table registry.candidate_pair (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  why text not null,
  state text not null default 'open'::text,
  found_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_name text,
  reason text,
  chance real,
  grounds jsonb,
  constraint candidate_pair_pkey PRIMARY KEY (city_id, id),
  constraint candidate_pair_city_id_person_id_other_id_key UNIQUE (city_id, person_id, other_id),
  constraint candidate_pair_city_id_other_id_fkey FOREIGN KEY (city_id, other_id) REFERENCES registry.person(city_id, id),
  constraint candidate_pair_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint candidate_pair_chance_check CHECK (((chance >= (0)::double precision) AND (chance <= (1)::double precision))),
  constraint candidate_pair_check CHECK ((person_id <> other_id)),
  constraint candidate_pair_check1 CHECK ((((state = 'open'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint candidate_pair_grounds_check CHECK ((jsonb_typeof(grounds) = 'array'::text)),
  constraint candidate_pair_reason_check CHECK ((length(reason) <= 300)),
  constraint candidate_pair_state_check CHECK ((state = ANY (ARRAY['open'::text, 'same'::text, 'different'::text, 'later'::text]))),
  constraint candidate_pair_why_check CHECK ((why = ANY (ARRAY['nik-other-name'::text, 'contradicts'::text, 'name-phone'::text, 'name-birth'::text, 'name-business-place'::text, 'name-place'::text, 'phone-near-name'::text, 'birth-near-name'::text, 'same-row'::text, 'linkage'::text])))
);
comment on table registry.candidate_pair is 'Two records that may be one person: open → same | different | later. A person decides, with a reason.';
comment on column registry.candidate_pair.person_id is 'The newer record, which joins the other when they are the same.';
comment on column registry.candidate_pair.chance is 'How likely linkage holds the two to be one person, 0 to 1.';
comment on column registry.candidate_pair.grounds is 'What agrees and what does not, field by field: field and level of agreement.';
CREATE INDEX candidate_pair_by_other ON registry.candidate_pair USING btree (city_id, other_id);
CREATE INDEX candidate_pair_waiting ON registry.candidate_pair USING btree (city_id, state, found_at, id) WHERE (state = ANY (ARRAY['open'::text, 'later'::text]));
alter table registry.candidate_pair enable row level security, force row level security;
create policy city on registry.candidate_pair for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.candidate_pair to naik_app;

create table registry.consent (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  notice_version integer not null,
  channel text not null,
  witness text,
  given_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  recorded_by uuid not null,
  institution_id uuid,
  given_on date not null,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_channel text,
  withdrawn_why text,
  constraint consent_pkey PRIMARY KEY (city_id, id),
  constraint consent_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint consent_lender_known FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint consent_channel_check CHECK ((channel = ANY (ARRAY['written'::text, 'thumbprint'::text, 'spoken'::text, 'import'::text]))),
  constraint consent_purpose_check CHECK ((purpose = ANY (ARRAY['programme'::text, 'share-with-lender'::text, 'photo'::text, 'catalogue'::text]))),
  constraint consent_withdrawn_after CHECK (((withdrawn_on IS NULL) OR (withdrawn_on >= given_on))),
  constraint consent_withdrawn_channel_check CHECK ((withdrawn_channel = ANY (ARRAY['written'::text, 'thumbprint'::text, 'spoken'::text, 'own-page'::text]))),
  constraint consent_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_on IS NULL))),
  constraint consent_withdrawn_why_check CHECK ((length(withdrawn_why) <= 300)),
  constraint consent_witness_named CHECK (((witness IS NULL) OR ((length(witness) >= 2) AND (length(witness) <= 120))))
);
comment on table registry.consent is 'Who agreed to what, by which notice, how and before whom (UU 27/2022 art. 22-24).';
comment on column registry.consent.institution_id is 'The lender she agreed to, for share-with-lender; null where the statement she was read named none and covers every lender of the programme.';
comment on column registry.consent.given_on is 'The day she agreed; given_at is when it was written down.';
comment on column registry.consent.withdrawn_by is 'Who wrote the withdrawal down; null when she did so herself on her own page.';
CREATE INDEX consent_by_person ON registry.consent USING btree (city_id, person_id, purpose);
CREATE UNIQUE INDEX consent_standing_once ON registry.consent USING btree (city_id, person_id, purpose, COALESCE(institution_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (withdrawn_at IS NULL);
alter table registry.consent enable row level security, force row level security;
create policy city on registry.consent for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.consent to naik_app;

create table registry.consent_notice (
  city_id text not null,
  purpose text not null,
  version integer not null,
  valid_from date not null,
  text_id text not null,
  text_en text not null,
  spoken_id text not null,
  spoken_en text not null,
  source_document text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  constraint consent_notice_pkey PRIMARY KEY (city_id, purpose, version),
  constraint consent_notice_purpose_check CHECK ((purpose = 'share-with-lender'::text)),
  constraint consent_notice_source_document_check CHECK (((length(source_document) >= 3) AND (length(source_document) <= 240))),
  constraint consent_notice_spoken_en_check CHECK ((((length(spoken_en) >= 40) AND (length(spoken_en) <= 2000)) AND (spoken_en ~~ '%{lembaga}%'::text))),
  constraint consent_notice_spoken_id_check CHECK ((((length(spoken_id) >= 40) AND (length(spoken_id) <= 2000)) AND (spoken_id ~~ '%{lembaga}%'::text))),
  constraint consent_notice_text_en_check CHECK ((((length(text_en) >= 40) AND (length(text_en) <= 2000)) AND (text_en ~~ '%{lembaga}%'::text))),
  constraint consent_notice_text_id_check CHECK ((((length(text_id) >= 40) AND (length(text_id) <= 2000)) AND (text_id ~~ '%{lembaga}%'::text))),
  constraint consent_notice_version_check CHECK ((version >= 2))
);
comment on table registry.consent_notice is 'The statement people are read before they agree (UU 27/2022 art. 21), by version; never edited. An answer keeps the version it was given to: registry.consent.notice_version.';
comment on column registry.consent_notice.valid_from is 'First day it is read to people; the version before it ends the day before.';
comment on column registry.consent_notice.text_id is 'What she signs; {lembaga} stands where the lender is named. spoken_id is the same as it is read aloud.';
alter table registry.consent_notice enable row level security, force row level security;
create policy city on registry.consent_notice for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.consent_notice to naik_app;

create view registry.current_household as
 SELECT DISTINCT ON (m.city_id, COALESCE(p.merged_into, p.id)) m.city_id,
    COALESCE(p.merged_into, p.id) AS person_id,
    m.household_id,
    m.relation,
    h.period,
    h.last_four,
    h.blind_index
   FROM ((registry.household_member m
     JOIN registry.household h ON (((h.city_id = m.city_id) AND (h.id = m.household_id))))
     JOIN registry.person p ON (((p.city_id = m.city_id) AND (p.id = m.person_id))))
  ORDER BY m.city_id, COALESCE(p.merged_into, p.id), h.period DESC, m.recorded_at DESC, m.household_id;
comment on table registry.current_household is 'The family each person belongs to now: the card of the latest period.';
grant select on registry.current_household to naik_app;

create table registry.data_request (
  city_id text not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  kind text not null,
  channel text not null,
  proof text not null,
  words text not null,
  field text,
  value text,
  received_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  state text not null default 'open'::text,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  answered_name text,
  state_before text,
  constraint data_request_pkey PRIMARY KEY (city_id, id),
  constraint data_request_city_id_number_key UNIQUE (city_id, number),
  constraint data_request_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint data_request_answer_check CHECK (((length(answer) >= 3) AND (length(answer) <= 1000))),
  constraint data_request_channel_check CHECK ((channel = ANY (ARRAY['counter'::text, 'letter'::text, 'phone'::text, 'mentor'::text]))),
  constraint data_request_check CHECK ((due_at = (received_at + '72:00:00'::interval))),
  constraint data_request_check1 CHECK (((kind = 'correction'::text) = (field IS NOT NULL))),
  constraint data_request_check2 CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint data_request_check3 CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint data_request_field_check CHECK ((length(field) <= 40)),
  constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'correction'::text, 'stop'::text, 'restriction'::text, 'erasure'::text, 'objection'::text]))),
  constraint data_request_number_check CHECK ((number ~ '^PDP-\d{4}-\d{4,}$'::text)),
  constraint data_request_proof_check CHECK ((proof = ANY (ARRAY['ktp'::text, 'card'::text, 'known'::text, 'power-of-attorney'::text]))),
  constraint data_request_state_before_check CHECK ((state_before = ANY (ARRAY['provisional'::text, 'registered'::text]))),
  constraint data_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text]))),
  constraint data_request_value_check CHECK ((length(value) <= 300)),
  constraint data_request_words_check CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
);
comment on table registry.data_request is 'A request under UU 27/2022 art. 5-13: who asked for what, how she was known, and what she was answered within 3x24 hours.';
comment on column registry.data_request.value is 'What the field should say, as she says; emptied with her other data when she is erased.';
comment on column registry.data_request.state_before is 'Of a granted restriction: what the record was before, and is again when it is lifted.';
CREATE INDEX data_request_by_person ON registry.data_request USING btree (city_id, person_id, received_at DESC);
CREATE UNIQUE INDEX data_request_once ON registry.data_request USING btree (city_id, person_id, kind, COALESCE(field, ''::text)) WHERE (state = 'open'::text);
CREATE INDEX data_request_open ON registry.data_request USING btree (city_id, due_at) WHERE (state = 'open'::text);
alter table registry.data_request enable row level security, force row level security;
create policy city on registry.data_request for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.data_request to naik_app;

create table registry.decree (
  city_id text not null,
  id uuid not null,
  kind text not null,
  number text not null,
  year integer not null,
  title text not null,
  signed_on date not null,
  valid_from date not null,
  valid_to date,
  signatory jsonb not null,
  content jsonb not null,
  content_hash bytea not null,
  supersedes_id uuid,
  signed_by uuid not null,
  verify_token text not null,
  created_at timestamp with time zone not null,
  constraint decree_pkey PRIMARY KEY (city_id, id),
  constraint decree_city_id_number_key UNIQUE (city_id, number),
  constraint decree_city_id_verify_token_key UNIQUE (city_id, verify_token),
  constraint decree_city_id_supersedes_id_fkey FOREIGN KEY (city_id, supersedes_id) REFERENCES registry.decree(city_id, id),
  constraint decree_kind_check CHECK ((kind = ANY (ARRAY['recognition'::text, 'amendment'::text, 'withdrawal'::text])))
);
comment on table registry.decree is 'A signed decree; its content is frozen here and never changes. Changes come by an amending or withdrawing decree.';
comment on column registry.decree.content is 'Everything the PDF is drawn from, without a NIK.';
alter table registry.decree enable row level security, force row level security;
create policy city on registry.decree for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.decree to naik_app;

create table registry.decree_group (
  city_id text not null,
  decree_id uuid not null,
  group_id uuid not null,
  annex integer not null,
  constraint decree_group_pkey PRIMARY KEY (city_id, decree_id, group_id),
  constraint decree_group_city_id_decree_id_fkey FOREIGN KEY (city_id, decree_id) REFERENCES registry.decree(city_id, id),
  constraint decree_group_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint decree_group_annex_check CHECK ((annex > 0))
);
comment on table registry.decree_group is 'Which group stands in which annex of a decree.';
CREATE INDEX decree_group_by_group ON registry.decree_group USING btree (city_id, group_id);
alter table registry.decree_group enable row level security, force row level security;
create policy city on registry.decree_group for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.decree_group to naik_app;

create table registry.document (
  city_id text not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  sha256 text not null,
  title text not null,
  made_at timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (city_id, id),
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['decree'::text, 'certificate'::text, 'member-cards'::text, 'receipt'::text, 'passbook'::text])))
);
comment on table registry.document is 'A PDF made from a subject, lying in the file store by its hash.';
CREATE INDEX document_by_subject ON registry.document USING btree (city_id, subject_kind, subject_id, kind, made_at DESC);
alter table registry.document enable row level security, force row level security;
create policy city on registry.document for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.document to naik_app;

create table registry.encounter (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  business_id uuid,
  known_id uuid,
  outcome text not null,
  met_on date not null,
  recorded_at timestamp with time zone not null,
  by_user uuid not null,
  by_name text not null,
  no_nik_why text,
  photo_sha256 text,
  notice_version integer not null,
  channel text not null,
  witness text,
  mark text,
  decided_at timestamp with time zone,
  decided_by uuid,
  constraint encounter_pkey PRIMARY KEY (city_id, id),
  constraint encounter_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint encounter_city_id_known_id_fkey FOREIGN KEY (city_id, known_id) REFERENCES registry.person(city_id, id),
  constraint encounter_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint encounter_channel_check CHECK ((channel = ANY (ARRAY['written'::text, 'thumbprint'::text, 'spoken'::text]))),
  constraint encounter_check CHECK (((witness IS NOT NULL) OR (channel = 'written'::text))),
  constraint encounter_check1 CHECK (((mark IS NULL) = (channel = 'spoken'::text))),
  constraint encounter_check2 CHECK (((outcome <> 'same'::text) OR (known_id IS NOT NULL))),
  constraint encounter_mark_check CHECK (((length(mark) <= 20000) AND (mark ~ '^[MLZ0-9. -]+$'::text))),
  constraint encounter_no_nik_why_check CHECK ((no_nik_why = ANY (ARRAY['not-with-her'::text, 'no-card'::text, 'unreadable'::text, 'not-wanted'::text]))),
  constraint encounter_notice_version_check CHECK ((notice_version > 0)),
  constraint encounter_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'review'::text]))),
  constraint encounter_photo_sha256_check CHECK ((photo_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint encounter_witness_check CHECK (((length(witness) >= 2) AND (length(witness) <= 120)))
);
comment on table registry.encounter is 'Somebody met and written down on the spot, for the first time or though she was here already, with the evidence that she agreed to the statement read to her (UU 27/2022 art. 24).';
comment on column registry.encounter.person_id is 'The id the phone gave her; merged into known_id when she was here already.';
comment on column registry.encounter.notice_version is 'Version of the spoken statement that was read to her.';
comment on column registry.encounter.mark is 'The path (SVG) of her signature or thumb on the screen, drawn in a field of 320 × 160.';
CREATE INDEX encounter_by_known ON registry.encounter USING btree (city_id, known_id, met_on DESC) WHERE (known_id IS NOT NULL);
CREATE INDEX encounter_by_person ON registry.encounter USING btree (city_id, person_id, met_on DESC);
CREATE INDEX encounter_by_user ON registry.encounter USING btree (city_id, by_user, recorded_at DESC);
alter table registry.encounter enable row level security, force row level security;
create policy city on registry.encounter for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.encounter to naik_app;

create table registry.group_event (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  decree_id uuid,
  constraint group_event_pkey PRIMARY KEY (city_id, id),
  constraint group_event_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint group_event_kind_check CHECK ((kind = ANY (ARRAY['proposed'::text, 'verified'::text, 'refused'::text, 'recognised'::text, 'activated'::text, 'amended'::text, 'frozen'::text, 'unfrozen'::text, 'withdrawn'::text, 'ended'::text])))
);
comment on table registry.group_event is 'The life of a group, step by step, with who and when.';
CREATE INDEX group_event_by_group ON registry.group_event USING btree (city_id, group_id, at);
alter table registry.group_event enable row level security, force row level security;
create policy city on registry.group_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.group_event to naik_app;

create table registry.household (
  city_id text not null,
  id uuid not null,
  sealed bytea not null,
  blind_index bytea not null,
  last_four text not null,
  period text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  next_index bytea,
  constraint household_pkey PRIMARY KEY (city_id, id),
  constraint household_city_id_blind_index_period_key UNIQUE (city_id, blind_index, period),
  constraint household_blind_index_check CHECK ((length(blind_index) = 32)),
  constraint household_last_four_check CHECK ((last_four ~ '^\d{4}$'::text)),
  constraint household_next_index_check CHECK ((length(next_index) = 32)),
  constraint household_period_check CHECK ((period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
);
comment on table registry.household is 'A family by its KK number and the month that number was seen to hold: a KK changes when a family splits or moves, a NIK never does. The number is sealed.';
comment on column registry.household.next_index is 'As registry.identifier.next_index.';
CREATE INDEX household_by_card ON registry.household USING btree (city_id, blind_index, period DESC);
alter table registry.household enable row level security, force row level security;
create policy city on registry.household for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.household to naik_app;

create table registry.household_member (
  city_id text not null,
  household_id uuid not null,
  person_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  relation text,
  constraint household_member_pkey PRIMARY KEY (city_id, household_id, person_id),
  constraint household_member_city_id_household_id_fkey FOREIGN KEY (city_id, household_id) REFERENCES registry.household(city_id, id),
  constraint household_member_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint household_member_relation_check CHECK ((relation = ANY (ARRAY['head'::text, 'spouse'::text, 'child'::text, 'parent'::text, 'other'::text])))
);
comment on table registry.household_member is 'Who showed that she is of a household; the latest period is where she belongs now.';
comment on column registry.household_member.relation is 'What she is to the head of the family; null while nobody said.';
CREATE INDEX household_member_by_person ON registry.household_member USING btree (city_id, person_id);
alter table registry.household_member enable row level security, force row level security;
create policy city on registry.household_member for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.household_member to naik_app;

create table registry.household_said (
  city_id text not null,
  id uuid not null,
  household_id uuid not null,
  said_on date not null,
  head_sex text not null,
  people integer not null,
  children integer not null,
  spending_rupiah bigint,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  constraint household_said_pkey PRIMARY KEY (city_id, id),
  constraint household_said_city_id_household_id_fkey FOREIGN KEY (city_id, household_id) REFERENCES registry.household(city_id, id),
  constraint household_said_check CHECK (((children >= 0) AND (children < people))),
  constraint household_said_head_sex_check CHECK ((head_sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint household_said_people_check CHECK (((people >= 1) AND (people <= 30))),
  constraint household_said_spending_rupiah_check CHECK ((spending_rupiah > 0))
);
comment on table registry.household_said is 'What a family said of itself on a day; the latest is what holds. Children are counted, never named (UU 27/2022 art. 25).';
comment on column registry.household_said.head_sex is 'Of the head of the family, who need not be on the register herself.';
comment on column registry.household_said.spending_rupiah is 'What the whole family spends in a month, whole rupiah: with the people in it, what extreme poverty is measured by.';
CREATE INDEX household_said_latest ON registry.household_said USING btree (city_id, household_id, said_on DESC, recorded_at DESC);
alter table registry.household_said enable row level security, force row level security;
create policy city on registry.household_said for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.household_said to naik_app;

create table registry.identifier (
  city_id text not null,
  person_id uuid not null,
  kind text not null,
  sealed bytea not null,
  blind_index bytea not null,
  last_four text not null,
  source text not null,
  warnings jsonb not null default '[]'::jsonb,
  recorded_at timestamp with time zone not null default now(),
  next_index bytea,
  constraint identifier_pkey PRIMARY KEY (city_id, person_id, kind),
  constraint identifier_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint identifier_blind_index_check CHECK ((length(blind_index) = 32)),
  constraint identifier_kind_check CHECK ((kind = ANY (ARRAY['nik'::text, 'kk'::text, 'npwp'::text]))),
  constraint identifier_last_four_check CHECK ((last_four ~ '^\d{4}$'::text)),
  constraint identifier_next_index_check CHECK ((length(next_index) = 32))
);
comment on table registry.identifier is 'NIK, KK and NPWP: sealed with a key from outside the database, found by a keyed hash, read only with a logged reason.';
comment on column registry.identifier.next_index is 'The blind index under the key that is being introduced; it takes the other''s place when every number has it.';
CREATE INDEX identifier_by_index ON registry.identifier USING btree (city_id, kind, blind_index);
CREATE UNIQUE INDEX identifier_nik_once ON registry.identifier USING btree (city_id, blind_index) WHERE (kind = 'nik'::text);
alter table registry.identifier enable row level security, force row level security;
create policy city on registry.identifier for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.identifier to naik_app;

create table registry.import_batch (
  city_id text not null,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  state text not null,
  sheet text,
  shape jsonb,
  mapping jsonb,
  counts jsonb not null default '{}'::jsonb,
  problem jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid,
  department_id uuid,
  department_name text,
  constraint import_batch_pkey PRIMARY KEY (city_id, id),
  constraint import_batch_check CHECK (((department_id IS NULL) = (department_name IS NULL))),
  constraint import_batch_department_name_check CHECK (((length(department_name) >= 2) AND (length(department_name) <= 120))),
  constraint import_batch_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'read'::text, 'mapped'::text, 'previewing'::text, 'previewed'::text, 'applying'::text, 'applied'::text, 'failed'::text, 'cancelled'::text, 'undone'::text])))
);
comment on table registry.import_batch is 'One uploaded spreadsheet on its way into the registry; applied whole or not at all.';
comment on column registry.import_batch.undone_at is 'When its people and businesses were taken out again; null while they are there.';
comment on column registry.import_batch.department_id is 'The department (or partner) whose list the file is; null where nobody said.';
comment on column registry.import_batch.department_name is 'Its name on the day of the upload.';
CREATE INDEX import_batch_by_time ON registry.import_batch USING btree (city_id, uploaded_at DESC);
alter table registry.import_batch enable row level security, force row level security;
create policy city on registry.import_batch for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.import_batch to naik_app;

create table registry.import_gap (
  city_id text not null,
  batch_id uuid not null,
  person_id uuid not null,
  field text not null,
  value text not null,
  constraint import_gap_pkey PRIMARY KEY (city_id, batch_id, person_id, field),
  constraint import_gap_city_id_batch_id_fkey FOREIGN KEY (city_id, batch_id) REFERENCES registry.import_batch(city_id, id),
  constraint import_gap_field_check CHECK ((field = ANY (ARRAY['sex'::text, 'born_on'::text, 'phone'::text, 'kelurahan_code'::text, 'address'::text, 'place_text'::text])))
);
comment on table registry.import_gap is 'What a file filled of somebody known whose field was empty, so that undoing the file empties it again where nobody changed it since.';
CREATE INDEX import_gap_by_person ON registry.import_gap USING btree (city_id, person_id);
alter table registry.import_gap enable row level security, force row level security;
create policy city on registry.import_gap for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.import_gap to naik_app;

create table registry.import_mapping (
  city_id text not null,
  id uuid not null,
  fingerprint text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (city_id, id),
  constraint import_mapping_city_id_fingerprint_key UNIQUE (city_id, fingerprint)
);
comment on table registry.import_mapping is 'A column mapping a person corrected, remembered for the next file of the same shape.';
alter table registry.import_mapping enable row level security, force row level security;
create policy city on registry.import_mapping for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.import_mapping to naik_app;

create table registry.import_row (
  city_id text not null,
  batch_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  candidate jsonb,
  outcome text,
  reasons jsonb not null default '[]'::jsonb,
  person_id uuid,
  business_id uuid,
  row_key bytea,
  decided text,
  known_id uuid,
  brought boolean not null default false,
  next_row_key bytea,
  constraint import_row_pkey PRIMARY KEY (city_id, batch_id, row_number),
  constraint import_row_city_id_batch_id_fkey FOREIGN KEY (city_id, batch_id) REFERENCES registry.import_batch(city_id, id),
  constraint import_row_city_id_known_id_fkey FOREIGN KEY (city_id, known_id) REFERENCES registry.person(city_id, id),
  constraint import_row_decided_check CHECK ((decided = ANY (ARRAY['same'::text, 'new'::text]))),
  constraint import_row_next_row_key_check CHECK ((length(next_row_key) = 32)),
  constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'review'::text, 'repair'::text]))),
  constraint import_row_row_key_check CHECK ((length(row_key) = 32))
);
comment on table registry.import_row is 'One row of a file and how it ended: new, same as an existing record, to review, or to repair with a reason. NIKs are sealed inside cells and candidate.';
comment on column registry.import_row.person_id is 'Whom applying the row registered or found; null until it is applied.';
comment on column registry.import_row.row_key is 'Keyed hash of everything the row says; a row applied before is found by it, so importing a file again changes nothing.';
comment on column registry.import_row.decided is 'What a person decided of a row to review: the same as the known person, or somebody new.';
comment on column registry.import_row.known_id is 'The person of the registry the row is, or may be, about.';
comment on column registry.import_row.brought is 'Whether applying the row registered its person, rather than finding her.';
comment on column registry.import_row.next_row_key is 'As registry.identifier.next_index. A row whose words were forgotten cannot be hashed anew and loses its key.';
CREATE INDEX import_row_applied_by_key ON registry.import_row USING btree (city_id, row_key) WHERE (person_id IS NOT NULL);
CREATE INDEX import_row_by_outcome ON registry.import_row USING btree (city_id, batch_id, outcome, row_number);
CREATE INDEX import_row_by_person ON registry.import_row USING btree (city_id, person_id) WHERE (person_id IS NOT NULL);
alter table registry.import_row enable row level security, force row level security;
create policy city on registry.import_row for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant delete, insert, select, update on registry.import_row to naik_app;

create view registry.latest_decile as
 SELECT DISTINCT ON (a.city_id, COALESCE(p.merged_into, p.id)) a.city_id,
    COALESCE(p.merged_into, p.id) AS person_id,
    a.decile,
    a.quarter,
    a.source,
    a.match_method,
    a.recorded_at
   FROM (registry.welfare_assessment a
     JOIN registry.person p ON (((p.city_id = a.city_id) AND (p.id = a.person_id))))
  ORDER BY a.city_id, COALESCE(p.merged_into, p.id), a.quarter DESC, a.recorded_at DESC, a.id;
comment on table registry.latest_decile is 'The decile of the latest quarter each person was on a list; whether it still holds is for the grace period to say.';
grant select on registry.latest_decile to naik_app;

create table registry.legal_hold (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  why text not null,
  until_on date not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_name text not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_name text,
  lifted_why text,
  constraint legal_hold_pkey PRIMARY KEY (city_id, id),
  constraint legal_hold_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint legal_hold_check CHECK ((((lifted_at IS NULL) = (lifted_why IS NULL)) AND ((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_name IS NULL)))),
  constraint legal_hold_lifted_why_check CHECK (((length(lifted_why) >= 3) AND (length(lifted_why) <= 500))),
  constraint legal_hold_why_check CHECK (((length(why) >= 3) AND (length(why) <= 500)))
);
comment on table registry.legal_hold is 'Nothing of her is erased until then, whoever asks and however old it is: an audit, a court, an inquiry. Lifted early only with a reason.';
CREATE INDEX legal_hold_by_person ON registry.legal_hold USING btree (city_id, person_id, until_on);
alter table registry.legal_hold enable row level security, force row level security;
create policy city on registry.legal_hold for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.legal_hold to naik_app;

create table registry.member_card (
  city_id text not null,
  id uuid not null,
  membership_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  number text not null,
  token text not null,
  issued_on date not null,
  valid_to date,
  pin_hash text,
  pin_set_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_why text,
  constraint member_card_pkey PRIMARY KEY (city_id, id),
  constraint member_card_city_id_number_key UNIQUE (city_id, number),
  constraint member_card_city_id_token_key UNIQUE (city_id, token),
  constraint member_card_city_id_membership_id_fkey FOREIGN KEY (city_id, membership_id) REFERENCES registry.membership(city_id, id),
  constraint member_card_token_check CHECK ((token ~ '^[A-Za-z0-9_-]{22}$'::text))
);
comment on table registry.member_card is 'A QR card. The token opens a public page that shows validity only; with her PIN the member sees her own page.';
CREATE INDEX member_card_by_group ON registry.member_card USING btree (city_id, group_id);
CREATE INDEX member_card_by_person ON registry.member_card USING btree (city_id, person_id);
alter table registry.member_card enable row level security, force row level security;
create policy city on registry.member_card for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.member_card to naik_app;

create table registry.membership (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  programme text not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  constraint membership_pkey PRIMARY KEY (city_id, id),
  constraint membership_city_id_business_id_fkey FOREIGN KEY (city_id, business_id) REFERENCES registry.business(city_id, id),
  constraint membership_city_id_group_id_fkey FOREIGN KEY (city_id, group_id) REFERENCES registry.business_group(city_id, id),
  constraint membership_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['ketua'::text, 'sekretaris'::text, 'bendahara'::text, 'anggota'::text])))
);
comment on table registry.membership is 'Who belongs to a group, in which role, from when to when.';
CREATE INDEX membership_by_group ON registry.membership USING btree (city_id, group_id) WHERE (valid_to IS NULL);
CREATE INDEX membership_by_person ON registry.membership USING btree (city_id, person_id);
CREATE UNIQUE INDEX membership_office_once ON registry.membership USING btree (city_id, group_id, role) WHERE ((valid_to IS NULL) AND (role <> 'anggota'::text));
CREATE UNIQUE INDEX membership_once ON registry.membership USING btree (city_id, programme, person_id) WHERE (valid_to IS NULL);
alter table registry.membership enable row level security, force row level security;
create policy city on registry.membership for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.membership to naik_app;

create table registry.people_list (
  city_id text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  quarter text,
  whole boolean not null default false,
  department_id uuid,
  department_name text,
  service text,
  given_on date not null,
  file_name text not null,
  state text not null,
  counts jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  applied_at timestamp with time zone,
  constraint people_list_pkey PRIMARY KEY (city_id, id),
  constraint people_list_check CHECK (((kind = 'decile'::text) = (quarter IS NOT NULL))),
  constraint people_list_check1 CHECK ((((kind = 'department'::text) = (department_id IS NOT NULL)) AND ((department_id IS NULL) = (department_name IS NULL)))),
  constraint people_list_check2 CHECK (((kind = 'department'::text) OR (service IS NULL))),
  constraint people_list_check3 CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL))),
  constraint people_list_kind_check CHECK ((kind = ANY (ARRAY['decile'::text, 'department'::text]))),
  constraint people_list_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text)),
  constraint people_list_service_check CHECK ((service = ANY (ARRAY['training'::text, 'capital'::text, 'equipment'::text, 'mentoring'::text, 'permit'::text, 'market'::text]))),
  constraint people_list_state_check CHECK ((state = ANY (ARRAY['read'::text, 'applied'::text, 'dropped'::text]))),
  constraint people_list_title_check CHECK (((length(title) >= 3) AND (length(title) <= 160)))
);
comment on table registry.people_list is 'A list somebody keeps of people: deciles of a quarter, or whom a department fosters or gave something to. Its people are found on the register; nobody is registered by it, and of whoever is not here nothing is kept but the count.';
comment on column registry.people_list.whole is 'Whether it names everybody of the city: only then does missing from it mean having dropped out.';
comment on column registry.people_list.service is 'What the department gave those on it; null where it merely lists them.';
CREATE INDEX people_list_by_time ON registry.people_list USING btree (city_id, recorded_at DESC);
CREATE UNIQUE INDEX people_list_quarter_once ON registry.people_list USING btree (city_id, quarter) WHERE ((kind = 'decile'::text) AND whole AND (state = 'applied'::text));
alter table registry.people_list enable row level security, force row level security;
create policy city on registry.people_list for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.people_list to naik_app;

create table registry.people_list_row (
  city_id text not null,
  list_id uuid not null,
  row_number integer not null,
  name text not null,
  born_on date,
  nik_last_four text,
  kk_sealed bytea,
  kk_index bytea,
  kk_last_four text,
  relation text,
  decile integer,
  outcome text not null,
  method text,
  person_id uuid,
  candidates uuid[] not null default '{}'::uuid[],
  decided_by uuid,
  decided_name text,
  next_kk_index bytea,
  constraint people_list_row_pkey PRIMARY KEY (city_id, list_id, row_number),
  constraint people_list_row_city_id_list_id_fkey FOREIGN KEY (city_id, list_id) REFERENCES registry.people_list(city_id, id),
  constraint people_list_row_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint people_list_row_check CHECK (((kk_sealed IS NULL) = (kk_index IS NULL))),
  constraint people_list_row_check1 CHECK ((((outcome = 'matched'::text) = (person_id IS NOT NULL)) AND ((person_id IS NULL) = (method IS NULL)))),
  constraint people_list_row_check2 CHECK (((outcome <> 'refused'::text) OR (decided_by IS NOT NULL))),
  constraint people_list_row_decile_check CHECK (((decile >= 1) AND (decile <= 10))),
  constraint people_list_row_kk_index_check CHECK ((length(kk_index) = 32)),
  constraint people_list_row_kk_last_four_check CHECK ((kk_last_four ~ '^\d{4}$'::text)),
  constraint people_list_row_method_check CHECK ((method = ANY (ARRAY['nik'::text, 'name-birth'::text, 'family-card'::text, 'chosen'::text]))),
  constraint people_list_row_next_kk_index_check CHECK ((length(next_kk_index) = 32)),
  constraint people_list_row_nik_last_four_check CHECK ((nik_last_four ~ '^\d{4}$'::text)),
  constraint people_list_row_outcome_check CHECK ((outcome = ANY (ARRAY['matched'::text, 'review'::text, 'refused'::text]))),
  constraint people_list_row_relation_check CHECK ((relation = ANY (ARRAY['head'::text, 'spouse'::text, 'child'::text, 'parent'::text, 'other'::text])))
);
comment on table registry.people_list_row is 'A row of such a list that is, or may be, about somebody on the register: by NIK, by name and day of birth, by the family card, or as an officer chose.';
comment on column registry.people_list_row.next_kk_index is 'As registry.identifier.next_index.';
CREATE INDEX people_list_row_by_person ON registry.people_list_row USING btree (city_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX people_list_row_to_review ON registry.people_list_row USING btree (city_id, list_id, row_number) WHERE (outcome = 'review'::text);
alter table registry.people_list_row enable row level security, force row level security;
create policy city on registry.people_list_row for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.people_list_row to naik_app;

create table registry.person (
  city_id text not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  sex text,
  born_on date,
  phone text,
  kelurahan_code text,
  address text,
  place_text text,
  state text not null default 'registered'::text,
  merged_into uuid,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null,
  kecamatan_code text generated always as ("left"(kelurahan_code, 8)),
  rt text,
  rw text,
  constraint person_pkey PRIMARY KEY (city_id, id),
  constraint person_city_id_kelurahan_code_fkey FOREIGN KEY (city_id, kelurahan_code) REFERENCES registry.region(city_id, code),
  constraint person_merged_known FOREIGN KEY (city_id, merged_into) REFERENCES registry.person(city_id, id),
  constraint person_merged_elsewhere CHECK ((merged_into <> id)),
  constraint person_merged_whole CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint person_phone_check CHECK ((phone ~ '^\+\d{8,15}$'::text)),
  constraint person_rt_check CHECK ((rt ~ '^\d{1,3}$'::text)),
  constraint person_rw_check CHECK ((rw ~ '^\d{1,3}$'::text)),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint person_state_check CHECK ((state = ANY (ARRAY['provisional'::text, 'registered'::text, 'merged'::text, 'restricted'::text, 'erased'::text])))
);
comment on table registry.person is 'One person once, though four departments listed her.';
comment on column registry.person.name_key is 'The name without titles and spelling habits, for comparing; never shown.';
comment on column registry.person.place_text is 'The place as a file gave it, where it could not be matched to a region.';
comment on column registry.person.state is 'Restricted: kept, and used for what she still owes or is owed and nothing else (UU 27/2022 art. 41). Erased: nothing of her is left but the id that other records name.';
comment on column registry.person.merged_into is 'Who she turned out to be; her own id stays, for what was sent under it.';
comment on column registry.person.kecamatan_code is 'The kecamatan of the kelurahan: the first eight signs of its code.';
CREATE INDEX person_by_birth ON registry.person USING btree (city_id, born_on) WHERE (born_on IS NOT NULL);
CREATE INDEX person_by_merged ON registry.person USING btree (city_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_by_name ON registry.person USING btree (city_id, name_key);
CREATE INDEX person_by_phone ON registry.person USING btree (city_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX person_listed_by_kecamatan ON registry.person USING btree (city_id, kecamatan_code, name, id) WHERE (state = ANY (ARRAY['provisional'::text, 'registered'::text]));
CREATE INDEX person_listed_by_kelurahan ON registry.person USING btree (city_id, kelurahan_code, name, id) WHERE (state = ANY (ARRAY['provisional'::text, 'registered'::text]));
CREATE INDEX person_listed_by_name ON registry.person USING btree (city_id, name, id) WHERE (state = ANY (ARRAY['provisional'::text, 'registered'::text]));
CREATE INDEX person_name_signs ON registry.person USING gin (city_id, name extensions.gin_trgm_ops);
CREATE INDEX person_phone_signs ON registry.person USING gin (city_id, phone extensions.gin_trgm_ops);
CREATE INDEX person_provisional ON registry.person USING btree (city_id, created_at, id) WHERE (state = 'provisional'::text);
alter table registry.person enable row level security, force row level security;
create policy city on registry.person for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
CREATE TRIGGER forget_welfare AFTER UPDATE OF state ON registry.person FOR EACH ROW WHEN (((new.state = 'erased'::text) AND (old.state <> 'erased'::text))) EXECUTE FUNCTION registry.forget_welfare();
CREATE TRIGGER people_again_into_search AFTER UPDATE ON registry.person REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.people_into_search();
CREATE TRIGGER people_into_search AFTER INSERT ON registry.person REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.people_into_search();
CREATE TRIGGER people_out_of_search AFTER DELETE ON registry.person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION registry.out_of_search('person');
grant insert, select, update on registry.person to naik_app;

create table registry.person_merge (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  into_id uuid not null,
  state_before text not null,
  also uuid[] not null default '{}'::uuid[],
  pair_id uuid,
  reason text not null,
  merged_at timestamp with time zone not null,
  merged_by uuid not null,
  merged_name text not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_name text,
  undone_why text,
  constraint person_merge_pkey PRIMARY KEY (city_id, id),
  constraint person_merge_city_id_into_id_fkey FOREIGN KEY (city_id, into_id) REFERENCES registry.person(city_id, id),
  constraint person_merge_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint person_merge_check CHECK ((person_id <> into_id)),
  constraint person_merge_check1 CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_name IS NULL)) AND ((undone_at IS NULL) = (undone_why IS NULL)))),
  constraint person_merge_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 300))),
  constraint person_merge_state_before_check CHECK ((state_before = ANY (ARRAY['provisional'::text, 'registered'::text]))),
  constraint person_merge_undone_why_check CHECK (((length(undone_why) >= 3) AND (length(undone_why) <= 300)))
);
comment on table registry.person_merge is 'A record found to be of the same person as another. Nothing that hangs on it is moved: loans, savings, memberships and consents stay under the id they were made with, and are read together with those of the record it leads to. So taking them apart gives back exactly what was.';
comment on column registry.person_merge.person_id is 'The record that now leads to the other.';
comment on column registry.person_merge.also is 'Records that led to this one before, and since lead on.';
comment on column registry.person_merge.pair_id is 'The pair of the review queue it was decided on.';
CREATE INDEX person_merge_by_into ON registry.person_merge USING btree (city_id, into_id, merged_at DESC);
CREATE UNIQUE INDEX person_merge_standing_once ON registry.person_merge USING btree (city_id, person_id) WHERE (undone_at IS NULL);
alter table registry.person_merge enable row level security, force row level security;
create policy city on registry.person_merge for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.person_merge to naik_app;

create table registry.profile_proposal (
  city_id text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  field text not null,
  base_value text,
  standing_value text,
  proposed_value text,
  sealed bytea,
  blind_index bytea,
  source_kind text not null,
  source_id uuid not null,
  state text not null default 'open'::text,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_name text not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_name text,
  reason text,
  next_index bytea,
  constraint profile_proposal_pkey PRIMARY KEY (city_id, id),
  constraint profile_proposal_city_id_source_id_subject_id_field_key UNIQUE (city_id, source_id, subject_id, field),
  constraint profile_proposal_blind_index_check CHECK ((length(blind_index) = 32)),
  constraint profile_proposal_check CHECK ((((field = 'nik'::text) = (sealed IS NOT NULL)) AND ((sealed IS NULL) = (blind_index IS NULL)))),
  constraint profile_proposal_check1 CHECK ((((state = 'open'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint profile_proposal_check2 CHECK ((decided_by <> proposed_by)),
  constraint profile_proposal_next_index_check CHECK ((length(next_index) = 32)),
  constraint profile_proposal_reason_check CHECK ((length(reason) <= 300)),
  constraint profile_proposal_source_kind_check CHECK ((source_kind = ANY (ARRAY['encounter'::text, 'correction'::text]))),
  constraint profile_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'kept'::text]))),
  constraint profile_proposal_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'business'::text])))
);
comment on table registry.profile_proposal is 'A value for a field that had another by the time it arrived: the standing one stays until somebody else decides.';
comment on column registry.profile_proposal.base_value is 'What its author saw when she wrote; null also when she saw nothing there.';
comment on column registry.profile_proposal.standing_value is 'What stood there when it arrived; a NIK by its last four digits.';
comment on column registry.profile_proposal.sealed is 'A proposed NIK; proposed_value then shows its last four digits.';
comment on column registry.profile_proposal.next_index is 'As registry.identifier.next_index.';
CREATE INDEX profile_proposal_by_author ON registry.profile_proposal USING btree (city_id, proposed_by, proposed_at DESC);
CREATE INDEX profile_proposal_by_subject ON registry.profile_proposal USING btree (city_id, subject_id, proposed_at DESC);
CREATE INDEX profile_proposal_open ON registry.profile_proposal USING btree (city_id, proposed_at, id) WHERE (state = 'open'::text);
alter table registry.profile_proposal enable row level security, force row level security;
create policy city on registry.profile_proposal for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.profile_proposal to naik_app;

create table registry.region (
  city_id text not null,
  code text not null,
  scheme text not null default 'kemendagri'::text,
  level text not null,
  name text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  split_from text,
  tile_column integer,
  tile_row integer,
  latitude numeric(9,6),
  longitude numeric(9,6),
  constraint region_pkey PRIMARY KEY (city_id, code),
  constraint region_city_id_parent_code_fkey FOREIGN KEY (city_id, parent_code) REFERENCES registry.region(city_id, code),
  constraint region_code_check CHECK ((code ~ '^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$'::text)),
  constraint region_level_check CHECK ((level = ANY (ARRAY['city'::text, 'kecamatan'::text, 'kelurahan'::text]))),
  constraint region_scheme_check CHECK ((scheme = 'kemendagri'::text))
);
comment on table registry.region is 'Regions by Kemendagri code (data: idn-area-data, ODbL). The BPS code of the same digits is another place.';
comment on column registry.region.tile_column is 'Where the kecamatan stands on the tile map of the city, roughly as on the ground.';
alter table registry.region enable row level security, force row level security;
create policy city on registry.region for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.region to naik_app;

create table registry.region_boundary (
  city_id text not null,
  code text not null,
  polygons jsonb not null,
  source text not null,
  imported_at timestamp with time zone not null,
  imported_by uuid not null,
  constraint region_boundary_pkey PRIMARY KEY (city_id, code),
  constraint region_boundary_city_id_code_fkey FOREIGN KEY (city_id, code) REFERENCES registry.region(city_id, code),
  constraint region_boundary_polygons_check CHECK ((jsonb_typeof(polygons) = 'array'::text)),
  constraint region_boundary_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);
comment on table registry.region_boundary is 'The borders of a kelurahan as the city''s own file has them. Another file takes the place of what a kelurahan had.';
comment on column registry.region_boundary.polygons is 'As GeoJSON writes a MultiPolygon: polygons of rings of longitude and latitude, the first ring around, the others holes.';
comment on column registry.region_boundary.source is 'The file they came from, shown under every map.';
alter table registry.region_boundary enable row level security, force row level security;
create policy city on registry.region_boundary for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on registry.region_boundary to naik_app;

create table registry.retention_run (
  city_id text not null,
  id uuid not null,
  class text not null,
  cut_off date not null,
  gone integer not null,
  held integer not null,
  ran_at timestamp with time zone not null,
  ran_name text not null,
  constraint retention_run_pkey PRIMARY KEY (city_id, id),
  constraint retention_run_gone_check CHECK ((gone >= 0)),
  constraint retention_run_held_check CHECK ((held >= 0))
);
comment on table registry.retention_run is 'Each time a class of what is kept was looked through for what is past its period: how much went, how much a hold kept. Without names.';
CREATE INDEX retention_run_by_class ON registry.retention_run USING btree (city_id, class, ran_at DESC);
alter table registry.retention_run enable row level security, force row level security;
create policy city on registry.retention_run for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.retention_run to naik_app;

create table registry.search_entry (
  city_id text not null,
  kind text not null,
  id uuid not null,
  key text not null,
  words tsvector not null,
  constraint search_entry_pkey PRIMARY KEY (city_id, kind, id),
  constraint search_entry_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'business'::text, 'group'::text])))
);
comment on table registry.search_entry is 'What may be found: who and what stands on the register, one line each, kept by triggers in the transaction that writes it. No NIK is in it.';
comment on column registry.search_entry.key is 'Its name without titles, as name_key has it, so that those which begin with what is typed are read along an index.';
comment on column registry.search_entry.words is 'All it is found by: words of its name, product and owners, its places by code, telephone from either end, NIB; each behind its city and kind, as 15.71psiti.';
CREATE INDEX search_entry_by_key ON registry.search_entry USING btree (city_id, kind, key, id);
CREATE INDEX search_entry_words ON registry.search_entry USING gin (words);
alter table registry.search_entry enable row level security, force row level security;
create policy city on registry.search_entry for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on registry.search_entry to naik_app;

create table registry.search_word (
  city_id text not null,
  word text not null,
  said text not null,
  sound text not null,
  letters integer not null
);
comment on table registry.search_word is 'The words names and products are made of, to find the one meant by a slip. A word that two transactions bring at once may stand twice: waiting for each other would cost more than it is worth.';
comment on column registry.search_word.said is 'The word in one spelling; what is typed is compared with this.';
CREATE INDEX search_word_by_said ON registry.search_word USING btree (city_id, said) INCLUDE (letters, word);
CREATE INDEX search_word_by_sound ON registry.search_word USING btree (city_id, sound) INCLUDE (said, letters, word);
CREATE INDEX search_word_by_word ON registry.search_word USING btree (city_id, word);
alter table registry.search_word enable row level security, force row level security;
create policy city on registry.search_word for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select on registry.search_word to naik_app;

create table registry.source_value (
  city_id text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  field text not null,
  value text not null,
  origin jsonb not null,
  recorded_at timestamp with time zone not null default now(),
  constraint source_value_pkey PRIMARY KEY (city_id, id),
  constraint source_value_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'business'::text])))
);
comment on table registry.source_value is 'Every value a file or person gave, with file, sheet and row; the best is chosen by rule, not by overwriting.';
CREATE INDEX source_value_by_batch ON registry.source_value USING btree (city_id, ((origin ->> 'batch'::text)));
CREATE INDEX source_value_by_subject ON registry.source_value USING btree (city_id, subject_kind, subject_id);
alter table registry.source_value enable row level security, force row level security;
create policy city on registry.source_value for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.source_value to naik_app;

create table registry.welfare_assessment (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  household_id uuid,
  decile integer not null,
  quarter text not null,
  source text not null,
  match_method text not null,
  list_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  by_name text not null,
  constraint welfare_assessment_pkey PRIMARY KEY (city_id, id),
  constraint welfare_assessment_city_id_list_id_person_id_key UNIQUE (city_id, list_id, person_id),
  constraint welfare_assessment_city_id_household_id_fkey FOREIGN KEY (city_id, household_id) REFERENCES registry.household(city_id, id),
  constraint welfare_assessment_city_id_list_id_fkey FOREIGN KEY (city_id, list_id) REFERENCES registry.people_list(city_id, id),
  constraint welfare_assessment_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint welfare_assessment_decile_check CHECK (((decile >= 1) AND (decile <= 10))),
  constraint welfare_assessment_match_method_check CHECK ((match_method = ANY (ARRAY['nik'::text, 'name-birth'::text, 'family-card'::text, 'chosen'::text]))),
  constraint welfare_assessment_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text))
);
comment on table registry.welfare_assessment is 'The decile a list gave her family in a quarter, and how she was found on it. Never overwritten: a new quarter is a new row (Inpres 4/2025: DTSEN changes four times a year).';
CREATE INDEX welfare_assessment_by_household ON registry.welfare_assessment USING btree (city_id, household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX welfare_assessment_by_person ON registry.welfare_assessment USING btree (city_id, person_id, quarter DESC);
alter table registry.welfare_assessment enable row level security, force row level security;
create policy city on registry.welfare_assessment for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.welfare_assessment to naik_app;

create table registry.welfare_proposal (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  asks text not null,
  why text not null,
  by_herself boolean not null,
  decile integer,
  quarter text,
  state text not null default 'open'::text,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_name text not null,
  answer text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_name text,
  constraint welfare_proposal_pkey PRIMARY KEY (city_id, id),
  constraint welfare_proposal_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint welfare_proposal_answer_check CHECK (((length(answer) >= 3) AND (length(answer) <= 500))),
  constraint welfare_proposal_asks_check CHECK ((asks = ANY (ARRAY['lower'::text, 'higher'::text, 'listed'::text, 'unlisted'::text]))),
  constraint welfare_proposal_check CHECK ((((state = 'open'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (answer IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint welfare_proposal_check1 CHECK ((decided_by <> proposed_by)),
  constraint welfare_proposal_decile_check CHECK (((decile >= 1) AND (decile <= 10))),
  constraint welfare_proposal_quarter_check CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text)),
  constraint welfare_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'forwarded'::text, 'refused'::text]))),
  constraint welfare_proposal_why_check CHECK (((length(why) >= 5) AND (length(why) <= 500)))
);
comment on table registry.welfare_proposal is 'Somebody says that what the list says of a family is wrong. The city forwards it to whoever keeps the list, or says why not; a decile changes by the next list alone.';
comment on column registry.welfare_proposal.decile is 'What the list said when it was proposed; null where she was on none.';
CREATE INDEX welfare_proposal_by_person ON registry.welfare_proposal USING btree (city_id, person_id, proposed_at DESC);
CREATE UNIQUE INDEX welfare_proposal_once ON registry.welfare_proposal USING btree (city_id, person_id) WHERE (state = 'open'::text);
alter table registry.welfare_proposal enable row level security, force row level security;
create policy city on registry.welfare_proposal for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.welfare_proposal to naik_app;

create table reporting.snapshot (
  city_id text not null,
  id uuid not null,
  indicator text not null,
  cut_off timestamp with time zone not null,
  as_of date not null,
  numerator numeric not null,
  denominator numeric,
  detail jsonb not null default '{}'::jsonb,
  frozen_by uuid not null,
  constraint snapshot_pkey PRIMARY KEY (city_id, id),
  constraint snapshot_city_id_indicator_as_of_key UNIQUE (city_id, indicator, as_of)
);
comment on table reporting.snapshot is 'A figure frozen at its cut-off, so that what the mayor said can be found again.';
alter table reporting.snapshot enable row level security, force row level security;
create policy city on reporting.snapshot for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on reporting.snapshot to naik_app;

create table savings.account (
  city_id text not null,
  id uuid not null,
  number text not null,
  institution_id uuid not null,
  person_id uuid not null,
  kind text not null,
  opened_on date not null,
  closed_on date,
  constraint account_pkey PRIMARY KEY (city_id, id),
  constraint account_city_id_institution_id_person_id_kind_key UNIQUE (city_id, institution_id, person_id, kind),
  constraint account_city_id_number_key UNIQUE (city_id, number),
  constraint account_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['compulsory'::text, 'voluntary'::text, 'principal'::text, 'mandatory'::text])))
);
comment on table savings.account is 'A member''s savings at an institution; its balance is its ledger leaf.';
CREATE INDEX savings_account_by_person ON savings.account USING btree (city_id, person_id);
alter table savings.account enable row level security, force row level security;
create policy city on savings.account for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on savings.account to naik_app;

create table savings.movement (
  city_id text not null,
  id uuid not null,
  account_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null,
  source text not null,
  source_id uuid,
  journal_id uuid not null,
  constraint movement_pkey PRIMARY KEY (city_id, id),
  constraint movement_amount_rupiah_check CHECK ((amount_rupiah <> 0)),
  constraint movement_source_check CHECK ((source = ANY (ARRAY['meeting'::text, 'disbursement'::text, 'office'::text, 'shu'::text])))
);
comment on table savings.movement is 'Money into (positive) or out of (negative) a savings account.';
CREATE INDEX savings_movement_by_account ON savings.movement USING btree (city_id, account_id, on_day, id);
CREATE INDEX savings_movement_by_source ON savings.movement USING btree (city_id, source_id);
alter table savings.movement enable row level security, force row level security;
create policy city on savings.movement for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on savings.movement to naik_app;

create table savings.shu_division (
  city_id text not null,
  institution_id uuid not null,
  year integer not null,
  paid_to text not null,
  total_rupiah bigint not null,
  members integer not null,
  meeting_document text not null,
  journal_id uuid,
  decided_at timestamp with time zone not null,
  proposed_by uuid not null,
  approved_by uuid not null,
  constraint shu_division_pkey PRIMARY KEY (city_id, institution_id, year),
  constraint shu_division_city_id_institution_id_fkey FOREIGN KEY (city_id, institution_id) REFERENCES partners.institution(city_id, id),
  constraint shu_division_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint shu_division_check CHECK (((paid_to = 'savings'::text) = (journal_id IS NOT NULL))),
  constraint shu_division_check1 CHECK ((proposed_by <> approved_by)),
  constraint shu_division_meeting_document_check CHECK (((length(meeting_document) >= 3) AND (length(meeting_document) <= 240))),
  constraint shu_division_members_check CHECK ((members > 0)),
  constraint shu_division_paid_to_check CHECK ((paid_to = ANY (ARRAY['savings'::text, 'payable'::text]))),
  constraint shu_division_total_rupiah_check CHECK ((total_rupiah > 0)),
  constraint shu_division_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
comment on table savings.shu_division is 'The members'' parts of a year''s SHU divided among them, once: to their voluntary savings, or kept as payable until they fetch it.';
alter table savings.shu_division enable row level security, force row level security;
create policy city on savings.shu_division for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on savings.shu_division to naik_app;

create table savings.shu_payment (
  city_id text not null,
  institution_id uuid not null,
  year integer not null,
  person_id uuid not null,
  amount_rupiah bigint not null,
  paid_to text not null,
  on_day date not null,
  journal_id uuid not null,
  paid_by uuid not null,
  paid_at timestamp with time zone not null,
  constraint shu_payment_pkey PRIMARY KEY (city_id, institution_id, year, person_id),
  constraint shu_payment_city_id_institution_id_year_fkey FOREIGN KEY (city_id, institution_id, year) REFERENCES savings.shu_division(city_id, institution_id, year),
  constraint shu_payment_city_id_journal_id_fkey FOREIGN KEY (city_id, journal_id) REFERENCES ledger.journal(city_id, id),
  constraint shu_payment_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint shu_payment_amount_rupiah_check CHECK ((amount_rupiah > 0)),
  constraint shu_payment_paid_to_check CHECK ((paid_to = ANY (ARRAY['cash'::text, 'savings'::text])))
);
comment on table savings.shu_payment is 'What a member fetched of a year''s SHU that was kept as payable: all her shares of it at once, in cash or onto her voluntary savings.';
CREATE INDEX shu_payment_by_person ON savings.shu_payment USING btree (city_id, person_id);
alter table savings.shu_payment enable row level security, force row level security;
create policy city on savings.shu_payment for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on savings.shu_payment to naik_app;

create table savings.shu_share (
  city_id text not null,
  institution_id uuid not null,
  year integer not null,
  part integer not null,
  person_id uuid not null,
  basis_rupiah bigint not null,
  amount_rupiah bigint not null,
  constraint shu_share_pkey PRIMARY KEY (city_id, institution_id, year, part, person_id),
  constraint shu_share_city_id_institution_id_year_fkey FOREIGN KEY (city_id, institution_id, year) REFERENCES savings.shu_division(city_id, institution_id, year),
  constraint shu_share_city_id_person_id_fkey FOREIGN KEY (city_id, person_id) REFERENCES registry.person(city_id, id),
  constraint shu_share_amount_rupiah_check CHECK ((amount_rupiah >= 0)),
  constraint shu_share_basis_rupiah_check CHECK ((basis_rupiah > 0)),
  constraint shu_share_part_check CHECK ((part > 0))
);
comment on table savings.shu_share is 'One member''s share of one part of the SHU (numbered as in the cooperative''s rule), and the savings or interest it follows from.';
CREATE INDEX shu_share_by_person ON savings.shu_share USING btree (city_id, person_id, year);
alter table savings.shu_share enable row level security, force row level security;
create policy city on savings.shu_share for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on savings.shu_share to naik_app;

create table voice.case (
  city_id text not null,
  id uuid not null,
  number text not null,
  origin text not null,
  origin_id uuid,
  topic text not null,
  text text not null,
  group_id uuid,
  person_id uuid,
  kecamatan_code text,
  department_id uuid,
  due_on date,
  state text not null,
  raised_at timestamp with time zone not null,
  raised_by uuid not null,
  raised_on date not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  closed_at timestamp with time zone,
  repeat_of uuid,
  constraint case_pkey PRIMARY KEY (city_id, id),
  constraint case_city_id_number_key UNIQUE (city_id, number),
  constraint case_city_id_department_id_fkey FOREIGN KEY (city_id, department_id) REFERENCES partners.institution(city_id, id),
  constraint case_check CHECK (((state <> 'closed'::text) OR (answer IS NOT NULL))),
  constraint case_origin_check CHECK ((origin = ANY (ARRAY['meeting'::text, 'visit'::text, 'citizen'::text, 'partner'::text]))),
  constraint case_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'assigned'::text, 'answered'::text, 'closed'::text, 'reopened'::text]))),
  constraint case_text_check CHECK (((length(text) >= 3) AND (length(text) <= 2000))),
  constraint case_topic_check CHECK ((topic = ANY (ARRAY['production'::text, 'marketing'::text, 'financing'::text, 'permit'::text, 'training'::text, 'place'::text, 'household'::text, 'other'::text])))
);
comment on table voice.case is 'A finding, problem or aspiration on its way to a written answer. Never closed without one.';
CREATE INDEX case_by_department ON voice."case" USING btree (city_id, department_id, state, due_on);
CREATE INDEX case_by_origin ON voice."case" USING btree (city_id, origin_id);
CREATE INDEX case_open ON voice."case" USING btree (city_id, due_on) WHERE (state <> 'closed'::text);
alter table voice."case" enable row level security, force row level security;
create policy city on voice."case" for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select, update on voice."case" to naik_app;

create table voice.case_event (
  city_id text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  department_id uuid,
  due_on date,
  constraint case_event_pkey PRIMARY KEY (city_id, id),
  constraint case_event_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES voice."case"(city_id, id),
  constraint case_event_check CHECK (((kind = 'assigned'::text) = ((department_id IS NOT NULL) AND (due_on IS NOT NULL)))),
  constraint case_event_check1 CHECK (((kind <> 'answered'::text) OR (length(note) >= 3))),
  constraint case_event_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'assigned'::text, 'answered'::text, 'closed'::text, 'reopened'::text])))
);
comment on table voice.case_event is 'The steps of a case, with who and when; an assignment says to which department and until when.';
comment on column voice.case_event.note is 'The answer in full, or why it was reopened.';
CREATE INDEX case_event_by_case ON voice.case_event USING btree (city_id, case_id, at);
alter table voice.case_event enable row level security, force row level security;
create policy city on voice.case_event for all using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on voice.case_event to naik_app;

CREATE OR REPLACE FUNCTION access.append_audit(city text, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, actor_name text, subject_kind text, subject_id text, said jsonb, payload jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  head access.audit_head;
  line_hash bytea;
begin
  if city is distinct from platform.current_city() then
    raise exception 'audit line for city % in a transaction of city %', city, platform.current_city();
  end if;
  insert into access.audit_head (city_id, last_seq, last_hash) values (city, 0, '\x00') on conflict do nothing;
  select * into head from access.audit_head h where h.city_id = city for update;
  line_hash := access.audit_hash(head.last_hash, city, head.last_seq + 1, line_at, command, line_kind, actor,
    subject_kind || ':' || subject_id, said, payload);
  insert into access.audit_line values (city, head.last_seq + 1, line_at, command, line_kind, actor, actor_name,
    subject_kind, subject_id, said, payload, head.last_hash, line_hash);
  update access.audit_head h set last_seq = head.last_seq + 1, last_hash = line_hash where h.city_id = city;
  return head.last_seq + 1;
end $function$;
comment on function access.append_audit(city text, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, actor_name text, subject_kind text, subject_id text, said jsonb, payload jsonb) is 'The only way to write an audit line; called last in a transaction, so that the chain is locked only briefly.';
grant execute on function access.append_audit(city text, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, actor_name text, subject_kind text, subject_id text, said jsonb, payload jsonb) to naik_app;

CREATE OR REPLACE FUNCTION access.append_audit_lines(city text, line_at timestamp with time zone, lines jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  head access.audit_head;
  line record;
  line_hash bytea;
begin
  if city is distinct from platform.current_city() then
    raise exception 'audit lines for city % in a transaction of city %', city, platform.current_city();
  end if;
  select * into head from access.audit_head h where h.city_id = city for update;
  if not found then
    insert into access.audit_head (city_id, last_seq, last_hash) values (city, 0, '\x00') on conflict do nothing;
    select * into head from access.audit_head h where h.city_id = city for update;
  end if;
  for line in
    select l.* from jsonb_to_recordset(lines) as l (command uuid, kind text, actor uuid, actor_name text,
      subject_kind text, subject_id text, says jsonb, data jsonb)
  loop
    line_hash := access.audit_hash(head.last_hash, city, head.last_seq + 1, line_at, line.command, line.kind, line.actor,
      line.subject_kind || ':' || line.subject_id, line.says, line.data);
    insert into access.audit_line values (city, head.last_seq + 1, line_at, line.command, line.kind, line.actor, line.actor_name,
      line.subject_kind, line.subject_id, line.says, line.data, head.last_hash, line_hash);
    head.last_seq := head.last_seq + 1;
    head.last_hash := line_hash;
  end loop;
  update access.audit_head h set last_seq = head.last_seq, last_hash = head.last_hash where h.city_id = city;
end $function$;
comment on function access.append_audit_lines(city text, line_at timestamp with time zone, lines jsonb) is 'Appends audit lines in the order given; called last in a transaction, so that the chain is locked only briefly.';
grant execute on function access.append_audit_lines(city text, line_at timestamp with time zone, lines jsonb) to naik_app;

CREATE OR REPLACE FUNCTION access.audit_hash(previous bytea, city text, line_seq bigint, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, subject text, said jsonb, payload jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select sha256(previous || convert_to(concat_ws(E'\x1f', city, line_seq,
    to_char(line_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), command, line_kind, actor, subject, said, payload), 'UTF8'))
$function$;
comment on function access.audit_hash(previous bytea, city text, line_seq bigint, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, subject text, said jsonb, payload jsonb) is 'SHA-256 over the previous hash and the line''s fields, separated by U+001F.';
grant execute on function access.audit_hash(previous bytea, city text, line_seq bigint, line_at timestamp with time zone, command uuid, line_kind text, actor uuid, subject text, said jsonb, payload jsonb) to public;

CREATE OR REPLACE FUNCTION ledger.admit(city text, book uuid, days date[], kinds text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  first_day date := (select min(d) from unnest(days) d);
begin
  if city is distinct from platform.current_city() then
    raise exception 'posting for city % in a transaction of city %', city, platform.current_city();
  end if;
  -- The book and its days before its accounts, as closing does. What closing wrote while this waited is seen below.
  perform 1 from ledger.book b where b.city_id = city and b.id = book for key share;
  perform pg_advisory_xact_lock_shared(ledger.day_lock(city, book), d.day - date '2000-01-01')
    from (select distinct day from unnest(days) as t (day) order by day) d;
  if exists (select from ledger.business_day d where d.city_id = city and d.book_id = book and d.day >= first_day)
     or exists (select from ledger.day_closing c join unnest(days, kinds) as j (day, kind) on c.day >= j.day
       where c.city_id = city and c.book_id = book and j.kind not like 'close-%') then
    raise exception 'the business day is closed' using errcode = 'NK003';
  end if;
end $function$;
comment on function ledger.admit(city text, book uuid, days date[], kinds text[]) is 'Admits journals to their business days before they are posted, and holds those days so that none closes under them. NK003 day closed.';
grant execute on function ledger.admit(city text, book uuid, days date[], kinds text[]) to naik_app;

CREATE OR REPLACE FUNCTION ledger.close_year(city text, book uuid, command uuid, journal uuid, year integer, said text, surplus uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last_day date := make_date(year, 12, 31);
  written int;
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  if not exists (select from ledger.business_day d where d.city_id = city and d.book_id = book and d.day >= last_day)
     or exists (select from ledger.period p where p.city_id = city and p.book_id = book and p.month >= make_date(year, 12, 1)) then
    raise exception 'the year % cannot be closed now', year using errcode = 'NK004';
  end if;
  perform 1 from ledger.account a
    where a.city_id = city and a.book_id = book and (a.class in ('income', 'expense') or a.id = surplus)
    order by a.id for update;

  with moved as (
    select e.account_id, -sum(e.amount)::bigint as amount
    from ledger.entry e
    join ledger.journal j on j.city_id = e.city_id and j.id = e.journal_id
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    where e.city_id = city and j.book_id = book and j.business_date <= last_day and a.class in ('income', 'expense')
    group by e.account_id having sum(e.amount) <> 0
  ), lines as (
    select account_id, amount from moved
    union all select surplus, -sum(amount)::bigint from moved having sum(amount) <> 0
  ), head as (
    insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
      select city, journal, book, last_day, last_day, 'year-closing', said, command where exists (select from moved)
  ), body as (
    insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
      select city, journal, row_number() over (order by a.control, a.leaf, a.id), a.id, l.amount, a.balance + l.amount, a.entry_count + 1
      from lines l join ledger.account a on a.city_id = city and a.id = l.account_id
  )
  update ledger.account a set balance = a.balance + l.amount, entry_count = a.entry_count + 1
    from lines l where a.city_id = city and a.id = l.account_id;
  get diagnostics written = row_count;
  return written;
end $function$;
comment on function ledger.close_year(city text, book uuid, command uuid, journal uuid, year integer, said text, surplus uuid) is 'The one posting into a closed day: brings income and expense of the year to zero against the surplus account, on 31 December. Answers the number of lines, 0 when nothing moved. NK004 when the last day is open or December is closed.';
grant execute on function ledger.close_year(city text, book uuid, command uuid, journal uuid, year integer, said text, surplus uuid) to naik_app;

CREATE OR REPLACE FUNCTION ledger.day_lock(city text, book uuid)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select hashtext(city || book) $function$;
comment on function ledger.day_lock(city text, book uuid) is 'First half of the advisory lock of a book''s day; the second is the day, counted from the year 2000. Two books with the same number wait for each other and no more.';
grant execute on function ledger.day_lock(city text, book uuid) to public;

CREATE OR REPLACE FUNCTION ledger.hold_book(city text, book uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  perform 1 from ledger.book b where b.city_id = city and b.id = book for update;
  return found;
end $function$;
comment on function ledger.hold_book(city text, book uuid) is 'Waits for postings under way in a book and keeps later ones waiting until this transaction ends; false when there is no such book.';
grant execute on function ledger.hold_book(city text, book uuid) to naik_app;

CREATE OR REPLACE FUNCTION ledger.hold_day(city text, book uuid, day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  if not exists (select from ledger.day_closing c
      where c.city_id = city and c.book_id = book and c.day >= hold_day.day - 1) then
    -- Days before this one are open too, however many: all of the book is held.
    return ledger.hold_book(city, book);
  end if;
  perform pg_advisory_xact_lock(ledger.day_lock(city, book), hold_day.day - date '2000-01-01');
  return true;
end $function$;
comment on function ledger.hold_day(city text, book uuid, day date) is 'Waits for postings under way into a day of a book, or into a day before it that is still open, and keeps later ones waiting until this transaction ends; false when there is no such book.';
grant execute on function ledger.hold_day(city text, book uuid, day date) to naik_app;
grant execute on function ledger.hold_day(city text, book uuid, day date) to public;

CREATE OR REPLACE FUNCTION ledger.post(city text, book uuid, command uuid, journals uuid[], kinds text[], said text[], business_dates date[], value_dates date[], reverses uuid[], entry_journals integer[], entry_accounts uuid[], entry_amounts bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  wrong text;
begin
  if city is distinct from platform.current_city() then
    raise exception 'posting for city % in a transaction of city %', city, platform.current_city();
  end if;
  -- In id order, so that two sheets that share accounts queue instead of dead-locking.
  perform 1 from ledger.account a
    where a.city_id = city and a.id = any (entry_accounts) order by a.id for update;

  -- Every refusal is looked for in one pass; the error's hint names the problem for the application.
  select string_agg(distinct e.j::text, ',') into wrong
    from (select j, sum(amount) as total from unnest(entry_journals, entry_amounts) as t (j, amount) group by j) e
    where e.total <> 0;
  if wrong is not null then
    raise exception 'journal % does not sum to zero', wrong using errcode = 'NK001';
  end if;
  if exists (select from generate_subscripts(journals, 1) j where j <> all (entry_journals)) then
    raise exception 'a journal has no entries' using errcode = 'NK001';
  end if;
  if (select count(*) from ledger.account a where a.city_id = city and a.book_id = book and a.id = any (entry_accounts))
     <> (select count(distinct a) from unnest(entry_accounts) a) then
    raise exception 'an account is not in this book' using errcode = 'NK002';
  end if;
  -- Share-locks the day's row if there is one; closing takes it first and waits for postings under way.
  if exists (select from ledger.business_day d
      where d.city_id = city and d.book_id = book and d.day = any (business_dates) for share) then
    raise exception 'the business day is closed' using errcode = 'NK003';
  end if;

  insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id, reverses_id)
    select city, j.id, book, j.on_day, j.value_day, j.kind, j.said, command, j.reversed
    from unnest(journals, business_dates, value_dates, kinds, said, reverses)
      as j (id, on_day, value_day, kind, said, reversed);

  insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select city, journals[e.j], row_number() over (partition by e.j order by e.ord), e.account, e.amount,
      a.balance + sum(e.amount) over (partition by e.account order by e.ord),
      a.entry_count + row_number() over (partition by e.account order by e.ord)
    from unnest(entry_journals, entry_accounts, entry_amounts) with ordinality as e (j, account, amount, ord)
    join ledger.account a on a.city_id = city and a.id = e.account;

  update ledger.account a set balance = a.balance + s.total, entry_count = a.entry_count + s.lines
    from (select account, sum(amount)::bigint as total, count(*) as lines
          from unnest(entry_accounts, entry_amounts) as t (account, amount) group by account) s
    where a.city_id = city and a.id = s.account;
end $function$;
comment on function ledger.post(city text, book uuid, command uuid, journals uuid[], kinds text[], said text[], business_dates date[], value_dates date[], reverses uuid[], entry_journals integer[], entry_accounts uuid[], entry_amounts bigint[]) is 'Posts any number of journals of one book at once: locks accounts in id order, checks that each journal sums to zero and that the day is open, writes entries with running balances. NK001 not zero, NK002 foreign account, NK003 day closed, the checks account_floor and account_ceiling refuse an overdrawn leaf.';
grant execute on function ledger.post(city text, book uuid, command uuid, journals uuid[], kinds text[], said text[], business_dates date[], value_dates date[], reverses uuid[], entry_journals integer[], entry_accounts uuid[], entry_amounts bigint[]) to naik_app;

CREATE OR REPLACE FUNCTION platform.current_city()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('naik.city_id', true), '') $function$;
comment on function platform.current_city() is 'The city this transaction speaks for, set once at its start; null means no city and so no rows.';
grant execute on function platform.current_city() to public;

CREATE OR REPLACE FUNCTION platform.enqueue(city text, job uuid, job_task text, job_title jsonb, job_payload jsonb, asker uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if city is distinct from platform.current_city() then
    raise exception 'job for city % in a transaction of city %', city, platform.current_city();
  end if;
  insert into platform.job_run (city_id, id, task, title, payload, asked_by)
    values (city, job, job_task, job_title, job_payload, asker);
  perform graphile_worker.add_job(job_task,
    json_build_object('city', city, 'jobId', job, 'payload', job_payload), max_attempts => 5);
end $function$;
comment on function platform.enqueue(city text, job uuid, job_task text, job_title jsonb, job_payload jsonb, asker uuid) is 'Records a job and puts it on the queue, inside the caller''s transaction.';
grant execute on function platform.enqueue(city text, job uuid, job_task text, job_title jsonb, job_payload jsonb, asker uuid) to naik_app;

CREATE OR REPLACE FUNCTION platform.enqueue_again(city text, job uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  old platform.job_run;
begin
  if city is distinct from platform.current_city() then
    raise exception 'job for city % in a transaction of city %', city, platform.current_city();
  end if;
  update platform.job_run r set state = 'waiting', problem = null, started_at = null, ended_at = null, progress_done = 0
    where r.city_id = city and r.id = job and r.state in ('failed', 'cancelled') returning * into old;
  if not found then return false; end if;
  perform graphile_worker.add_job(old.task,
    json_build_object('city', city, 'jobId', old.id, 'payload', old.payload), max_attempts => 5);
  return true;
end $function$;
comment on function platform.enqueue_again(city text, job uuid) is 'Puts a failed or cancelled job back on the queue; false when it is neither.';
grant execute on function platform.enqueue_again(city text, job uuid) to naik_app;

CREATE OR REPLACE FUNCTION platform.protect(target regclass, app_may text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy city on %s using (city_id = platform.current_city()) with check (city_id = platform.current_city())',
    target);
  execute format('grant %s on %s to naik_app', app_may, target);
end $function$;
comment on function platform.protect(target regclass, app_may text) is 'Row-level security by city, forced, and the rights of the app role: append-only tables get select, insert and nothing else.';
grant execute on function platform.protect(target regclass, app_may text) to public;

CREATE OR REPLACE FUNCTION registry.area_words(place text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when length(place) > 8 then array[place, left(place, 8)] when place is null then '{}'::text[] else array[place] end
$function$;
grant execute on function registry.area_words(place text) to public;

CREATE OR REPLACE FUNCTION registry.business_records_of(city text, business uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select business union all
  select b.id from registry.business b where b.city_id = city and b.merged_into = business
$function$;
comment on function registry.business_records_of(city text, business uuid) is 'A business and the records that lead to it: what was written down of any of them is of it.';
grant execute on function registry.business_records_of(city text, business uuid) to public;

CREATE OR REPLACE FUNCTION registry.businesses_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  if tg_op = 'INSERT' then
    for one in select city_id, array_agg(id) as ids from written group by city_id loop
      perform registry.enter_businesses(one.city_id, one.ids);
    end loop;
    return null;
  end if;
  for one in
    select n.city_id, array_agg(n.id) as ids, array_agg(n.id) filter (where n.state <> 'active') as gone
    from written n join overwritten o on o.city_id = n.city_id and o.id = n.id
    where (n.name_key, n.product, n.owner_id, n.nib, n.kelurahan_code, n.kecamatan_code, n.state)
      is distinct from (o.name_key, o.product, o.owner_id, o.nib, o.kelurahan_code, o.kecamatan_code, o.state)
    group by n.city_id
  loop
    perform registry.leave_search(one.city_id, 'business', one.gone);
    perform registry.enter_businesses(one.city_id, one.ids);
  end loop;
  return null;
end $function$;
grant execute on function registry.businesses_into_search() to public;

CREATE OR REPLACE FUNCTION registry.end_retention(city text, asked_class text, cut_off date, on_day date, most integer)
 RETURNS TABLE(gone integer, held integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ids uuid[];
  lines int[];
  one uuid;
begin
  with due as materialized (
    select d.id, d.line, d.person is not null and registry.is_held(city, d.person, on_day) as kept
    from registry.past_retention(city, asked_class, cut_off) d
  ), going as (select d.id, d.line from due d where not d.kept order by d.id, d.line limit most)
  select (select count(*) from due d where d.kept), array_agg(g.id order by g.id, g.line), array_agg(g.line order by g.id, g.line)
    into held, ids, lines from going g;
  gone := coalesce(cardinality(ids), 0);
  case asked_class
  when 'unfinished-imports', 'imported-rows' then
    -- The keyed hash of a row stays, so that the same file is known again.
    update registry.import_row r set cells = '[]', candidate = null, reasons = '[]'
      from unnest(ids, lines) as d (id, line) where r.city_id = city and r.batch_id = d.id and r.row_number = d.line;
  when 'unmatched-list-rows' then
    delete from registry.people_list_row r using unnest(ids, lines) as d (id, line)
      where r.city_id = city and r.list_id = d.id and r.row_number = d.line;
  when 'visit-traces' then
    delete from mentoring.visit_photo f where f.city_id = city and f.visit_id = any (ids);
    update mentoring.visit v set latitude = null, longitude = null, accuracy_metres = null where v.city_id = city and v.id = any (ids);
  when 'request-words' then
    update registry.data_request r set words = '---', value = null where r.city_id = city and r.id = any (ids);
  when 'people-not-served' then
    foreach one in array coalesce(ids, '{}') loop
      perform registry.erase_person(city, one, on_day);
    end loop;
    -- Words of names that were corrected or merged away since stay searchable for nobody.
    delete from registry.search_word w where w.city_id = city and not exists (
      select from (select distinct substr(u.found_by, length(city) + 2) as word
        from registry.search_entry e, unnest(tsvector_to_array(e.words)) as u (found_by)
        where e.city_id = city) k where k.word = w.word);
  when 'sign-in-traces' then
    delete from access.sign_in_attempt a where a.city_id = city and a.id = any (ids);
    delete from access.session s where s.city_id = city and s.id = any (ids);
    delete from access.member_session m where m.city_id = city and m.id = any (ids);
  end case;
  return next;
end $function$;
comment on function registry.end_retention(city text, asked_class text, cut_off date, on_day date, most integer) is 'Erases what past_retention names and no hold keeps, at most so many at a time. The only way by which anything kept ends by age.';
grant execute on function registry.end_retention(city text, asked_class text, cut_off date, on_day date, most integer) to naik_app;

CREATE OR REPLACE FUNCTION registry.enter_businesses(city text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known text[];
begin
  with entered as materialized (
    select b.id, b.name_key as key, string_to_array(b.name_key, ' ') || registry.plain_words(coalesce(b.product, '')) as own,
      b.nib || string_to_array(o.name_key, ' ') || string_to_array(coalesce(s.name_key, ''), ' ') || array(
          -- Beside the first owner whoever owns or runs it today.
          select w.word from registry.business_owner h join registry.person r on r.city_id = h.city_id and r.id = h.person_id
            join registry.person q on q.city_id = r.city_id and q.id = coalesce(r.merged_into, r.id),
            string_to_table(q.name_key, ' ') as w (word)
          where h.city_id = b.city_id and h.business_id = b.id and h.valid_to is null and q.state in ('provisional', 'registered'))
        || registry.area_words(coalesce(b.kelurahan_code, b.kecamatan_code))
        || registry.area_words(coalesce(s.kelurahan_code, o.kelurahan_code)) as others
    from registry.business b
      join registry.person o on o.city_id = b.city_id and o.id = b.owner_id
      left join registry.person s on s.city_id = o.city_id and s.id = o.merged_into
    where b.city_id = city and b.id = any (ids) and b.state = 'active' and b.name_key <> ''
      and coalesce(s.state, o.state) in ('provisional', 'registered')
  ), written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'business', id, key, registry.found_by(city || 'b', own || others) from entered
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from entered, unnest(own) as w (word);
  perform registry.keep_words(city, known);
end $function$;

CREATE OR REPLACE FUNCTION registry.enter_groups(city text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known text[];
begin
  with written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'group', g.id, g.name_key,
      registry.found_by(city || 'g', string_to_array(g.name_key, ' ') || registry.area_words(g.kelurahan_code))
    from registry.business_group g where g.city_id = city and g.id = any (ids) and g.name_key <> ''
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
    returning key
  ) select array_agg(distinct w.word) into known from written, string_to_table(key, ' ') as w (word);
  perform registry.keep_words(city, known);
end $function$;

CREATE OR REPLACE FUNCTION registry.enter_people(city text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known text[];
begin
  with listed as materialized (
    select p.id, p.name_key as key, string_to_array(p.name_key, ' ') as names, p.kelurahan_code, p.phone
    from registry.person p
    where p.city_id = city and p.id = any (ids) and p.state in ('provisional', 'registered') and p.name_key <> ''
  ), led as (
    -- She is found by every name and number her records have.
    select r.merged_into as id, array_agg(w.word) as words
    from registry.person r, unnest(string_to_array(r.name_key, ' ') || registry.phone_words(r.phone)) as w (word)
    where r.city_id = city and r.merged_into = any (ids) group by r.merged_into
  ), written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'person', l.id, l.key,
      registry.found_by(city || 'p', l.names || registry.area_words(l.kelurahan_code) || registry.phone_words(l.phone) || led.words)
    from listed l left join led on led.id = l.id
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from listed, unnest(names) as w (word);
  perform registry.keep_words(city, known);
end $function$;

CREATE OR REPLACE FUNCTION registry.entries_among(city text, query text, asked_kind text, ids uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, key text, words text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.id = any (ids) and (query is null or e.words @@ query::tsquery) limit most;
end $function$;
comment on function registry.entries_among(city text, query text, asked_kind text, ids uuid[], most integer) is 'Which of a few hold the words of a query: for somebody who sees only the people of her groups.';
grant execute on function registry.entries_among(city text, query text, asked_kind text, ids uuid[], most integer) to naik_app;

CREATE OR REPLACE FUNCTION registry.entries_found(city text, asked_kind text, beginning text, query text, within text, enough integer, most integer)
 RETURNS TABLE(kind text, id uuid, key text, words text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  met int := 0;
begin
  if city is distinct from platform.current_city() then return; end if;
  if beginning <> '' then
    return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
      where e.city_id = city and e.kind = asked_kind and e.key >= beginning and e.key < beginning || U&'\FFFF'
        and (within is null or e.words @@ within::tsquery)
      order by e.key, e.id limit most;
    get diagnostics met = row_count;
  end if;
  -- Nothing ranks before a name that begins with what was typed: with enough of these the others are not read.
  if met < enough and query is not null then
    return query select * from registry.entries_holding(city, asked_kind, query, most);
  end if;
end $function$;
comment on function registry.entries_found(city text, asked_kind text, beginning text, query text, within text, enough integer, most integer) is 'What begins with what was typed, in the order of its name; where that is not enough, what holds the words of a query. Row-level security keeps the server from using these indexes for whoever asks, so this looks as the owner, in the city of the transaction only; who may see what is said by `within`, which stands in the query too.';
grant execute on function registry.entries_found(city text, asked_kind text, beginning text, query text, within text, enough integer, most integer) to naik_app;

CREATE OR REPLACE FUNCTION registry.entries_holding(city text, asked_kind text, query text, most integer)
 RETURNS TABLE(kind text, id uuid, key text, words text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.words @@ query::tsquery limit most;
end $function$;
comment on function registry.entries_holding(city text, asked_kind text, query text, most integer) is 'What holds the words of a query, in no order, at most so many; always along the index of words, for with a limit the server believes it would soon come upon a match by reading all.';

CREATE OR REPLACE FUNCTION registry.erase_businesses(city text, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  hers uuid[] := array(select b.id from registry.business b join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    where b.city_id = city and (p.id = person or p.merged_into = person));
begin
  if city is distinct from platform.current_city() then
    raise exception 'erasing for city % in a transaction of city %', city, platform.current_city();
  end if;
  delete from registry.business_premises one where one.city_id = city and one.business_id = any (hers);
  delete from registry.business_photo one where one.city_id = city and one.business_id = any (hers);
  update registry.business_pair c set reason = null
    where c.city_id = city and (c.business_id = any (hers) or c.other_id = any (hers));
end $function$;
comment on function registry.erase_businesses(city text, person uuid) is 'Takes the places and photographs of a person''s businesses out of the registry when she is erased (UU 27/2022 art. 43-44).';

CREATE OR REPLACE FUNCTION registry.erase_person(city text, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  hers uuid[] := array(select p.id from registry.person p where p.city_id = city and (p.id = person or p.merged_into = person));
  businesses uuid[] := array(select b.id from registry.business b where b.city_id = city and b.owner_id = any (hers));
  words text[] := array(
    select w.word from registry.person p, unnest(string_to_array(p.name_key, ' ')) as w (word)
      where p.city_id = city and p.id = any (hers)
    union select w.word from registry.business b,
        unnest(string_to_array(b.name_key, ' ') || registry.plain_words(coalesce(b.product, ''))) as w (word)
      where b.city_id = city and b.id = any (businesses));
begin
  perform registry.erase_record(city, person);
  delete from registry.business_licence l where l.city_id = city and l.business_id = any (businesses);
  delete from registry.business_figure f where f.city_id = city and f.business_id = any (businesses);
  delete from registry.business_snapshot s where s.city_id = city and s.business_id = any (businesses);
  delete from registry.business_owner o where o.city_id = city and (o.person_id = any (hers) or o.business_id = any (businesses));
  delete from registry.import_gap g where g.city_id = city and g.person_id = any (hers);
  update registry.encounter e set witness = case when e.witness is null then null else '--' end
    where e.city_id = city and e.person_id = any (hers);
  update registry.candidate_pair c set reason = null, grounds = null
    where c.city_id = city and (c.person_id = any (hers) or c.other_id = any (hers));
  -- What was told on visits and raised as problems stays as work that was done, without what it says of her.
  delete from mentoring.visit_photo f using mentoring.visit v
    where f.city_id = city and v.city_id = city and v.id = f.visit_id and v.person_id = any (hers);
  update mentoring.visit v set note = '', latitude = null, longitude = null, accuracy_metres = null, led_by = null, companions = '[]',
      form = jsonb_build_object('version', v.form -> 'version'), turnover_month_rupiah = null, turnover_before_rupiah = null
    where v.city_id = city and v.person_id = any (hers);
  update voice.case c set text = '---', answer = case when c.answer is null then null else '---' end
    where c.city_id = city and c.person_id = any (hers);
  update voice.case_event e set note = case when e.note is null then null else '---' end
    from voice.case c
    where e.city_id = city and c.city_id = city and c.id = e.case_id and c.person_id = any (hers);
  perform registry.forget_words(city, words);
end $function$;
comment on function registry.erase_person(city text, person uuid) is 'Takes everything of a person out of the register, out of what was told of her and out of the words it is searched by, and leaves the id that others name (UU 27/2022 art. 43-44). The audit trail keeps that it was done.';

CREATE OR REPLACE FUNCTION registry.erase_person(city text, person uuid, on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if registry.is_held(city, person, on_day) then raise exception 'the data of person % is held', person; end if;
  -- Businesses first: whose they are is read from her.
  perform registry.erase_businesses(city, person);
  perform registry.erase_person(city, person);
end $function$;
comment on function registry.erase_person(city text, person uuid, on_day date) is 'Erases a person whom no hold keeps on that day; the only erasing the application may do.';
grant execute on function registry.erase_person(city text, person uuid, on_day date) to naik_app;

CREATE OR REPLACE FUNCTION registry.erase_record(city text, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  -- Records that turned out to be her carry her name too.
  hers uuid[] := array(select p.id from registry.person p where p.city_id = city and (p.id = person or p.merged_into = person));
  businesses uuid[] := array(select b.id from registry.business b where b.city_id = city and b.owner_id = any (hers));
begin
  if city is distinct from platform.current_city() then
    raise exception 'erasing for city % in a transaction of city %', city, platform.current_city();
  end if;
  delete from registry.identifier i where i.city_id = city and i.person_id = any (hers);
  delete from registry.source_value v where v.city_id = city and v.subject_id = any (hers || businesses);
  delete from registry.profile_proposal p where p.city_id = city and p.subject_id = any (hers || businesses);
  delete from registry.household_member h where h.city_id = city and h.person_id = any (hers);
  -- The keyed hash stays, so that the same file does not bring her back.
  update registry.import_row r set cells = '[]', candidate = null, reasons = '[]'
    where r.city_id = city and r.person_id = any (hers);
  update registry.encounter e set photo_sha256 = null, mark = case when e.mark is null then null else 'M0 0' end
    where e.city_id = city and e.person_id = any (hers);
  update registry.business b set name = 'Dihapus', name_key = 'dihapus', product = null, nib = null, address = null,
    place_text = null, latitude = null, longitude = null, state = case when b.state = 'merged' then b.state else 'closed' end
    where b.city_id = city and b.id = any (businesses);
  update registry.data_request r set words = '---', value = null where r.city_id = city and r.person_id = any (hers);
  update registry.person p set name = 'Dihapus', name_key = 'dihapus', sex = null, born_on = null, phone = null, address = null,
    place_text = null, rt = null, rw = null, kelurahan_code = null,
    state = case when p.state = 'merged' then p.state else 'erased' end where p.city_id = city and p.id = any (hers);
end $function$;
comment on function registry.erase_record(city text, person uuid) is 'Takes everything of a person out of the registry and leaves the id that others name (UU 27/2022 art. 43-44). The audit trail keeps that it was done.';

CREATE OR REPLACE FUNCTION registry.forget_welfare()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  hers uuid[] := array(select p.id from registry.person p
    where p.city_id = new.city_id and (p.id = new.id or p.merged_into = new.id));
begin
  delete from registry.welfare_assessment a where a.city_id = new.city_id and a.person_id = any (hers);
  delete from registry.welfare_proposal w where w.city_id = new.city_id and w.person_id = any (hers);
  delete from registry.people_list_row r where r.city_id = new.city_id and (r.person_id = any (hers) or r.candidates && hers);
  return null;
end $function$;
comment on function registry.forget_welfare() is 'Who is erased leaves no word of how poor her family is.';

CREATE OR REPLACE FUNCTION registry.forget_words(city text, words text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  -- A word somebody else is found by stays hers; one that was only of the erased goes.
  delete from registry.search_word w where w.city_id = city and w.word = any (words)
    and not exists (select from registry.search_entry e where e.city_id = city and e.words @@ plainto_tsquery('simple', w.word))
$function$;

CREATE OR REPLACE FUNCTION registry.found_by(mark text, words text[])
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array_to_tsvector(array(select mark || k.word from unnest(words) as k (word) where k.word <> ''))
$function$;
comment on function registry.found_by(mark text, words text[]) is 'The words of a search entry behind its city and kind.';
grant execute on function registry.found_by(mark text, words text[]) to public;

CREATE OR REPLACE FUNCTION registry.groups_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select city_id, array_agg(id) as ids from written group by city_id loop
    perform registry.enter_groups(one.city_id, one.ids);
  end loop;
  return null;
end $function$;
grant execute on function registry.groups_into_search() to public;

CREATE OR REPLACE FUNCTION registry.import_born(city text, batch uuid)
 RETURNS TABLE(id uuid, owner_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select i.person_id, null::uuid from registry.import_row i
    where i.city_id = city and i.batch_id = batch and i.brought and i.person_id is not null
  union
  select o.id, o.owner_id from registry.import_row i
    join registry.business o on o.city_id = i.city_id and o.id = i.business_id
    where i.city_id = city and i.batch_id = batch
$function$;
comment on function registry.import_born(city text, batch uuid) is 'The people (without an owner) and businesses (with theirs) an applied file brought into the registry.';
grant execute on function registry.import_born(city text, batch uuid) to naik_app;
grant execute on function registry.import_born(city text, batch uuid) to public;

CREATE OR REPLACE FUNCTION registry.import_uses(city text, batch uuid)
 RETURNS TABLE(used_in text, person_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select u.used_in, u.person_id, u.name from registry.import_uses_but_pairs(city, batch) u
    where u.used_in <> 'registry.business_pair'
  union
  select 'registry.business_pair', p.id, p.name from registry.business_pair c
    join registry.import_born(city, batch) b on b.id in (c.business_id, c.other_id)
    join registry.person p on p.city_id = c.city_id and p.id = b.owner_id
    where c.city_id = city and c.state in ('same', 'different')
$function$;
comment on function registry.import_uses(city text, batch uuid) is 'Where the people and businesses of an applied file are used by now: by the table, with the person. Empty when the file can be undone.';
grant execute on function registry.import_uses(city text, batch uuid) to naik_app;
grant execute on function registry.import_uses(city text, batch uuid) to public;

CREATE OR REPLACE FUNCTION registry.import_uses_but_pairs(city text, batch uuid)
 RETURNS TABLE(used_in text, person_id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place record;
begin
  -- Whatever names a person or a business keeps her here: found by foreign keys and by name, so that a domain that
  -- comes later is asked too.
  for place in
    select distinct c.oid::regclass as tbl, n.nspname || '.' || c.relname as called, a.attname as col
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema', 'access')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'city_id'
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
      and k.confrelid in ('registry.person'::regclass, 'registry.business'::regclass)
    where c.relkind in ('r', 'p') and not c.relispartition
      and (k.oid is not null or a.attname in ('person_id', 'business_id', 'owner_id'))
      and (n.nspname, c.relname) not in (('registry', 'identifier'), ('registry', 'import_row'), ('registry', 'import_gap'),
        ('registry', 'candidate_pair'))
    order by 2, 3
  loop
    return query execute format(
      'select %L::text, coalesce(b.owner_id, b.id), p.name from (select distinct u.%I as id from %s u
         join registry.import_born($1, $2) b on b.id = u.%I where u.city_id = $1 %s) f
         join registry.import_born($1, $2) b on b.id = f.id
         join registry.person p on p.city_id = $1 and p.id = coalesce(b.owner_id, b.id)',
      place.called, place.col, place.tbl, place.col,
      case when place.called = 'registry.business'
        then 'and not exists (select from registry.import_born($1, $2) o where o.id = u.id)' else '' end)
      using city, batch;
  end loop;
  return query
    select 'registry.import_row'::text, p.id, p.name from registry.import_row i
      join registry.import_batch o on o.city_id = i.city_id and o.id = i.batch_id and o.state = 'applied'
      join registry.import_born(city, batch) b on b.id = i.person_id
      join registry.person p on p.city_id = i.city_id and p.id = i.person_id
      where i.city_id = city and i.batch_id <> batch
    union
    select 'registry.candidate_pair'::text, p.id, p.name from registry.candidate_pair c
      join registry.import_born(city, batch) b on b.id in (c.person_id, c.other_id)
      join registry.person p on p.city_id = c.city_id and p.id = b.id
      where c.city_id = city and c.state in ('same', 'different');
end $function$;
comment on function registry.import_uses_but_pairs(city text, batch uuid) is 'Where the people and businesses of an applied file are used by now: by the table, with the person. Empty when the file can be undone.';
grant execute on function registry.import_uses_but_pairs(city text, batch uuid) to naik_app;
grant execute on function registry.import_uses_but_pairs(city text, batch uuid) to public;

CREATE OR REPLACE FUNCTION registry.is_held(city text, person uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from registry.legal_hold h where h.city_id = city and h.lifted_at is null and h.until_on >= on_day
    and h.person_id = any (array(select registry.records_of(city, person))))
$function$;
comment on function registry.is_held(city text, person uuid, on_day date) is 'Whether anything forbids that her data is erased on that day; asked by any of her records.';
grant execute on function registry.is_held(city text, person uuid, on_day date) to naik_app;
grant execute on function registry.is_held(city text, person uuid, on_day date) to public;

CREATE OR REPLACE FUNCTION registry.keep_words(city text, words text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  -- Digits are no misspelling of other digits: numbers and codes are found as they are or not at all.
  insert into registry.search_word (city_id, word, said, sound, letters)
  select city, w.word, w.said, registry.sound_of(w.said), registry.letters_of(w.said)
  from (select n.word, registry.spelled(n.word) as said
    from (select distinct word from unnest(words) as k (word) where length(word) between 3 and 24 and word !~ '[^[:alpha:]]') n
    where not exists (select from registry.search_word k where k.city_id = city and k.word = n.word collate "C") offset 0) w
$function$;

CREATE OR REPLACE FUNCTION registry.leave_search(city text, left_kind text, ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from registry.search_entry e where e.city_id = city and e.kind = left_kind and e.id = any (ids)
$function$;

CREATE OR REPLACE FUNCTION registry.letters_of(word text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(bit_or(1 << (ascii(one) - 97)), 0) from string_to_table(word, null) as k (one) where one between 'a' and 'z'
$function$;
comment on function registry.letters_of(word text) is 'Which letters stand in a word: one slip takes away one of them at most, so most words are left out without comparing them.';
grant execute on function registry.letters_of(word text) to public;

CREATE OR REPLACE FUNCTION registry.out_of_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select city_id, array_agg(id) as ids from gone group by city_id loop
    perform registry.leave_search(one.city_id, tg_argv[0], one.ids);
  end loop;
  return null;
end $function$;
grant execute on function registry.out_of_search() to public;

CREATE OR REPLACE FUNCTION registry.owners_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select city_id, array_agg(distinct business_id) as ids from written group by city_id loop
    perform registry.enter_businesses(one.city_id, one.ids);
  end loop;
  return null;
end $function$;
grant execute on function registry.owners_into_search() to public;

CREATE OR REPLACE FUNCTION registry.past_retention(city text, asked_class text, cut_off date)
 RETURNS TABLE(id uuid, line integer, person uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if city is distinct from platform.current_city() then
    raise exception 'retention of city % in a transaction of city %', city, platform.current_city();
  end if;
  case asked_class
  when 'unfinished-imports' then
    return query select r.batch_id, r.row_number, coalesce(r.person_id, r.known_id) from registry.import_row r
      join registry.import_batch b on b.city_id = r.city_id and b.id = r.batch_id
      where r.city_id = city and b.state not in ('applied', 'applying', 'reading', 'previewing') and b.uploaded_at < cut_off
        and r.cells <> '[]';
  when 'imported-rows' then
    return query select r.batch_id, r.row_number, coalesce(r.person_id, r.known_id) from registry.import_row r
      join registry.import_batch b on b.city_id = r.city_id and b.id = r.batch_id
      where r.city_id = city and b.state = 'applied' and b.applied_at < cut_off and r.cells <> '[]';
  when 'unmatched-list-rows' then
    return query select r.list_id, r.row_number, r.candidates[1] from registry.people_list_row r
      join registry.people_list l on l.city_id = r.city_id and l.id = r.list_id
      where r.city_id = city and r.outcome <> 'matched' and l.recorded_at < cut_off;
  when 'visit-traces' then
    return query select v.id, 0, v.person_id from mentoring.visit v
      where v.city_id = city and v.done_on < cut_off and (v.latitude is not null
        or exists (select from mentoring.visit_photo f where f.city_id = v.city_id and f.visit_id = v.id));
  when 'request-words' then
    return query select r.id, 0, r.person_id from registry.data_request r
      where r.city_id = city and r.answered_at < cut_off and (r.words <> '---' or r.value is not null);
  when 'people-not-served' then
    -- Money and decrees are kept by law, whatever her own record's age.
    return query with kept as (
        select m.person_id from registry.membership m where m.city_id = city
        union select m.person_id from lending.application_member m where m.city_id = city
        union select l.person_id from lending.loan l where l.city_id = city
        union select l.person_id from lending.partner_candidate l where l.city_id = city
        union select l.person_id from lending.partner_loan l where l.city_id = city
        union select a.person_id from savings.account a where a.city_id = city
        union select s.person_id from programmes.service s where s.city_id = city and s.on_day >= cut_off
        union select v.person_id from mentoring.visit v where v.city_id = city and v.done_on >= cut_off
        union select c.person_id from voice.case c where c.city_id = city and c.raised_on >= cut_off
        union select c.person_id from registry.consent c where c.city_id = city and c.given_on >= cut_off
        union select q.person_id from registry.data_request q where q.city_id = city and q.received_at >= cut_off
        union select e.known_id from registry.encounter e where e.city_id = city and e.met_on >= cut_off
        union select r.id from registry.person r where r.city_id = city and r.merged_into is not null and r.created_at >= cut_off
      ), hers as materialized (
        -- Whatever was kept under one of her records keeps her.
        select distinct coalesce(r.merged_into, r.id) as living from kept k
          join registry.person r on r.city_id = city and r.id = k.person_id
      )
      select p.id, 0, p.id from registry.person p
      where p.city_id = city and p.state in ('provisional', 'registered') and p.created_at < cut_off
        and not exists (select from hers where hers.living = p.id);
  when 'sign-in-traces' then
    return query select a.id, 0, null::uuid from access.sign_in_attempt a where a.city_id = city and a.at < cut_off
      union all select s.id, 1, null::uuid from access.session s where s.city_id = city and s.expires_at < cut_off
      union all select m.id, 2, null::uuid from access.member_session m where m.city_id = city and m.expires_at < cut_off;
  else raise exception 'no class of retention is called %', asked_class;
  end case;
end $function$;
comment on function registry.past_retention(city text, asked_class text, cut_off date) is 'What of a class of kept things is older than its period: its id, its line in a file, and whose it is.';
grant execute on function registry.past_retention(city text, asked_class text, cut_off date) to naik_app;

CREATE OR REPLACE FUNCTION registry.people_into_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
  owned uuid[];
begin
  if tg_op = 'INSERT' then
    for one in select city_id, array_agg(id) as ids from written group by city_id loop
      perform registry.enter_people(one.city_id, one.ids);
    end loop;
    return null;
  end if;
  for one in
    select n.city_id, array_agg(n.id) || array_agg(l.id) filter (where l.id is not null) as ids,
      array_agg(n.id) filter (where n.state not in ('provisional', 'registered')) as gone
    from written n join overwritten o on o.city_id = n.city_id and o.id = n.id
      left join registry.person l on l.city_id = n.city_id and l.id in (n.merged_into, o.merged_into)
    where (n.name_key, n.kelurahan_code, n.phone, n.state, n.merged_into)
      is distinct from (o.name_key, o.kelurahan_code, o.phone, o.state, o.merged_into)
    group by n.city_id
  loop
    with hers as materialized (
      select p.id from registry.person p where p.city_id = one.city_id and (p.id = any (one.ids) or p.merged_into = any (one.ids))
    ) select array_agg(distinct k.id) into owned from (
      select b.id from registry.business b where b.city_id = one.city_id and b.owner_id in (select id from hers)
      union all
      select h.business_id from registry.business_owner h where h.city_id = one.city_id and h.person_id in (select id from hers)) k;
    perform registry.leave_search(one.city_id, 'person', one.gone);
    if one.gone is not null then perform registry.leave_search(one.city_id, 'business', owned); end if;
    perform registry.enter_people(one.city_id, one.ids);
    perform registry.enter_businesses(one.city_id, owned);
  end loop;
  return null;
end $function$;
grant execute on function registry.people_into_search() to public;

CREATE OR REPLACE FUNCTION registry.people_matching(city text, pattern text, phone_pattern text, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select id from (
    (select p.id from registry.person p where p.city_id = city and p.name ilike pattern limit most)
    union
    (select b.owner_id from registry.business b
      where b.city_id = city and b.state = 'active' and (b.name ilike pattern or b.product ilike pattern) limit most)
    union
    (select p.id from registry.person p
      where phone_pattern is not null and p.city_id = city and p.phone like phone_pattern limit most)
  ) found (id)
  where city = platform.current_city() limit most
$function$;
comment on function registry.people_matching(city text, pattern text, phone_pattern text, most integer) is 'People whose name, business, product or telephone holds a pattern, at most so many. Row-level security keeps the server from using a text index for whoever asks, so this looks as the owner, in the city of the transaction only; who of them may be seen is for the caller to say.';
grant execute on function registry.people_matching(city text, pattern text, phone_pattern text, most integer) to naik_app;

CREATE OR REPLACE FUNCTION registry.phone_words(phone text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when phone is null then '{}'::text[] else
    array[ltrim(phone, '+'), case when phone like '+62%' then substr(phone, 4) else ltrim(phone, '+') end, '<' || reverse(ltrim(phone, '+'))] end
$function$;
grant execute on function registry.phone_words(phone text) to public;

CREATE OR REPLACE FUNCTION registry.plain_words(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array_remove(string_to_array(translate(lower(words), E'.,;:!?-_/\\|&+()[]"''’‘`´*#%\t\n', '                              '), ' '), '')
$function$;
comment on function registry.plain_words(words text) is 'The words of a text as they stand, in small letters.';
grant execute on function registry.plain_words(words text) to public;

CREATE OR REPLACE FUNCTION registry.records_of(asked_city text, asked_person uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  -- One condition with "or" was answered by reading the whole register for each person of a group.
  select coalesce(asked.merged_into, asked.id) from registry.person asked
    where asked.city_id = asked_city and asked.id = asked_person
  union all
  select r.id from registry.person asked
    join registry.person r on r.city_id = asked.city_id and r.merged_into = coalesce(asked.merged_into, asked.id)
    where asked.city_id = asked_city and asked.id = asked_person
$function$;
comment on function registry.records_of(asked_city text, asked_person uuid) is 'Every record of one person, asked by any of them: the one that stands and those that lead to it.';
grant execute on function registry.records_of(asked_city text, asked_person uuid) to naik_app;
grant execute on function registry.records_of(asked_city text, asked_person uuid) to public;

CREATE OR REPLACE FUNCTION registry.sound_of(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when word ~ '^[aiueo]' then 'a' else '' end
    || regexp_replace(translate(word, 'bfcgxdnaiueohwy', 'ppkkktm'), '(.)\1+', '\1', 'g')
$function$;
comment on function registry.sound_of(word text) is 'The consonants of a spelled word by how they are made, and whether it begins with a vowel: what most slips leave as they were.';
grant execute on function registry.sound_of(word text) to public;

CREATE OR REPLACE FUNCTION registry.spelled(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select trim(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      regexp_replace(translate(lower(words), 'áàâäãåéèêëíìîïóòôöõúùûüçñ''’‘`´', 'aaaaaaeeeeiiiiooooouuuucn'), '[^[:alnum:]]+', ' ', 'g'),
      'oe', 'u'), 'dj', 'j'), 'tj', 'c'), 'nj', 'ny'), 'sj', 's'), 'sy', 's'), 'sh', 's'), 'ch', 'h'), 'kh', 'h'), 'ph', 'f'),
      'v', 'f'), 'z', 's'), 'q', 'k'), 'y', 'i'), 'ie', 'i'),
    '([[:alpha:] ])\1+', '\1', 'g'))
$function$;
comment on function registry.spelled(words text) is 'Words in one spelling: Soekarno as sukarno, Yanti as ianti, Zainal as sainal. It takes its time, so it is asked once a word of the register, never once a record.';
grant execute on function registry.spelled(words text) to public;

CREATE OR REPLACE FUNCTION registry.undo_import(city text, batch uuid)
 RETURNS TABLE(people integer, businesses integer, emptied integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  born_people uuid[];
  born_businesses uuid[];
  applied timestamptz;
  file text;
begin
  if city is distinct from platform.current_city() then
    raise exception 'undoing for city % in a transaction of city %', city, platform.current_city();
  end if;
  select b.applied_at, b.file_name into applied, file from registry.import_batch b
    where b.city_id = city and b.id = batch and b.state = 'applied' for update;
  if not found then raise exception 'import % is not applied', batch; end if;
  -- Both are taken before anybody can come to use them; what is used already stops the whole undoing.
  perform 1 from registry.person p where p.city_id = city
    and p.id in (select b.id from registry.import_born(city, batch) b) for update;
  if exists (select from registry.import_uses(city, batch)) then raise exception 'import % is in use', batch; end if;
  select array_agg(b.id) filter (where b.owner_id is null), array_agg(b.id) filter (where b.owner_id is not null)
    into born_people, born_businesses from registry.import_born(city, batch) b;

  with emptied_people as (
    update registry.person p set
      sex = case when g.had ->> 'sex' = p.sex then null else p.sex end,
      born_on = case when g.had ->> 'born_on' = p.born_on::text then null else p.born_on end,
      phone = case when g.had ->> 'phone' = p.phone then null else p.phone end,
      kelurahan_code = case when g.had ->> 'kelurahan_code' = p.kelurahan_code then null else p.kelurahan_code end,
      address = case when g.had ->> 'address' = p.address then null else p.address end,
      place_text = case when g.had ->> 'place_text' = p.place_text then null else p.place_text end
    from (select e.person_id, jsonb_object_agg(e.field, e.value) as had from registry.import_gap e
      where e.city_id = city and e.batch_id = batch group by e.person_id) g
    where p.city_id = city and p.id = g.person_id
    returning p.id
  ) select count(*) into emptied from emptied_people;

  delete from registry.source_value s where s.city_id = city and s.origin ->> 'batch' = batch::text;
  -- Every import is matched anew before it is applied: what it took for known may be gone.
  update registry.import_row i set known_id = null where i.city_id = city and i.known_id = any (born_people);
  update registry.import_batch b set counts = b.counts - 'judgedAt' where b.city_id = city and b.state = 'previewed';
  delete from registry.identifier d using registry.import_row i
    where d.city_id = city and i.city_id = city and i.batch_id = batch and d.person_id = i.person_id
      and (i.brought or d.recorded_at = applied and d.source = file);
  update registry.import_row i set person_id = null, business_id = null, brought = false
    where i.city_id = city and i.batch_id = batch;
  delete from registry.business o where o.city_id = city and o.id = any (born_businesses);
  delete from registry.candidate_pair c where c.city_id = city
    and (c.person_id = any (born_people) or c.other_id = any (born_people));
  delete from registry.person p where p.city_id = city and p.id = any (born_people);
  return query select coalesce(cardinality(born_people), 0), coalesce(cardinality(born_businesses), 0), emptied;
end $function$;
comment on function registry.undo_import(city text, batch uuid) is 'Takes the people and businesses of an applied file out again, and the values it filled where nobody changed them since. All of it or an error; nothing that is used is touched.';
grant execute on function registry.undo_import(city text, batch uuid) to naik_app;
grant execute on function registry.undo_import(city text, batch uuid) to public;

CREATE OR REPLACE FUNCTION registry.words_like(city text, asked text, goes_on boolean, slips integer, most integer)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  meant text := registry.spelled(asked);
  size int := length(meant);
  sounding text := registry.sound_of(meant);
  sounding_most text := sounding || case when goes_on and size >= 4 then U&'\FFFF' else '' end;
  letters_meant int := registry.letters_of(meant);
begin
  if city is distinct from platform.current_city() then return; end if;
  return query
    with near as materialized (
      select k.word, k.said, true as sounds, k.sound = sounding as wholly from registry.search_word k
        where k.city_id = city and k.sound >= sounding and k.sound <= sounding_most and bit_count((letters_meant & ~k.letters)::bit(26)) <= 2
      union all
      select k.word, k.said, false, false from registry.search_word k
        where slips > 0 and k.city_id = city and k.said >= left(meant, 1) and k.said < left(meant, 1) || U&'\FFFF'
          and bit_count((letters_meant & ~k.letters)::bit(26)) <= slips and length(k.said) >= size - slips
    ), compared as (
      select word, case when sounds and wholly then extensions.levenshtein_less_equal(said, meant, 2) end as by_sound,
        case when sounds and goes_on and size >= 4 then extensions.levenshtein_less_equal(left(said, size), meant, 1) + 1 end as by_first_sounds,
        case when not sounds and length(said) <= size + slips then extensions.levenshtein_less_equal(said, meant, slips) end as by_slip,
        case when not sounds and goes_on and length(said) > size then 1 + least(extensions.levenshtein_less_equal(left(said, size), meant, slips),
          extensions.levenshtein_less_equal(left(said, size + 1), meant, slips)) end as by_first_letters
      from near
    ), counted as (
      select word, least(case when by_sound <= case when size < 5 then 1 else 2 end then by_sound end,
        case when by_first_sounds <= 2 then by_first_sounds end,
        case when by_slip <= slips then by_slip end,
        case when by_first_letters <= slips + 1 then by_first_letters end) as distance
      from compared
    )
    select word from counted where distance is not null and word <> asked group by word order by min(distance), word limit most;
end $function$;
comment on function registry.words_like(city text, asked text, goes_on boolean, slips integer, most integer) is 'Words of the register that sound like one, or are up to so many slips from it with the same first letter; `goes_on` while the word is still being typed.';
grant execute on function registry.words_like(city text, asked text, goes_on boolean, slips integer, most integer) to naik_app;
