-- People, their businesses, their groups and the decrees that recognise them.

create schema registry;
grant usage on schema registry to naik_app;

create table registry.region (
  city_id text not null,
  code text not null check (code ~ '^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$'),
  scheme text not null default 'kemendagri' check (scheme = 'kemendagri'),
  level text not null check (level in ('city', 'kecamatan', 'kelurahan')),
  name text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  split_from text,
  tile_column int,
  tile_row int,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  primary key (city_id, code),
  foreign key (city_id, parent_code) references registry.region (city_id, code)
);
comment on table registry.region is 'Regions by Kemendagri code (data: idn-area-data, ODbL). The BPS code of the same digits is another place.';
comment on column registry.region.tile_column is 'Where the kecamatan stands on the tile map of the city, roughly as on the ground.';
select platform.protect('registry.region', 'select, insert, update');

create table registry.person (
  city_id text not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 160),
  name_key text not null,
  sex text check (sex in ('female', 'male')),
  born_on date,
  phone text check (phone ~ '^\+\d{8,15}$'),
  kelurahan_code text,
  address text,
  place_text text,
  state text not null default 'registered' check (state in ('provisional', 'registered', 'merged', 'restricted')),
  merged_into uuid,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, kelurahan_code) references registry.region (city_id, code)
);
comment on table registry.person is 'One person once, though four departments listed her.';
comment on column registry.person.name_key is 'The name without titles and spelling habits, for comparing; never shown.';
comment on column registry.person.place_text is 'The place as a file gave it, where it could not be matched to a region.';
create index person_by_name on registry.person (city_id, name_key);
create index person_by_phone on registry.person (city_id, phone) where phone is not null;
create index person_by_place on registry.person (city_id, kelurahan_code, id);
select platform.protect('registry.person', 'select, insert, update');

create table registry.identifier (
  city_id text not null,
  person_id uuid not null,
  kind text not null check (kind in ('nik', 'kk', 'npwp')),
  sealed bytea not null,
  blind_index bytea not null check (length(blind_index) = 32),
  last_four text not null check (last_four ~ '^\d{4}$'),
  source text not null,
  warnings jsonb not null default '[]',
  recorded_at timestamptz not null default now(),
  primary key (city_id, person_id, kind),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table registry.identifier is 'NIK, KK and NPWP: sealed with a key from outside the database, found by a keyed hash, read only with a logged reason.';
create unique index identifier_nik_once on registry.identifier (city_id, blind_index) where kind = 'nik';
create index identifier_by_index on registry.identifier (city_id, kind, blind_index);
select platform.protect('registry.identifier', 'select, insert, update');

create table registry.business (
  city_id text not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 160),
  name_key text not null,
  product text,
  sector text not null check (sector in ('culinary', 'fashion', 'automotive', 'it', 'agro', 'education', 'other')),
  kbli_version text check (kbli_version in ('2020', '2025')),
  kbli_code text check (kbli_code ~ '^\d{5}$'),
  nib text check (nib ~ '^\d{13}$'),
  kelurahan_code text,
  kecamatan_code text,
  address text,
  place_text text,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  state text not null default 'active' check (state in ('active', 'closed', 'merged')),
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, owner_id) references registry.person (city_id, id),
  foreign key (city_id, kelurahan_code) references registry.region (city_id, code),
  foreign key (city_id, kecamatan_code) references registry.region (city_id, code)
);
comment on table registry.business is 'A business and where it stands; its class is computed from snapshots, never stored.';
create index business_by_owner on registry.business (city_id, owner_id);
create index business_by_place on registry.business (city_id, kecamatan_code, kelurahan_code, id);
create index business_by_name on registry.business (city_id, name_key);
select platform.protect('registry.business', 'select, insert, update');

create table registry.source_value (
  city_id text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'business')),
  subject_id uuid not null,
  field text not null,
  value text not null,
  origin jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (city_id, id)
);
comment on table registry.source_value is 'Every value a file or person gave, with file, sheet and row; the best is chosen by rule, not by overwriting.';
create index source_value_by_subject on registry.source_value (city_id, subject_kind, subject_id);
select platform.protect('registry.source_value', 'select, insert');

create table registry.consent (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('programme', 'share-with-lender', 'photo', 'catalogue')),
  notice_version int not null,
  channel text not null check (channel in ('written', 'thumbprint', 'spoken', 'import')),
  witness text,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  recorded_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table registry.consent is 'Who agreed to what, by which notice, how and before whom (UU 27/2022 art. 22-24).';
create index consent_by_person on registry.consent (city_id, person_id, purpose);
select platform.protect('registry.consent', 'select, insert, update');

create table registry.business_group (
  city_id text not null,
  id uuid not null,
  programme text not null default 'kelompok-binaan',
  name text not null check (length(name) between 2 and 120),
  name_key text not null,
  sector text not null check (sector in ('culinary', 'fashion', 'automotive', 'it', 'agro', 'education', 'other')),
  kelurahan_code text not null,
  kecamatan_code text not null,
  state text not null check (state in ('proposed', 'verified', 'recognised', 'active', 'frozen', 'withdrawn', 'ended', 'refused')),
  mentor_id uuid,
  valid_from date,
  valid_to date,
  created_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, programme, name_key),
  foreign key (city_id, kelurahan_code) references registry.region (city_id, code),
  foreign key (city_id, kecamatan_code) references registry.region (city_id, code),
  foreign key (city_id, mentor_id) references access.user_account (city_id, id)
);
comment on table registry.business_group is 'A programme group recognised by decree. Its state is the fold of group_event and is kept here for queries.';
create index business_group_by_place on registry.business_group (city_id, kecamatan_code, id);
create index business_group_by_mentor on registry.business_group (city_id, mentor_id);
select platform.protect('registry.business_group', 'select, insert, update');

