-- What happens to a loan after its disbursement, as one list in order of entry, and the ledger of claims between members.

create sequence lending.entry_order;
comment on sequence lending.entry_order is 'Numbers whatever happens to loans in order of entry; a loan''s own entries are in order because its row is locked for each.';
grant usage on sequence lending.entry_order to naik_app;

alter table lending.loan
  add column approved_rupiah bigint,
  add column charged_fee bigint not null default 0 check (charged_fee >= 0),
  add column charged_penalty bigint not null default 0 check (charged_penalty >= 0),
  add column waived_fee bigint not null default 0 check (waived_fee >= 0),
  add column waived_penalty bigint not null default 0 check (waived_penalty >= 0),
  add column paid_fee bigint not null default 0 check (paid_fee >= 0),
  add column paid_penalty bigint not null default 0 check (paid_penalty >= 0),
  add column overpaid_rupiah bigint not null default 0 check (overpaid_rupiah >= 0),
  add column written_off_principal bigint not null default 0 check (written_off_principal >= 0),
  add column recovered_rupiah bigint not null default 0 check (recovered_rupiah >= 0),
  add column forgiven_rupiah bigint not null default 0 check (forgiven_rupiah >= 0),
  add constraint loan_charges_paid check (paid_fee + waived_fee <= charged_fee and paid_penalty + waived_penalty <= charged_penalty),
  add constraint loan_written_off check (recovered_rupiah + forgiven_rupiah <= written_off_principal),
  drop constraint loan_state_check,
  add constraint loan_state_check check (state in ('active', 'closed', 'written-off', 'recovered', 'forgiven'));
comment on column lending.loan.principal_rupiah is 'Principal handed out so far: the disbursement, later tranches and top-ups.';
comment on column lending.loan.approved_rupiah is 'What was approved when it is handed out in tranches; null when all of it went out at once.';
comment on column lending.loan.charged_fee is 'Sum of its charges of that kind less those reversed; open is charged less waived less paid. Interest has no such sum: it is due by the schedule version in force.';
comment on column lending.loan.overpaid_rupiah is 'Money that reached the loan beyond all that was owed and has not been given back: a liability of the book.';
comment on column lending.loan.written_off_principal is 'Hapus buku: taken off the balance sheet, still claimed; less what was recovered and forgiven (hapus tagih) it is what she still owes.';

alter table lending.repayment
  add column entered bigint not null default nextval('lending.entry_order'),
  add column payer_name text check (length(payer_name) between 2 and 120),
  add column fee bigint not null default 0,
  add column penalty bigint not null default 0,
  add column overpaid bigint not null default 0,
  drop constraint repayment_principal_check,
  drop constraint repayment_interest_check,
  drop constraint repayment_source_check,
  add constraint repayment_source_check check (source in ('meeting', 'office', 'transfer', 'take-over')),
  add constraint repayment_amount check (principal + interest + fee + penalty + overpaid > 0);
comment on column lending.repayment.principal is 'By how much the loan''s paid principal moved when this was entered (fell, for a reversal); with interest, fee, penalty and overpaid it sums to the amount. A backdated entry or a reversal moves later ones between the parts, so a part may be negative.';
comment on column lending.repayment.reverses_id is 'The repayment that this row undoes; its parts then count as subtracted.';
comment on column lending.repayment.payer_name is 'Who paid for her when it is nobody in the register; payer_id is then the borrower.';
create unique index repayment_reversed_once on lending.repayment (city_id, reverses_id) where reverses_id is not null;

alter table lending.schedule_version
  add column in_force_on date,
  add column event_id uuid;
comment on column lending.schedule_version.in_force_on is 'The day from which it holds; null for the first version: from the disbursement.';
comment on column lending.schedule_version.event_id is 'The entry of the loan''s life that made it. A later version starts with what was paid until then, so that its sums still are those of the whole loan.';

create table lending.charge (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  kind text not null check (kind in ('fee', 'penalty')),
  on_day date not null,
  due_on date not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  source text not null check (source in ('day-close', 'office', 'offer')),
  reason text not null default '',
  journal_id uuid,
  entered bigint not null default nextval('lending.entry_order'),
  by_user uuid,
  recorded_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check (due_on >= on_day)
);
comment on table lending.charge is 'A fee or penalty that a loan owes from a day on. Whoever adds one adds it to the loan''s charged sum in the same statement or transaction. It is income when it is paid, as interest is, so it has a journal only where a book accrues it.';
create index charge_by_loan on lending.charge (city_id, loan_id, entered);
select platform.protect('lending.charge', 'select, insert');

