-- The books at full depth: a chart of accounts, days and months that close, cash followed to the bank, SHU.

alter table ledger.book add column template text not null default 'cooperative'
  check (template in ('cooperative', 'revolving-fund', 'microfinance'));
comment on column ledger.book.template is 'Which chart of accounts the book was opened with.';

create table ledger.chart_account (
  city_id text not null,
  book_id uuid not null,
  number text not null check (number ~ '^[1-9][0-9]{3,7}$'),
  name text not null check (length(name) between 2 and 80),
  class text not null check (class in ('asset', 'liability', 'equity', 'income', 'expense', 'memorandum')),
  line text not null check (line ~ '^[a-z]+(-[a-z]+)*$'),
  control text not null,
  kept_by text not null check (kept_by in ('office', 'programme')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (city_id, book_id, number),
  unique (city_id, book_id, control),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  check ((closed_at is null) = (closed_by is null))
);
comment on table ledger.chart_account is 'The numbered accounts of a book; each names the control account whose leaves it sums.';
comment on column ledger.chart_account.line is 'The line of the balance sheet or income statement it falls in.';
comment on column ledger.chart_account.kept_by is 'office: officers post to it by manual journal. programme: its leaves belong to loans, savings and bags.';
select platform.protect('ledger.chart_account', 'select, insert');
grant update (closed_at, closed_by) on ledger.chart_account to naik_app;

-- A row of business_day is a closed day; a close that is under way stands in day_closing.
delete from ledger.business_day where state = 'closing';
alter table ledger.business_day drop column state;
revoke update on ledger.business_day from naik_app;
comment on table ledger.business_day is 'Days that were closed, by whom and when. A closed day, and every day before it, refuses entries.';

create table ledger.day_closing (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  primary key (city_id, book_id, day),
  foreign key (city_id, book_id) references ledger.book (city_id, id)
);
comment on table ledger.day_closing is 'Closes of a day that have begun. Until the day stands in business_day only journals of the close itself (close-…) are admitted to it.';
select platform.protect('ledger.day_closing', 'select, insert');

create table ledger.period (
  city_id text not null,
  book_id uuid not null,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null,
  proposed_by uuid not null,
  closed_by uuid not null,
  year_journal_id uuid,
  primary key (city_id, book_id, month),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  foreign key (city_id, year_journal_id) references ledger.journal (city_id, id),
  check (year_journal_id is null or extract(month from month) = 12)
);
comment on table ledger.period is 'Months that were closed, for good. Closing December posts the closing entries of its year.';
select platform.protect('ledger.period', 'select, insert');

create table ledger.month_total (
  city_id text not null,
  book_id uuid not null,
  month date not null,
  control text not null,
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  primary key (city_id, book_id, month, control),
  foreign key (city_id, book_id, month) references ledger.period (city_id, book_id, month)
);
comment on table ledger.month_total is 'What moved on each control account in a closed month, so that a report costs what was posted since.';
select platform.protect('ledger.month_total', 'select, insert');

create unique index journal_opening_once on ledger.journal (city_id, book_id) where kind = 'opening-balance';

create function ledger.admit(city text, book uuid, days date[], kinds text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_day date := (select min(d) from unnest(days) d);
begin
  if city is distinct from platform.current_city() then
    raise exception 'posting for city % in a transaction of city %', city, platform.current_city();
  end if;
  -- The book before its accounts, as closing does. What closing wrote while this waited is seen below.
  perform 1 from ledger.book b where b.city_id = city and b.id = book for key share;
  if exists (select from ledger.business_day d where d.city_id = city and d.book_id = book and d.day >= first_day)
     or exists (select from ledger.day_closing c join unnest(days, kinds) as j (day, kind) on c.day >= j.day
       where c.city_id = city and c.book_id = book and j.kind not like 'close-%') then
    raise exception 'the business day is closed' using errcode = 'NK003';
  end if;
end $$;
comment on function ledger.admit is
  'Admits journals to their business days before they are posted, and holds the book so that no day closes under them. NK003 day closed.';
revoke all on function ledger.admit from public;
grant execute on function ledger.admit to naik_app;

create function ledger.hold_book(city text, book uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  perform 1 from ledger.book b where b.city_id = city and b.id = book for update;
  return found;
end $$;
comment on function ledger.hold_book is 'Waits for postings under way in a book and keeps later ones waiting until this transaction ends; false when there is no such book.';
revoke all on function ledger.hold_book from public;
grant execute on function ledger.hold_book to naik_app;

create function ledger.close_year(city text, book uuid, command uuid, journal uuid, year int, said text, surplus uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_day date := make_date(year, 12, 31);
  written int;
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  if not exists (select from ledger.business_day d where d.city_id = city and d.book_id = book and d.day >= last_day)
     or exists (select from ledger.period p where p.city_id = city and p.book_id = book and p.month >= make_date(year, 12, 1)) then
    raise exception 'the year % cannot be closed now', year using errcode = 'NK004';
  end if;
  perform 1 from ledger.account a
    where a.city_id = city and a.book_id = book and (a.class in ('income', 'expense') or a.id = surplus)
    order by a.id for update;

  with moved as (
    select e.account_id, -sum(e.amount)::bigint as amount
    from ledger.entry e
    join ledger.journal j on j.city_id = e.city_id and j.id = e.journal_id
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    where e.city_id = city and j.book_id = book and j.business_date <= last_day and a.class in ('income', 'expense')
    group by e.account_id having sum(e.amount) <> 0
  ), lines as (
    select account_id, amount from moved
    union all select surplus, -sum(amount)::bigint from moved having sum(amount) <> 0
  ), head as (
    insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
      select city, journal, book, last_day, last_day, 'year-closing', said, command where exists (select from moved)
  ), body as (
    insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
      select city, journal, row_number() over (order by a.control, a.leaf, a.id), a.id, l.amount, a.balance + l.amount, a.entry_count + 1
      from lines l join ledger.account a on a.city_id = city and a.id = l.account_id
  )
  update ledger.account a set balance = a.balance + l.amount, entry_count = a.entry_count + 1
    from lines l where a.city_id = city and a.id = l.account_id;
  get diagnostics written = row_count;
  return written;
end $$;
comment on function ledger.close_year is
  'The one posting into a closed day: brings income and expense of the year to zero against the surplus account, on 31 December. Answers the number of lines, 0 when nothing moved. NK004 when the last day is open or December is closed.';
revoke all on function ledger.close_year from public;
grant execute on function ledger.close_year to naik_app;

create table ledger.cash_count (
  city_id text not null,
  id uuid not null,
  account_id uuid not null,
  on_day date not null,
  counted_rupiah bigint not null check (counted_rupiah >= 0),
  book_rupiah bigint not null,
  pieces jsonb not null,
  counted_at timestamptz not null,
  counted_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, account_id) references ledger.account (city_id, id)
);
comment on table ledger.cash_count is 'A bag or the safe counted by denomination, beside what the books said at that moment.';
create index cash_count_by_account on ledger.cash_count (city_id, account_id, on_day desc);
select platform.protect('ledger.cash_count', 'select, insert');

create table ledger.bank_account (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  account_id uuid not null,
  bank text not null check (length(bank) between 2 and 60),
  number text not null check (number ~ '^[0-9]{5,24}$'),
  holder text not null check (length(holder) between 2 and 120),
  registered_at timestamptz not null,
  registered_by uuid not null,
  primary key (city_id, id),
  unique (city_id, book_id, bank, number),
  unique (city_id, account_id),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  foreign key (city_id, account_id) references ledger.account (city_id, id)
);
comment on table ledger.bank_account is 'An account of the institution at a bank, and the ledger leaf that mirrors it.';
select platform.protect('ledger.bank_account', 'select, insert');

create table ledger.bank_deposit (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  bank_account_id uuid not null,
  on_day date not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  slip_number text not null check (length(slip_number) between 1 and 40),
  photo_sha256 text check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  journal_id uuid not null,
  deposited_by uuid not null,
  confirmed_by uuid not null,
  primary key (city_id, id),
  unique (city_id, bank_account_id, slip_number),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  foreign key (city_id, bank_account_id) references ledger.bank_account (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check (deposited_by <> confirmed_by)
);
comment on table ledger.bank_deposit is 'Cash brought to the bank against a slip: on its way until the bank statement shows it. Two people.';
create index bank_deposit_by_day on ledger.bank_deposit (city_id, bank_account_id, on_day);
select platform.protect('ledger.bank_deposit', 'select, insert');

create table ledger.bank_statement (
  city_id text not null,
  id uuid not null,
  bank_account_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  from_day date not null,
  to_day date not null,
  opening_rupiah bigint,
  closing_rupiah bigint,
  lines int not null check (lines > 0),
  new_lines int not null check (new_lines between 0 and lines),
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (city_id, id),
  unique (city_id, bank_account_id, sha256),
  foreign key (city_id, bank_account_id) references ledger.bank_account (city_id, id),
  check (from_day <= to_day)
);
comment on table ledger.bank_statement is 'A statement file of a bank account; the same file twice changes nothing.';
select platform.protect('ledger.bank_statement', 'select, insert');

create table ledger.bank_statement_line (
  city_id text not null,
  id uuid not null,
  bank_account_id uuid not null,
  statement_id uuid not null,
  place int not null check (place > 0),
  on_day date not null,
  says text not null,
  reference text,
  amount_rupiah bigint not null check (amount_rupiah <> 0),
  balance_rupiah bigint,
  fingerprint text not null,
  primary key (city_id, id),
  unique (city_id, bank_account_id, fingerprint),
  foreign key (city_id, statement_id) references ledger.bank_statement (city_id, id)
);
comment on table ledger.bank_statement_line is 'One line of a bank statement, money in positive. Unmatched until a bank_match names it.';
comment on column ledger.bank_statement_line.fingerprint is 'Day, amount, text, balance and which of several equal lines, so that statements that overlap add each line once.';
create index bank_statement_line_by_day on ledger.bank_statement_line (city_id, bank_account_id, on_day);
select platform.protect('ledger.bank_statement_line', 'select, insert');

create table ledger.bank_match (
  city_id text not null,
  line_id uuid not null,
  kind text not null check (kind in ('deposit', 'entry', 'booked')),
  how text not null check (how in ('automatic', 'by-hand')),
  deposit_id uuid,
  journal_id uuid not null,
  matched_at timestamptz not null,
  matched_by uuid not null,
  primary key (city_id, line_id),
  unique (city_id, deposit_id),
  unique (city_id, journal_id),
  foreign key (city_id, line_id) references ledger.bank_statement_line (city_id, id),
  foreign key (city_id, deposit_id) references ledger.bank_deposit (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  check ((kind = 'deposit') = (deposit_id is not null))
);
comment on table ledger.bank_match is 'What a statement line was: a slip that arrived, an entry the books had, or something booked because of it.';
select platform.protect('ledger.bank_match', 'select, insert');

create table ledger.shu_rule (
  city_id text not null,
  book_id uuid not null,
  valid_from date not null,
  source_document text not null check (length(source_document) between 3 and 240),
  parts jsonb not null check (jsonb_typeof(parts) = 'array'),
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (city_id, book_id, valid_from),
  foreign key (city_id, book_id) references ledger.book (city_id, id)
);
comment on table ledger.shu_rule is 'How a cooperative divides its SHU, by its own articles (AD/ART): parts with percent and the account each goes to.';
select platform.protect('ledger.shu_rule', 'select, insert');

create table ledger.shu_distribution (
  city_id text not null,
  book_id uuid not null,
  year int not null check (year between 2000 and 2200),
  total_rupiah bigint not null check (total_rupiah > 0),
  rule_from date not null,
  journal_id uuid not null,
  decided_at timestamptz not null,
  proposed_by uuid not null,
  approved_by uuid not null,
  meeting_document text not null,
  primary key (city_id, book_id, year),
  foreign key (city_id, book_id, rule_from) references ledger.shu_rule (city_id, book_id, valid_from),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id)
);
comment on table ledger.shu_distribution is 'The SHU of a year divided, once, after the members'' meeting (RAT).';
select platform.protect('ledger.shu_distribution', 'select, insert');
