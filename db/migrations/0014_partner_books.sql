-- Loans that lenders keep in their own books: the files exchanged with them, what the files say, how it compares
-- with our own computation, and the government's share of the interest.

alter table registry.consent add column institution_id uuid;
comment on column registry.consent.institution_id is
  'The lender she agreed to, for share-with-lender; null where the statement she was read named none and covers every lender of the programme.';

create table partners.file_template (
  city_id text not null,
  institution_id uuid not null,
  kind text not null check (kind in ('candidates', 'decisions', 'schedules', 'repayments', 'grades')),
  version int not null check (version > 0),
  layout jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (city_id, institution_id, kind, version),
  foreign key (city_id, institution_id) references partners.institution (city_id, id)
);
comment on table partners.file_template is 'How one lender writes one kind of file: columns, order, dates, numbers, codes. A change is a new version.';
select platform.protect('partners.file_template', 'select, insert');

create table lending.partner_file (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  kind text not null check (kind in ('candidates', 'decisions', 'schedules', 'repayments', 'grades')),
  number text not null,
  template_version int not null,
  file_name text not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('made', 'read', 'applied', 'dropped')),
  as_of date not null,
  counts jsonb not null default '{}',
  totals jsonb not null default '{}',
  sealed_rows bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  check ((kind = 'candidates') = (state = 'made')),
  check ((state = 'applied') = (applied_at is not null))
);
comment on table lending.partner_file is 'A file for or from a lender: candidates out (made), decisions, schedules, repayments and grades in (read, then applied whole or dropped).';
comment on column lending.partner_file.sealed_rows is 'What a candidate file says, NIKs included: sealed with the key of identity numbers.';
comment on column lending.partner_file.as_of is 'The day the file speaks of; a file older than the last one applied is refused.';
create index partner_file_by_lender on lending.partner_file (city_id, institution_id, kind, as_of desc);
create unique index partner_file_applied_once on lending.partner_file (city_id, institution_id, kind, sha256) where state = 'applied';
select platform.protect('lending.partner_file', 'select, insert, update');

create table lending.partner_candidate (
  city_id text not null,
  id uuid not null,
  file_id uuid not null,
  institution_id uuid not null,
  reference text not null,
  person_id uuid not null,
  application_id uuid,
  state text not null check (state in ('sent', 'approved', 'refused')),
  reason text,
  reason_code text,
  decided_on date,
  decided_by_file uuid,
  primary key (city_id, id),
  unique (city_id, institution_id, reference),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check ((state = 'refused') = (reason is not null))
);
comment on table lending.partner_candidate is 'Who was named to a lender in which file, and what the lender decided, with its reason code.';
create index partner_candidate_by_file on lending.partner_candidate (city_id, file_id);
create index partner_candidate_by_person on lending.partner_candidate (city_id, person_id);
create unique index partner_candidate_waiting_once on lending.partner_candidate (city_id, institution_id, person_id) where state = 'sent';
select platform.protect('lending.partner_candidate', 'select, insert, update');

create table lending.partner_file_taking (
  city_id text not null,
  id uuid not null,
  file_id uuid not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id)
);
comment on table lending.partner_file_taking is 'Each time somebody took a candidate file with its NIKs out of the house.';
create index partner_file_taking_by_file on lending.partner_file_taking (city_id, file_id, taken_at);
select platform.protect('lending.partner_file_taking', 'select, insert');

create table lending.partner_file_line (
  city_id text not null,
  file_id uuid not null,
  line int not null check (line > 0),
  line_key text,
  reading jsonb not null,
  outcome text not null check (outcome in ('new', 'same', 'changed', 'unknown', 'wrong')),
  problem jsonb,
  loan_id uuid,
  primary key (city_id, file_id, line),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id)
);
comment on table lending.partner_file_line is 'One line of a file that came in: what it says, and whether it is new, known, changed, about a loan we do not know, or wrong and why.';
create index partner_file_line_by_outcome on lending.partner_file_line (city_id, file_id, outcome, line);
select platform.protect('lending.partner_file_line', 'select, insert');

