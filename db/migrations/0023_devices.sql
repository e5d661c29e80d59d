-- Phones that work without signal: which there are, what each sent in its own order, and what people must look at.

create table access.device (
  city_id text not null,
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  push_secret_hash bytea not null check (length(push_secret_hash) = 32),
  read_secret_hash bytea not null check (length(read_secret_hash) = 32),
  enrolled_at timestamptz not null,
  last_seen_at timestamptz not null,
  pending_count int not null default 0 check (pending_count >= 0),
  pending_oldest_at timestamptz,
  lost_numbers int[] not null default '{}',
  scope_rows int not null default 0 check (scope_rows >= 0),
  whole_until bigint not null default 0 check (whole_until >= 0),
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_why text check (length(revoked_why) between 3 and 300),
  primary key (city_id, id),
  foreign key (city_id, user_id) references access.user_account (city_id, id),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
comment on table access.device is 'A phone on which somebody works without signal; its two secrets are kept as SHA-256. A lost or sold phone is revoked.';
comment on column access.device.push_secret_hash is 'Of the secret that hands work in; it opens nothing that the city keeps.';
comment on column access.device.read_secret_hash is 'Of the secret that fetches; on the phone it lies under the PIN.';
comment on column access.device.pending_count is 'Commands the phone had not handed in when it was last here, as it said itself.';
comment on column access.device.lost_numbers is 'Numbers that never arrived and that the phone says it no longer holds: an alarm.';
comment on column access.device.scope_rows is 'Rows of the register on the phone at its last fetch: budget 5,000, refused above 10,000.';
comment on column access.device.whole_until is 'Every number up to this one has arrived; gaps are looked for only above it.';
create index device_by_user on access.device (city_id, user_id, enrolled_at desc);
create index device_by_sight on access.device (city_id, last_seen_at desc) where revoked_at is null;
select platform.protect('access.device', 'select, insert, update');

create table access.device_command (
  city_id text not null,
  device_id uuid not null,
  seq bigint not null check (seq > 0),
  command_id uuid not null,
  kind text not null,
  body_hash bytea check (length(body_hash) = 32),
  status text not null check (status in ('applied', 'needs-review', 'refused', 'quarantined', 'discarded', 'replaced')),
  code text,
  problem jsonb,
  flags text[] not null default '{}' check (flags <@ array['clock-skew', 'closed-period', 'look-alike-money']),
  made_at timestamptz not null,
  received_at timestamptz not null,
  primary key (city_id, device_id, seq),
  unique (city_id, command_id),
  foreign key (city_id, device_id) references access.device (city_id, id),
  check ((status in ('refused', 'needs-review', 'quarantined')) <= (code is not null)),
  check (status in ('discarded', 'replaced') or body_hash is not null)
);
comment on table access.device_command is 'What a phone handed in, by the number it gave each command: without gaps, so that loss is provable, and so is no loss.';
comment on column access.device_command.body_hash is 'SHA-256 of the opened content; null where the number was given away (discarded, replaced) before anything arrived.';
comment on column access.device_command.made_at is 'By the phone''s clock: evidence, not order.';
comment on column access.device_command.problem is 'What the phone was answered: sentence in both languages, field; for discarded ones the reason given.';
create index device_command_by_time on access.device_command (city_id, received_at desc);
create index device_command_flagged on access.device_command (city_id, received_at desc) where flags <> '{}';
select platform.protect('access.device_command', 'select, insert, update');

create table access.field_review (
  city_id text not null,
  id uuid not null,
  kind text not null check (kind in ('two-marks', 'look-alike-money', 'proposal', 'impossible-step', 'quarantined')),
  subject_kind text not null,
  subject_id text not null,
  says jsonb not null,
  facts jsonb not null default '{}',
  kept bytea,
  command_id uuid not null,
  command_kind text not null,
  device_id uuid,
  seq bigint,
  made_by uuid not null,
  made_at timestamptz not null,
  raised_at timestamptz not null,
  kecamatan_code text,
  kelurahan_code text,
  group_id uuid,
  state text not null default 'open' check (state in ('open', 'settled')),
  answer text check (answer in ('first', 'second', 'both', 'neither')),
  reason text check (length(reason) between 3 and 500),
  settled_by uuid,
  settled_at timestamptz,
  primary key (city_id, id),
  unique (city_id, command_id, kind, subject_id),
  check ((state = 'settled') = (settled_by is not null and settled_at is not null and answer is not null and reason is not null)),
  check (settled_by is null or settled_by <> made_by)
);
comment on table access.field_review is 'What came from the field and disagrees with what is there: kept whole until somebody else than its author has said which counts.';
comment on column access.field_review.facts is 'Both sides as shown to the reviewer, without anybody''s NIK.';
comment on column access.field_review.kept is 'The command as it arrived, sealed with the installation''s key.';
create index field_review_open on access.field_review (city_id, raised_at) where state = 'open';
create index field_review_by_subject on access.field_review (city_id, subject_kind, subject_id);
select platform.protect('access.field_review', 'select, insert, update');

create table access.field_photo (
  city_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_sha256 text not null check (kept_sha256 ~ '^[0-9a-f]{64}$'),
  device_id uuid not null,
  received_at timestamptz not null,
  primary key (city_id, sha256),
  foreign key (city_id, device_id) references access.device (city_id, id)
);
comment on table access.field_photo is 'A photo by the hash the phone names it by, and the file it became here: drawn anew, without place and camera.';
select platform.protect('access.field_photo', 'select, insert');
