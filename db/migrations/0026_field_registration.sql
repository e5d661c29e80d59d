-- People registered where they stand, without signal, and what two people say differently about one field.

alter table registry.person
  add column rt text check (rt ~ '^\d{1,3}$'),
  add column rw text check (rw ~ '^\d{1,3}$'),
  add constraint person_merged_whole check ((state = 'merged') = (merged_into is not null)),
  add constraint person_merged_elsewhere check (merged_into <> id),
  add constraint person_merged_known foreign key (city_id, merged_into) references registry.person (city_id, id);
comment on column registry.person.merged_into is 'Who she turned out to be; her own id stays, for what was sent under it.';
create index person_by_merged on registry.person (city_id, merged_into) where merged_into is not null;
create index person_by_birth on registry.person (city_id, born_on) where born_on is not null;
create index person_provisional on registry.person (city_id, created_at, id) where state = 'provisional';

alter table registry.business
  add column started_year int check (started_year between 1900 and 2200),
  add column merged_into uuid,
  add constraint business_merged_whole check ((state = 'merged') = (merged_into is not null)),
  add constraint business_merged_elsewhere check (merged_into <> id),
  add constraint business_merged_known foreign key (city_id, merged_into) references registry.business (city_id, id);
comment on column registry.business.started_year is 'The year she says she began.';
comment on column registry.business.merged_into is 'Which business it turned out to be; its own id stays, for what was sent under it.';

create table registry.household (
  city_id text not null,
  id uuid not null,
  sealed bytea not null,
  blind_index bytea not null check (length(blind_index) = 32),
  last_four text not null check (last_four ~ '^\d{4}$'),
  period text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (city_id, id),
  unique (city_id, blind_index, period)
);
comment on table registry.household is 'A family by its KK number and the month that number was seen to hold: a KK changes when a family splits or moves, a NIK never does. The number is sealed.';
select platform.protect('registry.household', 'select, insert');

create table registry.household_member (
  city_id text not null,
  household_id uuid not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (city_id, household_id, person_id),
  foreign key (city_id, household_id) references registry.household (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table registry.household_member is 'Who showed that she is of a household; the latest period is where she belongs now.';
create index household_member_by_person on registry.household_member (city_id, person_id);
select platform.protect('registry.household_member', 'select, insert');

create table registry.business_snapshot (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  on_day date not null,
  turnover_month_rupiah bigint check (turnover_month_rupiah >= 0),
  turnover_band text check (turnover_band in ('under-1m', '1m-5m', '5m-25m', 'over-25m')),
  workers int check (workers between 0 and 10000),
  source_kind text not null check (source_kind in ('encounter', 'visit')),
  source_id uuid not null,
  by_name text not null,
  primary key (city_id, id),
  unique (city_id, source_kind, source_id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  check (turnover_month_rupiah is null or turnover_band is null)
);
comment on table registry.business_snapshot is 'What a business was on a day, as its owner said: sales of a month in whole rupiah or the band she names, and the people who work in it, herself included.';
create index business_snapshot_by_business on registry.business_snapshot (city_id, business_id, on_day desc);
select platform.protect('registry.business_snapshot', 'select, insert');

create table registry.encounter (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  business_id uuid,
  known_id uuid,
  outcome text not null check (outcome in ('new', 'same', 'review')),
  met_on date not null,
  recorded_at timestamptz not null,
  by_user uuid not null,
  by_name text not null,
  no_nik_why text check (no_nik_why in ('not-with-her', 'no-card', 'unreadable', 'not-wanted')),
  photo_sha256 text check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  notice_version int not null check (notice_version > 0),
  channel text not null check (channel in ('written', 'thumbprint', 'spoken')),
  witness text check (length(witness) between 2 and 120),
  mark text check (length(mark) <= 20000 and mark ~ '^[MLZ0-9. -]+$'),
  decided_at timestamptz,
  decided_by uuid,
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  foreign key (city_id, known_id) references registry.person (city_id, id),
  check (witness is not null or channel = 'written'),
  check ((mark is null) = (channel = 'spoken')),
  check (outcome <> 'same' or known_id is not null)
);
comment on table registry.encounter is 'Somebody met and written down on the spot, for the first time or though she was here already, with the evidence that she agreed to the statement read to her (UU 27/2022 art. 24).';
comment on column registry.encounter.person_id is 'The id the phone gave her; merged into known_id when she was here already.';
comment on column registry.encounter.notice_version is 'Version of the spoken statement that was read to her.';
comment on column registry.encounter.mark is 'The path (SVG) of her signature or thumb on the screen, drawn in a field of 320 × 160.';
create index encounter_by_person on registry.encounter (city_id, person_id, met_on desc);
create index encounter_by_known on registry.encounter (city_id, known_id, met_on desc) where known_id is not null;
create index encounter_by_user on registry.encounter (city_id, by_user, recorded_at desc);
select platform.protect('registry.encounter', 'select, insert, update');

create table registry.candidate_pair (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  why text not null check (why in ('nik-other-name', 'contradicts', 'name-phone', 'name-birth', 'name-business-place',
    'name-place', 'phone-near-name', 'birth-near-name', 'same-row')),
  state text not null default 'open' check (state in ('open', 'same', 'different', 'later')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  reason text check (length(reason) <= 300),
  primary key (city_id, id),
  unique (city_id, person_id, other_id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, other_id) references registry.person (city_id, id),
  check (person_id <> other_id),
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
comment on table registry.candidate_pair is 'Two records that may be one person: open → same | different | later. A person decides, with a reason.';
comment on column registry.candidate_pair.person_id is 'The newer record, which joins the other when they are the same.';
create index candidate_pair_waiting on registry.candidate_pair (city_id, state, found_at, id) where state in ('open', 'later');
create index candidate_pair_by_other on registry.candidate_pair (city_id, other_id);
select platform.protect('registry.candidate_pair', 'select, insert, update');

create table registry.profile_proposal (
  city_id text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'business')),
  subject_id uuid not null,
  field text not null,
  base_value text,
  standing_value text,
  proposed_value text,
  sealed bytea,
  blind_index bytea check (length(blind_index) = 32),
  source_kind text not null check (source_kind in ('encounter', 'correction')),
  source_id uuid not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'kept')),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_name text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  reason text check (length(reason) <= 300),
  primary key (city_id, id),
  unique (city_id, source_id, subject_id, field),
  check ((field = 'nik') = (sealed is not null) and (sealed is null) = (blind_index is null)),
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (decided_by <> proposed_by)
);
comment on table registry.profile_proposal is 'A value for a field that had another by the time it arrived: the standing one stays until somebody else decides.';
comment on column registry.profile_proposal.base_value is 'What its author saw when she wrote; null also when she saw nothing there.';
comment on column registry.profile_proposal.standing_value is 'What stood there when it arrived; a NIK by its last four digits.';
comment on column registry.profile_proposal.sealed is 'A proposed NIK; proposed_value then shows its last four digits.';
create index profile_proposal_open on registry.profile_proposal (city_id, proposed_at, id) where state = 'open';
create index profile_proposal_by_subject on registry.profile_proposal (city_id, subject_id, proposed_at desc);
create index profile_proposal_by_author on registry.profile_proposal (city_id, proposed_by, proposed_at desc);
select platform.protect('registry.profile_proposal', 'select, insert, update');

alter table programmes.service drop constraint service_kind_check;
alter table programmes.service add constraint service_kind_check check (kind in ('registered', 'met', 'group-joined', 'visited',
  'meeting', 'trained', 'permit', 'loan', 'market', 'answered'));