create table registry.group_event (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  kind text not null check (kind in ('proposed', 'verified', 'refused', 'recognised', 'activated', 'amended', 'frozen', 'unfrozen', 'withdrawn', 'ended')),
  at timestamptz not null,
  by_user uuid not null,
  by_name text not null,
  note text,
  decree_id uuid,
  primary key (city_id, id),
  foreign key (city_id, group_id) references registry.business_group (city_id, id)
);
comment on table registry.group_event is 'The life of a group, step by step, with who and when.';
create index group_event_by_group on registry.group_event (city_id, group_id, at);
select platform.protect('registry.group_event', 'select, insert');

create table registry.membership (
  city_id text not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  programme text not null,
  role text not null check (role in ('ketua', 'sekretaris', 'bendahara', 'anggota')),
  valid_from date not null,
  valid_to date,
  primary key (city_id, id),
  foreign key (city_id, group_id) references registry.business_group (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id)
);
comment on table registry.membership is 'Who belongs to a group, in which role, from when to when.';
create unique index membership_once on registry.membership (city_id, programme, person_id) where valid_to is null;
create unique index membership_office_once on registry.membership (city_id, group_id, role) where valid_to is null and role <> 'anggota';
create index membership_by_group on registry.membership (city_id, group_id) where valid_to is null;
create index membership_by_person on registry.membership (city_id, person_id);
select platform.protect('registry.membership', 'select, insert, update');

create table registry.decree (
  city_id text not null,
  id uuid not null,
  kind text not null check (kind in ('recognition', 'amendment', 'withdrawal')),
  number text not null,
  year int not null,
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
  created_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, number),
  unique (city_id, verify_token),
  foreign key (city_id, supersedes_id) references registry.decree (city_id, id)
);
comment on table registry.decree is 'A signed decree; its content is frozen here and never changes. Changes come by an amending or withdrawing decree.';
comment on column registry.decree.content is 'Everything the PDF is drawn from, without a NIK.';
select platform.protect('registry.decree', 'select, insert');

create table registry.decree_group (
  city_id text not null,
  decree_id uuid not null,
  group_id uuid not null,
  annex int not null check (annex > 0),
  primary key (city_id, decree_id, group_id),
  foreign key (city_id, decree_id) references registry.decree (city_id, id),
  foreign key (city_id, group_id) references registry.business_group (city_id, id)
);
comment on table registry.decree_group is 'Which group stands in which annex of a decree.';
create index decree_group_by_group on registry.decree_group (city_id, group_id);
select platform.protect('registry.decree_group', 'select, insert');

create table registry.document (
  city_id text not null,
  id uuid not null,
  kind text not null check (kind in ('decree', 'certificate', 'member-cards', 'receipt', 'passbook')),
  subject_kind text not null,
  subject_id uuid not null,
  sha256 text not null,
  title text not null,
  made_at timestamptz not null,
  primary key (city_id, id)
);
comment on table registry.document is 'A PDF made from a subject, lying in the file store by its hash.';
create index document_by_subject on registry.document (city_id, subject_kind, subject_id, kind, made_at desc);
select platform.protect('registry.document', 'select, insert');

create table registry.member_card (
  city_id text not null,
  id uuid not null,
  membership_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  number text not null,
  token text not null check (token ~ '^[A-Za-z0-9_-]{22}$'),
  issued_on date not null,
  valid_to date,
  pin_hash text,
  pin_set_at timestamptz,
  revoked_at timestamptz,
  revoked_why text,
  primary key (city_id, id),
  unique (city_id, number),
  unique (city_id, token),
  foreign key (city_id, membership_id) references registry.membership (city_id, id)
);
comment on table registry.member_card is 'A QR card. The token opens a public page that shows validity only; with her PIN the member sees her own page.';
create index member_card_by_person on registry.member_card (city_id, person_id);
create index member_card_by_group on registry.member_card (city_id, group_id);
select platform.protect('registry.member_card', 'select, insert, update');

create table registry.import_mapping (
  city_id text not null,
  id uuid not null,
  fingerprint text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, fingerprint)
);
comment on table registry.import_mapping is 'A column mapping a person corrected, remembered for the next file of the same shape.';
select platform.protect('registry.import_mapping', 'select, insert, update');

create table registry.import_batch (
  city_id text not null,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  state text not null check (state in ('reading', 'read', 'mapped', 'previewing', 'previewed', 'applying', 'applied', 'failed', 'cancelled', 'undone')),
  sheet text,
  shape jsonb,
  mapping jsonb,
  counts jsonb not null default '{}',
  problem jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  applied_at timestamptz,
  primary key (city_id, id)
);
comment on table registry.import_batch is 'One uploaded spreadsheet on its way into the registry; applied whole or not at all.';
create index import_batch_by_time on registry.import_batch (city_id, uploaded_at desc);
select platform.protect('registry.import_batch', 'select, insert, update');

create table registry.import_row (
  city_id text not null,
  batch_id uuid not null,
  row_number int not null,
  cells jsonb not null,
  candidate jsonb,
  outcome text check (outcome in ('new', 'same', 'review', 'repair')),
  reasons jsonb not null default '[]',
  person_id uuid,
  business_id uuid,
  primary key (city_id, batch_id, row_number),
  foreign key (city_id, batch_id) references registry.import_batch (city_id, id)
);
comment on table registry.import_row is 'One row of a file and how it ended: new, same as an existing record, to review, or to repair with a reason. NIKs are sealed inside cells and candidate.';
create index import_row_by_outcome on registry.import_row (city_id, batch_id, outcome, row_number);
select platform.protect('registry.import_row', 'select, insert, update, delete');
