-- Loans without collateral, joint liability, and members' savings.

create schema lending;
grant usage on schema lending to naik_app;
create schema savings;
grant usage on schema savings to naik_app;

create table lending.product (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  terms jsonb not null,
  minimum_rupiah bigint not null check (minimum_rupiah > 0),
  maximum_rupiah bigint not null,
  step_rupiah bigint not null check (step_rupiah > 0),
  compulsory_savings_percent text not null check (compulsory_savings_percent ~ '^\d{1,3}(\.\d{1,4})?$'),
  joint_liability boolean not null,
  source_document text not null,
  valid_from date not null,
  valid_to date,
  offered_at timestamptz not null,
  offered_by uuid not null,
  primary key (city_id, id),
  unique (city_id, code),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  check (maximum_rupiah >= minimum_rupiah)
);
comment on table lending.product is 'What a lender offers: terms as data with validity dates and the document they come from.';
comment on column lending.product.compulsory_savings_percent is 'Set aside from each disbursement (uang pertanggungjawaban), exact decimal text.';
select platform.protect('lending.product', 'select, insert, update');

create table lending.lending_group (
  city_id text not null,
  id uuid not null,
  name text not null,
  institution_id uuid not null,
  business_group_id uuid,
  formed_on date not null,
  ended_on date,
  primary key (city_id, id),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  foreign key (city_id, business_group_id) references registry.business_group (city_id, id)
);
comment on table lending.lending_group is 'People who answer for each other''s loans at one lender (tanggung renteng); not the same as a programme group.';
create index lending_group_by_business_group on lending.lending_group (city_id, business_group_id);
select platform.protect('lending.lending_group', 'select, insert, update');

create table lending.application (
  city_id text not null,
  id uuid not null,
  number text not null,
  product_id uuid not null,
  lending_group_id uuid not null,
  state text not null check (state in ('submitted', 'recommended', 'approved', 'refused', 'disbursed', 'lapsed')),
  first_due_on date not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  recommended_at timestamptz,
  recommended_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  refused_at timestamptz,
  refused_by uuid,
  refused_reason text,
  disbursed_at timestamptz,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, product_id) references lending.product (city_id, id),
  foreign key (city_id, lending_group_id) references lending.lending_group (city_id, id),
  check (recommended_by is null or recommended_by <> submitted_by),
  check (approved_by is null or (approved_by <> recommended_by and approved_by <> submitted_by))
);
comment on table lending.application is 'A lending group asks; one person recommends and another approves.';
create index application_by_group on lending.application (city_id, lending_group_id);
create index application_open on lending.application (city_id, submitted_at) where state in ('submitted', 'recommended', 'approved');
select platform.protect('lending.application', 'select, insert, update');

create table lending.application_member (
  city_id text not null,
  application_id uuid not null,
  person_id uuid not null,
  business_id uuid,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  purpose text not null default '',
  checks jsonb not null,
  primary key (city_id, application_id, person_id),
  foreign key (city_id, application_id) references lending.application (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table lending.application_member is 'What each member asks for, and her pre-check as it stood: pass, fail or unknown with reason and remedy. Nobody is refused by machine.';
create index application_member_by_person on lending.application_member (city_id, person_id);
select platform.protect('lending.application_member', 'select, insert, update');

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
  principal_rupiah bigint not null check (principal_rupiah > 0),
  terms jsonb not null,
  disbursed_on date not null,
  state text not null check (state in ('active', 'closed', 'restructured', 'written-off')),
  schedule_version int not null,
  paid_principal bigint not null default 0 check (paid_principal >= 0),
  paid_interest bigint not null default 0 check (paid_interest >= 0),
  closed_on date,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, product_id) references lending.product (city_id, id),
  foreign key (city_id, lending_group_id) references lending.lending_group (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check (paid_principal <= principal_rupiah)
);
comment on table lending.loan is 'A loan kept in our books. Its state is what was paid so far against the schedule version in force.';
create unique index loan_once_per_application on lending.loan (city_id, application_id, person_id) where application_id is not null;
create index loan_by_person on lending.loan (city_id, person_id);
create index loan_by_group on lending.loan (city_id, lending_group_id, state);
create index loan_active on lending.loan (city_id, institution_id) where state = 'active';
select platform.protect('lending.loan', 'select, insert, update');

create table lending.schedule_version (
  city_id text not null,
  loan_id uuid not null,
  version int not null,
  due_on date[] not null,
  principal_due bigint[] not null,
  interest_due bigint[] not null,
  made_at timestamptz not null,
  why text not null,
  primary key (city_id, loan_id, version),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  check (cardinality(due_on) = cardinality(principal_due) and cardinality(due_on) = cardinality(interest_due) and cardinality(due_on) > 0)
);
comment on table lending.schedule_version is 'One immutable row: due dates and CUMULATIVE principal and interest due at each.';
select platform.protect('lending.schedule_version', 'select, insert');

create table lending.repayment (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  on_day date not null,
  payer_id uuid not null,
  source text not null check (source in ('meeting', 'office', 'transfer')),
  source_id uuid,
  cover_id uuid,
  principal bigint not null check (principal >= 0),
  interest bigint not null check (interest >= 0),
  journal_id uuid not null,
  reverses_id uuid,
  recorded_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id)
);
comment on table lending.repayment is 'Money that reached a loan, by its obligor or by a peer who covered (then payer differs and cover_id says which cover).';
create index repayment_by_loan on lending.repayment (city_id, loan_id, on_day, id);
create index repayment_by_source on lending.repayment (city_id, source_id);
create index repayment_by_day on lending.repayment (city_id, on_day);
select platform.protect('lending.repayment', 'select, insert');

