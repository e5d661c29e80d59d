-- One person may apply without a group, and arrears get a path of counselling instead of a closed door.

alter table lending.product
  add column borrowers text not null default 'group' check (borrowers in ('group', 'person', 'both')),
  add constraint product_peers check (borrowers <> 'person' or not joint_liability);
comment on column lending.product.borrowers is 'Who may apply: a lending group, one person, or either. Joint liability is for those who apply as a group.';

alter table lending.application alter column lending_group_id drop not null;
comment on table lending.application is 'A lending group asks, or one person for herself; one person recommends and another approves.';
comment on column lending.application.lending_group_id is 'Null when one person applies for herself; she is then its only member.';

create table lending.counselling (
  city_id text not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  loan_id uuid,
  creditor text check (length(creditor) between 2 and 120),
  overdue_rupiah bigint not null check (overdue_rupiah > 0),
  overdue_days int check (overdue_days > 0),
  reason text not null check (reason in ('fell-behind', 'wants-to-apply')),
  note text not null default '',
  state text not null check (state in ('open', 'closed')),
  next_on date not null,
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_name text not null,
  result text check (result in ('caught-up', 'restructured', 'paid-elsewhere', 'referred', 'written-off', 'not-willing', 'mistake')),
  closed_on date,
  closed_at timestamptz,
  closed_by uuid,
  closed_name text,
  closed_note text,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  check ((loan_id is null) <> (creditor is null)),
  check ((loan_id is null) = (overdue_days is null)),
  check ((state = 'closed') = (result is not null) and (state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (closed_by is not null) and (state = 'closed') = (closed_at is not null))
);
comment on table lending.counselling is 'Arrears that somebody helps to get rid of: on a loan kept here, or at a lender who keeps no books here. Opened by a person, closed by a person with a result.';
comment on column lending.counselling.creditor is 'Who is owed when the arrears are not on a loan kept here; the amount is then what she said or showed.';
comment on column lending.counselling.overdue_rupiah is 'What was overdue when it was opened.';
comment on column lending.counselling.next_on is 'When somebody has to look at it again; the worklist is in this order.';
create unique index counselling_once_per_loan on lending.counselling (city_id, loan_id) where state = 'open';
create unique index counselling_once_per_creditor on lending.counselling (city_id, person_id, lower(creditor)) where state = 'open' and loan_id is null;
create index counselling_by_person on lending.counselling (city_id, person_id);
create index counselling_by_loan on lending.counselling (city_id, loan_id);
create index counselling_open on lending.counselling (city_id, next_on) where state = 'open';
select platform.protect('lending.counselling', 'select, insert, update');

create table lending.counselling_step (
  city_id text not null,
  id uuid not null,
  counselling_id uuid not null,
  kind text not null check (kind in ('talk', 'visit', 'call', 'promise', 'catch-up', 'restructure', 'referral', 'proof')),
  on_day date not null,
  note text not null default '',
  promised_on date,
  amount_rupiah bigint check (amount_rupiah > 0),
  next_on date,
  by_user uuid not null,
  by_name text not null,
  entered bigint not null default nextval('lending.entry_order'),
  recorded_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, counselling_id) references lending.counselling (city_id, id),
  check ((kind = 'promise') = (promised_on is not null)),
  check ((kind in ('promise', 'proof')) = (amount_rupiah is not null)),
  check (promised_on >= on_day)
);
comment on table lending.counselling_step is 'What was done and agreed, one row a step, never changed. Whether a promise was kept is read off the repayments (or, for a debt elsewhere, off the proofs of payment shown), not claimed.';
create index counselling_step_by_case on lending.counselling_step (city_id, counselling_id, entered);
select platform.protect('lending.counselling_step', 'select, insert');
