-- Double entry. Journals and entries are only ever added; balances stand on leaf accounts.

create schema ledger;
grant usage on schema ledger to naik_app;

create table ledger.book (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  opened_on date not null,
  primary key (city_id, id),
  unique (city_id, code),
  unique (city_id, institution_id)
);
comment on table ledger.book is 'The books of one institution whose books are kept here.';
select platform.protect('ledger.book', 'select, insert');

create table ledger.account (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  control text not null check (control ~ '^[A-Z][A-Za-z0-9 -]*(:[A-Z0-9][A-Za-z0-9 -]*)*$'),
  leaf text check (leaf !~ '[:;]|  ' and length(leaf) between 1 and 80),
  class text not null check (class in ('asset', 'liability', 'equity', 'income', 'expense', 'memorandum')),
  owner_kind text check (owner_kind in ('loan', 'savings', 'bag', 'bank', 'claim', 'debt')),
  owner_id uuid,
  floor_rupiah bigint,
  ceiling_rupiah bigint,
  balance bigint not null default 0,
  entry_count bigint not null default 0,
  opened_at timestamptz not null default now(),
  primary key (city_id, id),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  unique nulls not distinct (city_id, book_id, control, leaf),
  check ((owner_kind is null) = (owner_id is null)),
  constraint account_floor check (balance >= floor_rupiah),
  constraint account_ceiling check (balance <= ceiling_rupiah)
);
comment on table ledger.account is 'A leaf account: one loan, one member''s savings, one officer''s bag. Debit is positive.';
comment on column ledger.account.control is 'The account it rolls up to, e.g. Aset:Piutang Pinjaman; control totals are sums over it.';
comment on column ledger.account.floor_rupiah is 'The balance may not fall under this: 0 on a bag or a loan, so that no one is overpaid in silence.';
comment on column ledger.account.ceiling_rupiah is 'The balance may not rise over this: 0 on a member''s savings, so that nobody withdraws what she does not have.';
create unique index account_by_owner on ledger.account (city_id, book_id, owner_kind, owner_id, control) where owner_id is not null;
select platform.protect('ledger.account', 'select, insert');

create table ledger.business_day (
  city_id text not null,
  book_id uuid not null,
  day date not null,
  state text not null check (state in ('closing', 'closed')),
  at timestamptz not null,
  by_user uuid not null,
  primary key (city_id, book_id, day),
  foreign key (city_id, book_id) references ledger.book (city_id, id)
);
comment on table ledger.business_day is 'Days that are closing or closed; a day without a row is open. A closed day refuses entries.';
select platform.protect('ledger.business_day', 'select, insert, update');

create table ledger.journal (
  city_id text not null,
  id uuid not null,
  book_id uuid not null,
  business_date date not null,
  value_date date not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  says text not null,
  command_id uuid not null,
  reverses_id uuid,
  posted_at timestamptz not null default now(),
  primary key (city_id, id),
  foreign key (city_id, book_id) references ledger.book (city_id, id),
  foreign key (city_id, reverses_id) references ledger.journal (city_id, id),
  check (value_date <= business_date)
);
comment on table ledger.journal is 'One posting: what moved, on which business date, by which command. Corrections are reversals.';
create index journal_by_day on ledger.journal (city_id, book_id, business_date, id);
create unique index journal_reversed_once on ledger.journal (city_id, reverses_id) where reverses_id is not null;
select platform.protect('ledger.journal', 'select');

create table ledger.entry (
  city_id text not null,
  journal_id uuid not null,
  line int not null check (line > 0),
  account_id uuid not null,
  amount bigint not null check (amount <> 0),
  balance_after bigint not null,
  account_entry bigint not null,
  primary key (city_id, journal_id, line),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id),
  foreign key (city_id, account_id) references ledger.account (city_id, id),
  unique (city_id, account_id, account_entry)
);
comment on table ledger.entry is 'A line of a journal in whole rupiah, debit positive; balance_after chains an account''s lines.';
select platform.protect('ledger.entry', 'select');

create function ledger.post(
  city text, book uuid, command uuid,
  journals uuid[], kinds text[], said text[], business_dates date[], value_dates date[], reverses uuid[],
  entry_journals int[], entry_accounts uuid[], entry_amounts bigint[]
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wrong text;
begin
  if city is distinct from platform.current_city() then
    raise exception 'posting for city % in a transaction of city %', city, platform.current_city();
  end if;
  -- In id order, so that two sheets that share accounts queue instead of dead-locking.
  perform 1 from ledger.account a
    where a.city_id = city and a.id = any (entry_accounts) order by a.id for update;

  -- Every refusal is looked for in one pass; the error's hint names the problem for the application.
  select string_agg(distinct e.j::text, ',') into wrong
    from (select j, sum(amount) as total from unnest(entry_journals, entry_amounts) as t (j, amount) group by j) e
    where e.total <> 0;
  if wrong is not null then
    raise exception 'journal % does not sum to zero', wrong using errcode = 'NK001';
  end if;
  if exists (select from generate_subscripts(journals, 1) j where j <> all (entry_journals)) then
    raise exception 'a journal has no entries' using errcode = 'NK001';
  end if;
  if (select count(*) from ledger.account a where a.city_id = city and a.book_id = book and a.id = any (entry_accounts))
     <> (select count(distinct a) from unnest(entry_accounts) a) then
    raise exception 'an account is not in this book' using errcode = 'NK002';
  end if;
  -- Share-locks the day's row if there is one; closing takes it first and waits for postings under way.
  if exists (select from ledger.business_day d
      where d.city_id = city and d.book_id = book and d.day = any (business_dates) for share) then
    raise exception 'the business day is closed' using errcode = 'NK003';
  end if;

  insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id, reverses_id)
    select city, j.id, book, j.on_day, j.value_day, j.kind, j.said, command, j.reversed
    from unnest(journals, business_dates, value_dates, kinds, said, reverses)
      as j (id, on_day, value_day, kind, said, reversed);

  insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select city, journals[e.j], row_number() over (partition by e.j order by e.ord), e.account, e.amount,
      a.balance + sum(e.amount) over (partition by e.account order by e.ord),
      a.entry_count + row_number() over (partition by e.account order by e.ord)
    from unnest(entry_journals, entry_accounts, entry_amounts) with ordinality as e (j, account, amount, ord)
    join ledger.account a on a.city_id = city and a.id = e.account;

  update ledger.account a set balance = a.balance + s.total, entry_count = a.entry_count + s.lines
    from (select account, sum(amount)::bigint as total, count(*) as lines
          from unnest(entry_accounts, entry_amounts) as t (account, amount) group by account) s
    where a.city_id = city and a.id = s.account;
end $$;
comment on function ledger.post is
  'Posts any number of journals of one book at once: locks accounts in id order, checks that each journal sums to zero and that the day is open, writes entries with running balances. NK001 not zero, NK002 foreign account, NK003 day closed, the checks account_floor and account_ceiling refuse an overdrawn leaf.';
revoke all on function ledger.post from public;
grant execute on function ledger.post to naik_app;
