-- Who may do what, what was asked, and the chain that proves it.

create schema access;
grant usage on schema access to naik_app;

create table access.city (
  city_id text primary key check (city_id ~ '^\d{2}\.\d{2}$'),
  name text not null,
  province text not null,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  letterhead jsonb not null default '{}',
  is_demo_since timestamptz,
  created_at timestamptz not null default now()
);
comment on table access.city is 'One tenant: a kabupaten or kota, named by its Kemendagri code on the day it joined; the code then stays.';
comment on column access.city.letterhead is 'What decrees and letters carry: office, address, signatory title, place.';
comment on column access.city.is_demo_since is 'Set when the demo city was loaded here; null for a real city.';
select platform.protect('access.city', 'select, insert');

create table access.counter (
  city_id text not null,
  name text not null,
  year int not null check (year between 2000 and 2200),
  last_number bigint not null check (last_number >= 0),
  primary key (city_id, name, year)
);
comment on table access.counter is 'Human numbers (decrees, receipts, loans) counted per city and year, without gaps inside a committed transaction.';
select platform.protect('access.counter', 'select, insert, update');

create table access.user_account (
  city_id text not null,
  id uuid not null,
  login text not null check (login = lower(login) and login ~ '^[a-z0-9._-]{3,60}$'),
  name text not null check (length(name) between 1 and 120),
  nip text check (nip ~ '^\d{18}$'),
  title text,
  password_hash text not null,
  password_set_at timestamptz not null,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (city_id, id),
  unique (city_id, login)
);
comment on table access.user_account is 'Somebody who signs in: an officer, a mentor, a lender''s clerk. Members use their card and PIN instead.';
comment on column access.user_account.password_hash is 'argon2id, with its parameters and salt in the PHC string.';
comment on column access.user_account.totp_secret is 'Sealed with the installation''s key (AES-256-GCM).';
comment on column access.user_account.totp_last_step is 'The 30-second step last accepted, so that a code works once.';
select platform.protect('access.user_account', 'select, insert, update');

create table access.role_assignment (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  role text not null check (role in (
    'pendamping', 'koordinator-pendamping', 'petugas-dinas', 'verifikator', 'kepala-dinas', 'wali-kota', 'petugas-opd',
    'konsultan-plut', 'petugas-lembaga', 'penyetuju-lembaga', 'kasir', 'pelatih', 'mitra', 'tkpk', 'auditor', 'dpo', 'admin')),
  jurisdiction text not null check (jurisdiction in ('city', 'kecamatan', 'kelurahan', 'department', 'institution', 'group')),
  jurisdiction_id text,
  valid_from date not null,
  valid_to date,
  primary key (city_id, id),
  foreign key (city_id, user_id) references access.user_account (city_id, id),
  check ((jurisdiction = 'city') = (jurisdiction_id is null)),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table access.role_assignment is 'A role within a jurisdiction for a time; one person may hold several.';
comment on column access.role_assignment.jurisdiction_id is 'A Kemendagri code for kecamatan and kelurahan, else the id of the department, institution or group.';
create index role_assignment_by_user on access.role_assignment (city_id, user_id);
create index role_assignment_by_place on access.role_assignment (city_id, jurisdiction, jurisdiction_id);
select platform.protect('access.role_assignment', 'select, insert, update');

create table access.session (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'ended-elsewhere', 'expired', 'password-changed', 'closed')),
  user_agent text not null default '',
  ip text not null default '',
  primary key (city_id, id),
  unique (city_id, token_hash),
  foreign key (city_id, user_id) references access.user_account (city_id, id)
);
comment on table access.session is 'A sign-in that one can see and end; the cookie holds the token, the row only its SHA-256.';
create index session_by_user on access.session (city_id, user_id, created_at desc);
select platform.protect('access.session', 'select, insert, update');

create table access.member_session (
  city_id text not null,
  id uuid not null,
  card_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id),
  unique (city_id, token_hash)
);
comment on table access.member_session is 'A member looking at her own page after card and PIN; short-lived.';
select platform.protect('access.member_session', 'select, insert, update');

