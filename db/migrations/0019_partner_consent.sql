-- Consent as a life of its own (given, withdrawn, by whom and before whom), file templates with validity and two
-- people, and a cooperative's SHU divided among its members.

alter table registry.consent
  add column given_on date,
  add column withdrawn_on date,
  add column withdrawn_by uuid,
  add column withdrawn_channel text check (withdrawn_channel in ('written', 'thumbprint', 'spoken', 'own-page')),
  add column withdrawn_why text check (length(withdrawn_why) <= 300);
update registry.consent c set given_on = (c.given_at at time zone t.time_zone)::date
  from access.city t where t.city_id = c.city_id;
update registry.consent set given_on = given_at::date where given_on is null;
update registry.consent set withdrawn_on = withdrawn_at::date where withdrawn_at is not null;
alter table registry.consent
  alter column given_on set not null,
  add constraint consent_witness_named check (witness is null or length(witness) between 2 and 120),
  add constraint consent_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_on is null)),
  add constraint consent_withdrawn_after check (withdrawn_on is null or withdrawn_on >= given_on),
  add constraint consent_lender_known foreign key (city_id, institution_id) references partners.institution (city_id, id);
comment on column registry.consent.given_on is 'The day she agreed; given_at is when it was written down.';
comment on column registry.consent.withdrawn_by is 'Who wrote the withdrawal down; null when she did so herself on her own page.';
create unique index consent_standing_once on registry.consent
  (city_id, person_id, purpose, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'))
  where withdrawn_at is null;

alter table partners.file_template
  add column valid_from date not null default '2000-01-01',
  add column proposed_by uuid;
alter table partners.file_template
  alter column valid_from drop default,
  add constraint file_template_two_people check (proposed_by is null or proposed_by <> saved_by);
comment on column partners.file_template.valid_from is 'First day this version is written or read by; the version before it ends the day before.';
comment on column partners.file_template.proposed_by is 'Who wrote it, where saved_by approved it; null for the first version of a kind.';

create table savings.shu_division (
  city_id text not null,
  institution_id uuid not null,
  year int not null check (year between 2000 and 2200),
  paid_to text not null check (paid_to in ('savings', 'payable')),
  total_rupiah bigint not null check (total_rupiah > 0),
  members int not null check (members > 0),
  meeting_document text not null check (length(meeting_document) between 3 and 240),
  journal_id uuid,
  decided_at timestamptz not null,
  proposed_by uuid not null,
  approved_by uuid not null,
  primary key (city_id, institution_id, year),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check ((paid_to = 'savings') = (journal_id is not null)),
  check (proposed_by <> approved_by)
);
comment on table savings.shu_division is 'The members'' parts of a year''s SHU divided among them, once: to their voluntary savings, or kept as payable until they fetch it.';
select platform.protect('savings.shu_division', 'select, insert');

create table savings.shu_share (
  city_id text not null,
  institution_id uuid not null,
  year int not null,
  part int not null check (part > 0),
  person_id uuid not null,
  basis_rupiah bigint not null check (basis_rupiah > 0),
  amount_rupiah bigint not null check (amount_rupiah >= 0),
  primary key (city_id, institution_id, year, part, person_id),
  foreign key (city_id, institution_id, year) references savings.shu_division (city_id, institution_id, year),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table savings.shu_share is 'One member''s share of one part of the SHU (numbered as in the cooperative''s rule), and the savings or interest it follows from.';
create index shu_share_by_person on savings.shu_share (city_id, person_id, year);
select platform.protect('savings.shu_share', 'select, insert');

alter table savings.movement drop constraint movement_source_check;
alter table savings.movement add constraint movement_source_check
  check (source in ('meeting', 'disbursement', 'office', 'shu'));