create table lending.partner_loan (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  number text not null,
  person_id uuid not null,
  candidate_id uuid,
  digits int not null check (digits between 0 and 4),
  principal bigint not null check (principal > 0),
  disbursed_on date not null,
  terms jsonb not null,
  state text not null check (state in ('running', 'closed')),
  closed_on date,
  grade int check (grade between 1 and 5),
  graded_on date,
  reported_outstanding bigint,
  reported_days_late int,
  file_id uuid not null,
  primary key (city_id, id),
  unique (city_id, institution_id, number),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id),
  check ((state = 'closed') = (closed_on is not null))
);
comment on table lending.partner_loan is 'A loan in a partner''s own books. It never enters our ledger.';
comment on column lending.partner_loan.digits is 'Decimal places of its amounts: 2 where the partner keeps cents; every amount of the loan is in that smallest unit.';
create index partner_loan_by_person on lending.partner_loan (city_id, person_id);
select platform.protect('lending.partner_loan', 'select, insert, update');

create table lending.partner_schedule_line (
  city_id text not null,
  loan_id uuid not null,
  number int not null check (number > 0),
  due_on date not null,
  principal bigint not null check (principal >= 0),
  interest bigint not null check (interest >= 0),
  file_id uuid not null,
  primary key (city_id, loan_id, number),
  foreign key (city_id, loan_id) references lending.partner_loan (city_id, id),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id)
);
comment on table lending.partner_schedule_line is 'One instalment as the partner''s file says it.';
select platform.protect('lending.partner_schedule_line', 'select, insert, update, delete');

create table lending.partner_repayment (
  city_id text not null,
  loan_id uuid not null,
  reference text not null,
  on_day date not null,
  principal bigint not null check (principal >= 0),
  interest bigint not null check (interest >= 0),
  penalty bigint not null check (penalty >= 0),
  file_id uuid not null,
  primary key (city_id, loan_id, reference),
  foreign key (city_id, loan_id) references lending.partner_loan (city_id, id),
  foreign key (city_id, file_id) references lending.partner_file (city_id, id)
);
comment on table lending.partner_repayment is 'One repayment as the partner''s file says it; reference is the partner''s own and never comes twice.';
select platform.protect('lending.partner_repayment', 'select, insert');

create table lending.reconciliation_item (
  city_id text not null,
  loan_id uuid not null,
  part text not null check (part in ('schedule', 'repayment', 'balance', 'grade')),
  item text not null,
  on_day date,
  state text not null check (state in ('matched', 'differs', 'unknown')),
  explanation text,
  theirs jsonb not null,
  ours jsonb not null,
  difference bigint not null,
  file_id uuid not null,
  primary key (city_id, loan_id, part, item),
  foreign key (city_id, loan_id) references lending.partner_loan (city_id, id),
  check ((state = 'matched') = (explanation is null))
);
comment on table lending.reconciliation_item is 'One line of a partner''s books beside what our engine computes from the same terms, and what explains the difference.';
comment on column lending.reconciliation_item.difference is 'Theirs less ours, in the loan''s smallest unit.';
create index reconciliation_item_by_state on lending.reconciliation_item (city_id, state, explanation);
select platform.protect('lending.reconciliation_item', 'select, insert, update, delete');

create table lending.subsidy_agreement (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  number text not null,
  name text not null,
  valid_from date not null,
  valid_to date not null,
  borrower_rate_percent text not null check (borrower_rate_percent ~ '^\d{1,3}(\.\d{1,6})?$'),
  government_share_percent text not null check (government_share_percent ~ '^\d{1,3}(\.\d{1,6})?$'),
  digits int not null check (digits between 0 and 4),
  cap bigint not null check (cap > 0),
  most_principal bigint not null check (most_principal > 0),
  budget_line text not null,
  source_document text not null,
  committed bigint not null default 0 check (committed >= 0 and committed <= cap),
  proposed_by uuid not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  check (valid_to >= valid_from),
  check (accepted_by <> proposed_by)
);
comment on table lending.subsidy_agreement is 'The government pays part of the interest at one lender: its share, for whom, from which budget line, up to how much.';
comment on column lending.subsidy_agreement.committed is 'Shares of all loans accepted under it, less what will never fall due; never above the cap.';
select platform.protect('lending.subsidy_agreement', 'select, insert, update');