create table lending.loan_event (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  kind text not null check (kind in ('tranche', 'top-up', 'waiver', 'restructure', 'prepayment', 'write-off', 'forgiveness',
    'recovery', 'refund', 'reallocation', 'reversal')),
  on_day date not null,
  amount_rupiah bigint not null default 0 check (amount_rupiah >= 0),
  part text check (part in ('interest', 'fee', 'penalty')),
  principal bigint not null default 0,
  interest bigint not null default 0,
  fee bigint not null default 0,
  penalty bigint not null default 0,
  overpaid bigint not null default 0,
  schedule_version int,
  reverses_id uuid,
  caused_by uuid,
  journal_id uuid,
  reason text not null default '',
  entered bigint not null default nextval('lending.entry_order'),
  by_user uuid not null,
  by_name text not null,
  approved_by uuid,
  recorded_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check ((kind = 'reversal') = (reverses_id is not null)),
  check ((kind = 'waiver') = (part is not null))
);
comment on table lending.loan_event is 'What happens to a loan besides repayments and charges. Nothing here ever changes: a correction is a reversal, an entry of its own.';
comment on column lending.loan_event.principal is 'By how much the loan''s paid principal moved because of this entry, among interest, fee, penalty and overpaid: 0 unless money already paid counts differently from now on.';
comment on column lending.loan_event.caused_by is 'For a reallocation: the charge that took money paid earlier.';
create index loan_event_by_loan on lending.loan_event (city_id, loan_id, entered);
create unique index loan_event_reversed_once on lending.loan_event (city_id, reverses_id) where reverses_id is not null;
select platform.protect('lending.loan_event', 'select, insert');

create view lending.life with (security_invoker = true) as
  select l.city_id, l.id, l.id as loan_id, 'disbursement' as kind, l.disbursed_on as on_day, 0::bigint as entered,
    coalesce((l.terms ->> 'principal')::bigint, l.principal_rupiah) as amount_rupiah, null::text as part,
    0::bigint as principal, 0::bigint as interest, 0::bigint as fee, 0::bigint as penalty, 0::bigint as overpaid,
    null::date as due_on, 1 as schedule_version, null::uuid as reverses_id, null::uuid as cover_id, null::uuid as journal_id,
    '' as reason, null::uuid as by_user, null::timestamptz as recorded_at
  from lending.loan l
  union all
  select r.city_id, r.id, r.loan_id, case when r.reverses_id is null then 'repayment' else 'reversal' end, r.on_day, r.entered,
    r.principal + r.interest + r.fee + r.penalty + r.overpaid, null,
    r.principal * s.sign, r.interest * s.sign, r.fee * s.sign, r.penalty * s.sign, r.overpaid * s.sign,
    null, null, r.reverses_id, r.cover_id, r.journal_id, '', null, r.recorded_at
  from lending.repayment r cross join lateral (select case when r.reverses_id is null then 1 else -1 end as sign) s
  union all
  select c.city_id, c.id, c.loan_id, c.kind, c.on_day, c.entered, c.amount_rupiah, null, 0, 0, 0, 0, 0,
    c.due_on, null, null, null, c.journal_id, c.reason, c.by_user, c.recorded_at
  from lending.charge c
  union all
  select e.city_id, e.id, e.loan_id, e.kind, e.on_day, e.entered, e.amount_rupiah, e.part,
    e.principal, e.interest, e.fee, e.penalty, e.overpaid,
    null, e.schedule_version, e.reverses_id, null, e.journal_id, e.reason, e.by_user, e.recorded_at
  from lending.loan_event e;
comment on view lending.life is 'Everything that happened to a loan, one row an entry; replayed in order of day and then of entry. The parts sum to the loan''s paid sums.';
grant select on lending.life to naik_app;

create table lending.take_over (
  city_id text not null,
  id uuid not null,
  loan_id uuid not null,
  creditor text not null check (length(creditor) between 2 and 120),
  reference text not null default '',
  amount_rupiah bigint not null check (amount_rupiah > 0),
  old_loan_id uuid,
  on_day date not null,
  journal_id uuid not null,
  primary key (city_id, id),
  foreign key (city_id, loan_id) references lending.loan (city_id, id),
  foreign key (city_id, old_loan_id) references lending.loan (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id)
);
comment on table lending.take_over is 'The part of a disbursement that went to an old creditor instead of the borrower; old_loan_id when that debt was kept here.';
create index take_over_by_loan on lending.take_over (city_id, loan_id);
select platform.protect('lending.take_over', 'select, insert');

alter table lending.member_claim
  add column forgiven_rupiah bigint not null default 0 check (forgiven_rupiah >= 0),
  add column agreed_rank int check (agreed_rank > 0),
  drop constraint member_claim_state_check,
  add constraint member_claim_state_check check (state in ('open', 'repaid', 'forgiven', 'void')),
  add constraint member_claim_settled check (repaid_rupiah + forgiven_rupiah <= amount_rupiah);
comment on column lending.member_claim.agreed_rank is 'Place in the order of repayment that the group agreed afterwards; null while the order of the covers holds: oldest first.';
comment on column lending.member_claim.state is 'Void when the cover itself was reversed; open as long as something is neither repaid nor forgiven.';

create table lending.claim_event (
  city_id text not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('repaid', 'forgiven', 'void', 'reversal')),
  amount_rupiah bigint not null check (amount_rupiah > 0),
  on_day date not null,
  meeting_id uuid,
  reverses_id uuid,
  journal_id uuid not null,
  reason text not null default '',
  entered bigint not null default nextval('lending.entry_order'),
  by_user uuid not null,
  by_name text not null,
  recorded_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, claim_id) references lending.member_claim (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check ((kind = 'reversal') = (reverses_id is not null))
);
comment on table lending.claim_event is 'What became of a claim between members: repaid from hand to hand, forgiven by the creditor, void because its cover was reversed, or one of these undone.';
create index claim_event_by_claim on lending.claim_event (city_id, claim_id, entered);
create unique index claim_event_reversed_once on lending.claim_event (city_id, reverses_id) where reverses_id is not null;
select platform.protect('lending.claim_event', 'select, insert');