create table access.sign_in_attempt (
  city_id text not null,
  id uuid not null,
  subject_hash bytea not null,
  ip text not null,
  at timestamptz not null,
  succeeded boolean not null,
  primary key (city_id, id)
);
comment on table access.sign_in_attempt is 'Attempts by login or card (hashed, so that a mistyped password in the login box is not kept) for rate limits and lock-out.';
create index sign_in_attempt_by_subject on access.sign_in_attempt (city_id, subject_hash, at desc);
create index sign_in_attempt_by_ip on access.sign_in_attempt (city_id, ip, at desc);
select platform.protect('access.sign_in_attempt', 'select, insert');

create table access.command_receipt (
  city_id text not null,
  id uuid not null,
  kind text not null,
  version int not null,
  body_hash bytea not null check (length(body_hash) = 32),
  actor_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (city_id, id)
);
comment on table access.command_receipt is 'One row a command id, written first, so that a second sender of the same id waits and then reads the answer.';
select platform.protect('access.command_receipt', 'select, insert');

create table access.command_answer (
  city_id text not null,
  command_id uuid not null,
  answer jsonb not null,
  primary key (city_id, command_id),
  foreign key (city_id, command_id) references access.command_receipt (city_id, id)
);
comment on table access.command_answer is 'What the command answered; written in its transaction and never changed.';
select platform.protect('access.command_answer', 'select, insert');

create table access.proposal (
  city_id text not null,
  id uuid not null,
  kind text not null,
  version int not null,
  body jsonb not null,
  place jsonb not null,
  says jsonb not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'expired')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text,
  answer jsonb,
  expires_at timestamptz not null,
  primary key (city_id, id),
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check (decided_by is null or decided_by <> proposed_by)
);
comment on table access.proposal is 'A command that asks for four eyes, parked until a second person approves or refuses it.';
create index proposal_open on access.proposal (city_id, proposed_at) where state = 'proposed';
select platform.protect('access.proposal', 'select, insert, update');

create table access.audit_head (
  city_id text primary key,
  last_seq bigint not null check (last_seq >= 0),
  last_hash bytea not null
);
comment on table access.audit_head is 'The end of each city''s audit chain; locked while a line is appended.';
select platform.protect('access.audit_head', 'select');

create table access.audit_line (
  city_id text not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
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
  primary key (city_id, seq)
);
comment on table access.audit_line is 'Every change of state: who, when, what, on whom; each line carries the hash of the one before.';
create index audit_line_by_subject on access.audit_line (city_id, subject_kind, subject_id, seq desc);
create index audit_line_by_command on access.audit_line (city_id, command_id);
create index audit_line_by_actor on access.audit_line (city_id, actor_id, seq desc);
create index audit_line_by_kind on access.audit_line (city_id, kind, seq desc);
select platform.protect('access.audit_line', 'select');

create function access.audit_hash(
  previous bytea, city text, line_seq bigint, line_at timestamptz, command uuid, line_kind text, actor uuid,
  subject text, said jsonb, payload jsonb
) returns bytea language sql immutable parallel safe as $$
  select sha256(previous || convert_to(concat_ws(E'\x1f', city, line_seq,
    to_char(line_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), command, line_kind, actor, subject, said, payload), 'UTF8'))
$$;
comment on function access.audit_hash is 'SHA-256 over the previous hash and the line''s fields, separated by U+001F.';

create function access.append_audit(
  city text, line_at timestamptz, command uuid, line_kind text, actor uuid, actor_name text,
  subject_kind text, subject_id text, said jsonb, payload jsonb
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
comment on function access.append_audit is 'The only way to write an audit line; called last in a transaction, so that the chain is locked only briefly.';
revoke all on function access.append_audit from public;
grant execute on function access.append_audit to naik_app;

create table access.domain_event (
  city_id text not null,
  id uuid not null,
  command_id uuid not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table access.domain_event is 'What happened, told to neighbours on the same shelf in the same transaction.';
create index domain_event_by_command on access.domain_event (city_id, command_id);
select platform.protect('access.domain_event', 'select, insert');

create table access.secret_reading (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('nik', 'kk', 'npwp')),
  read_by uuid not null,
  reason text not null check (length(reason) >= 5),
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table access.secret_reading is 'Each time somebody opened a NIK or KK number in clear: who, whose, why (UU 27/2022 art. 32).';
create index secret_reading_by_person on access.secret_reading (city_id, person_id, at desc);
select platform.protect('access.secret_reading', 'select, insert');