create table lending.subsidised_loan (
  city_id text not null,
  loan_id uuid not null,
  agreement_id uuid not null,
  accepted_on date not null,
  accepted_by uuid not null,
  committed bigint not null check (committed >= 0),
  ended_on date,
  ended_why text check (ended_why in ('paid-off', 'ineligible')),
  ended_note text,
  primary key (city_id, loan_id),
  foreign key (city_id, loan_id) references lending.partner_loan (city_id, id),
  foreign key (city_id, agreement_id) references lending.subsidy_agreement (city_id, id),
  check ((ended_on is null) = (ended_why is null))
);
comment on table lending.subsidised_loan is 'A loan whose interest the government shares; it ends early when paid off or found ineligible.';
create index subsidised_loan_by_agreement on lending.subsidised_loan (city_id, agreement_id);
select platform.protect('lending.subsidised_loan', 'select, insert, update');

create table lending.subsidy_row (
  city_id text not null,
  loan_id uuid not null,
  number int not null,
  due_on date not null,
  lender_interest bigint not null check (lender_interest >= 0),
  borrower_interest bigint not null check (borrower_interest >= 0),
  subsidy bigint not null check (subsidy >= 0),
  primary key (city_id, loan_id, number),
  foreign key (city_id, loan_id) references lending.subsidised_loan (city_id, loan_id),
  check (lender_interest = borrower_interest + subsidy)
);
comment on table lending.subsidy_row is 'Two payers side by side on one schedule: of each instalment''s interest, what the borrower and what the government pays.';
create index subsidy_row_by_due on lending.subsidy_row (city_id, due_on);
select platform.protect('lending.subsidy_row', 'select, insert');

create table lending.subsidy_claim (
  city_id text not null,
  id uuid not null,
  agreement_id uuid not null,
  month date not null check (extract(day from month) = 1),
  number text not null,
  total bigint not null,
  lines int not null check (lines > 0),
  state text not null check (state in ('drafted', 'sent', 'answered', 'paid')),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  accepted bigint,
  answered_on date,
  answer_note text,
  answered_by uuid,
  paid bigint,
  paid_on date,
  payment_reference text,
  paid_by uuid,
  letter jsonb,
  primary key (city_id, id),
  unique (city_id, number),
  unique (city_id, agreement_id, month),
  foreign key (city_id, agreement_id) references lending.subsidy_agreement (city_id, id),
  check ((state in ('sent', 'answered', 'paid')) = (sent_at is not null)),
  check ((state in ('answered', 'paid')) = (accepted is not null)),
  check ((state = 'paid') = (paid is not null))
);
comment on table lending.subsidy_claim is 'What one lender claims of the government for one month: drafted, sent, answered, paid. Money taken back stands in it as negative lines.';
select platform.protect('lending.subsidy_claim', 'select, insert, update');

create table lending.subsidy_accrual (
  city_id text not null,
  loan_id uuid not null,
  number int not null,
  kind text not null check (kind in ('accrued', 'taken-back')),
  agreement_id uuid not null,
  on_day date not null,
  amount bigint not null,
  claim_id uuid,
  primary key (city_id, loan_id, number, kind),
  foreign key (city_id, loan_id, number) references lending.subsidy_row (city_id, loan_id, number),
  foreign key (city_id, claim_id) references lending.subsidy_claim (city_id, id),
  check ((kind = 'accrued') = (amount >= 0))
);
comment on table lending.subsidy_accrual is 'The government''s share of an instalment, owed from the day the instalment falls due; taken back where the loan had ended before.';
create index subsidy_accrual_open on lending.subsidy_accrual (city_id, agreement_id, on_day) where claim_id is null;
create index subsidy_accrual_by_claim on lending.subsidy_accrual (city_id, claim_id) where claim_id is not null;
select platform.protect('lending.subsidy_accrual', 'select, insert, update');
