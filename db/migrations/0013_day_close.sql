-- The close of a business day: how every loan stood when it ended, and the portfolio it makes.

create table lending.grade_table (
  city_id text not null,
  id uuid not null,
  institution_id uuid,
  lender_type text check (lender_type in ('bank', 'bpr', 'lkm')),
  repay_unit text check (repay_unit in ('day', 'week', 'month')),
  valid_from date not null,
  source_document text not null check (length(source_document) between 3 and 240),
  grades smallint[] not null,
  most_overdue_days int[] not null,
  most_days_after_maturity int[],
  provision_percents text[],
  added_at timestamptz not null,
  added_by uuid not null,
  approved_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, institution_id) references partners.institution (city_id, id),
  unique nulls not distinct (city_id, institution_id, lender_type, repay_unit, valid_from),
  check ((institution_id is null) <> (lender_type is null)),
  check (cardinality(grades) = cardinality(most_overdue_days) and cardinality(grades) between 1 and 4),
  check (most_days_after_maturity is null or cardinality(most_days_after_maturity) = cardinality(grades)),
  check (provision_percents is null or cardinality(provision_percents) = 5)
);
comment on table lending.grade_table is 'Quality tables a city added to the ones the programme knows: of a kind of lender, or of one lender by its own rule.';
comment on column lending.grade_table.repay_unit is 'The instalment frequency it is for; null for all.';
comment on column lending.grade_table.most_overdue_days is 'Up to so many days late a loan has the grade beside it; later than the last is grade 5.';
comment on column lending.grade_table.most_days_after_maturity is 'Up to so many days after the last due date; null when maturity makes no difference.';
comment on column lending.grade_table.provision_percents is 'For grades 1 to 5, exact decimal text; for information, the city does not provision.';
select platform.protect('lending.grade_table', 'select, insert');

create table lending.loan_position (
  city_id text not null,
  loan_id uuid not null,
  book_id uuid not null,
  repay_unit text not null check (repay_unit in ('day', 'week', 'month')),
  as_of date not null,
  next_change_on date not null,
  schedule_version int not null,
  lent_rupiah bigint not null,
  paid_principal bigint not null,
  paid_interest bigint not null,
  written_off boolean not null,
  outstanding_rupiah bigint not null check (outstanding_rupiah >= 0),
  earned_interest bigint not null,
  unpaid_interest bigint not null check (unpaid_interest >= 0),
  overdue_rupiah bigint not null check (overdue_rupiah >= 0),
  late_since date,
  bucket smallint not null check (bucket between 0 and 5),
  grade smallint check (grade between 1 and 5),
  running boolean not null,
  primary key (city_id, loan_id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  check (next_change_on > as_of)
);
comment on table lending.loan_position is
  'How a loan stood at the end of the last closed day. Written by the day close only, and only when something of it changed that day.';
comment on column lending.loan_position.as_of is 'The closed day that wrote the row; what it says still holds on every closed day since.';
comment on column lending.loan_position.next_change_on is 'The next day on which something here changes even if nobody pays: an instalment falls due or becomes late, a bucket or grade is crossed; infinity when never.';
comment on column lending.loan_position.lent_rupiah is 'Handed out until the day: the disbursement, tranches and top-ups.';
comment on column lending.loan_position.written_off is 'Taken off the balance sheet: it still is a debt and no longer part of the portfolio.';
comment on column lending.loan_position.earned_interest is 'Interest that has fallen due by schedule, paid or not.';
comment on column lending.loan_position.late_since is 'Due day of the oldest instalment that is not paid in full and is past; days late follow from it.';
comment on column lending.loan_position.bucket is 'By days late: 0 none, 1 from 1, 2 from 8, 3 from 31, 4 from 61, 5 from 91.';
comment on column lending.loan_position.grade is 'By the lender''s own table; null where none is known.';
comment on column lending.loan_position.running is 'Something is still to be paid: the loan is part of the portfolio.';
create index loan_position_by_book on lending.loan_position (city_id, book_id);
-- Rows that change day by day find room for their next version in their own page, and no index hears of it: measured,
-- reading a narrow row is worth a hundredth of keeping an index on next_change_on.
alter table lending.loan_position set (fillfactor = 80);
select platform.protect('lending.loan_position', 'select, insert, update');

create table lending.day_close (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  state text not null check (state in ('running', 'done')),
  loans_touched bigint not null default 0 check (loans_touched >= 0),
  batches int not null default 0 check (batches >= 0),
  tally jsonb not null default '{}',
  grade_rules jsonb not null,
  begun_at timestamptz not null,
  done_at timestamptz,
  work_ms bigint not null default 0,
  asked_by uuid not null,
  primary key (city_id, book_id, day),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  check ((state = 'done') = (done_at is not null))
);
comment on table lending.day_close is 'How far the close of a day is, and what it changed; a batch counts in the transaction that wrote it.';
comment on column lending.day_close.tally is 'What the day changed so far, figure by figure, as decimal text; the portfolio of the day is the one before plus this.';
comment on column lending.day_close.grade_rules is 'The grade tables of this day by instalment frequency; where one differs from the day before, its loans are graded anew.';
comment on column lending.day_close.work_ms is 'Time the batches took in the database, without waiting between them.';
select platform.protect('lending.day_close', 'select, insert, update');

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
  primary key (city_id, book_id, day),
  foreign key (city_id, book_id, day) references lending.day_close (city_id, book_id, day)
);
comment on table lending.portfolio_day is 'A lender''s portfolio at the end of a closed day. Never changed afterwards: what comes later counts on later days.';
comment on column lending.portfolio_day.earned_interest is 'Interest that fell due on this day by schedule.';
comment on column lending.portfolio_day.late_8_rupiah is 'Whole outstanding principal of loans 8 to 30 days late; the others alike. PAR is the sum from a column on, over outstanding.';
comment on column lending.portfolio_day.provision_rupiah is 'By grade and the table''s rates, for information; null where no table gives rates.';
comment on column lending.portfolio_day.ledger_rupiah is 'What the books held on the loans'' leaves when the day ended: equals outstanding_rupiah.';
select platform.protect('lending.portfolio_day', 'select, insert');

create index repayment_by_recording on lending.repayment (city_id, recorded_at);
create index loan_event_by_recording on lending.loan_event (city_id, recorded_at);
create index loan_by_disbursement on lending.loan (city_id, institution_id, disbursed_on);