create table lending.instalment_mark (
  city_id text not null,
  loan_id uuid not null,
  due_on date not null,
  meeting_id uuid,
  due_rupiah bigint not null check (due_rupiah >= 0),
  paid_by_herself bigint not null check (paid_by_herself >= 0),
  covered bigint not null default 0 check (covered >= 0),
  primary key (city_id, loan_id, due_on),
  foreign key (city_id, loan_id) references lending.loan (city_id, id)
);
comment on table lending.instalment_mark is 'The member''s own honest series beside the lender''s: what was due on the meeting day, what she paid herself, what peers covered.';
create index instalment_mark_by_day on lending.instalment_mark (city_id, due_on);
select platform.protect('lending.instalment_mark', 'select, insert');

create table lending.cover (
  city_id text not null,
  id uuid not null,
  lending_group_id uuid not null,
  loan_id uuid not null,
  obligor_id uuid not null,
  payer_id uuid not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  on_day date not null,
  meeting_id uuid,
  agreed_by_group boolean not null check (agreed_by_group),
  primary key (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  check (payer_id <> obligor_id)
);
comment on table lending.cover is 'Joint liability: a peer paid for her. The lender sees it paid, her own series shows the miss.';
create index cover_by_obligor on lending.cover (city_id, obligor_id);
create index cover_by_meeting on lending.cover (city_id, meeting_id);
select platform.protect('lending.cover', 'select, insert');

create table lending.member_claim (
  city_id text not null,
  id uuid not null,
  cover_id uuid not null,
  creditor_id uuid not null,
  debtor_id uuid not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  repaid_rupiah bigint not null default 0,
  repayment_order int not null,
  state text not null check (state in ('open', 'repaid', 'forgiven')),
  opened_on date not null,
  primary key (city_id, id),
  unique (city_id, cover_id),
  foreign key (city_id, cover_id) references lending.cover (city_id, id),
  check (repaid_rupiah between 0 and amount_rupiah),
  check (creditor_id <> debtor_id)
);
comment on table lending.member_claim is 'What a member owes the peer who covered her, and in which order it is repaid as the group agreed.';
create index member_claim_by_debtor on lending.member_claim (city_id, debtor_id) where state = 'open';
create index member_claim_by_creditor on lending.member_claim (city_id, creditor_id) where state = 'open';
select platform.protect('lending.member_claim', 'select, insert, update');

create table savings.account (
  city_id text not null,
  id uuid not null,
  number text not null,
  institution_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('compulsory', 'voluntary', 'principal', 'mandatory')),
  opened_on date not null,
  closed_on date,
  primary key (city_id, id),
  unique (city_id, number),
  unique (city_id, institution_id, person_id, kind),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table savings.account is 'A member''s savings at an institution; its balance is its ledger leaf.';
create index savings_account_by_person on savings.account (city_id, person_id);
select platform.protect('savings.account', 'select, insert, update');

create table savings.movement (
  city_id text not null,
  id uuid not null,
  account_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null check (amount_rupiah <> 0),
  source text not null check (source in ('meeting', 'disbursement', 'office')),
  source_id uuid,
  journal_id uuid not null,
  primary key (city_id, id),
  foreign key (city_id, account_id) references savings.account (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id)
);
comment on table savings.movement is 'Money into (positive) or out of (negative) a savings account.';
create index savings_movement_by_account on savings.movement (city_id, account_id, on_day, id);
create index savings_movement_by_source on savings.movement (city_id, source_id);
select platform.protect('savings.movement', 'select, insert');
