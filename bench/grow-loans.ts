import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Pool } from 'pg';

const city = '15.71';
const weeks = 50;
/** Rp 2,000,000 at 25 % flat over 50 weeks. */
const [principalPart, interestPart] = [40_000, 10_000];
/** So many borrowers meet together; their repayments are one journal. */
const groupSize = 20;

/** A lender with many running loans, as its books would hold them. */
export interface GrownBook {
  readonly bookId: string;
  readonly institutionId: string;
}

/**
 * Weekly loans of one cooperative on the evening before `day`, straight into the tables: in the middle of their tenor,
 * falling due on the five working days in turn, most paid to the day, one in twelve up to 14 weeks behind.
 */
export async function growLoans(
  owner: Pool,
  { loans, day }: { loans: number; day: BusinessDate },
): Promise<GrownBook> {
  const [institutionId, bookId, productId, personId, journalId] = Array.from({ length: 5 }, () =>
    newId(),
  );
  const head = [city, institutionId, bookId, productId, personId, journalId, addDays(day, -400)];
  const run = (text: string) =>
    owner.query(`with h as (select '${head[0]}'::text as city, '${head[1]}'::uuid as institution,
    '${head[2]}'::uuid as book, '${head[3]}'::uuid as product, '${head[4]}'::uuid as person, '${head[5]}'::uuid as journal,
    '${head[6]}'::date as opened) ${text}`);
  await run(
    `insert into access.city (city_id, name, province, time_zone) select city, 'Kota', 'Jambi', 'Asia/Jakarta' from h`,
  );
  await run(`insert into registry.region (city_id, code, parent_code, level, name, valid_from)
    select city, '15.71.01', null, 'kecamatan', 'Uji', opened from h`);
  await run(`insert into registry.region (city_id, code, parent_code, level, name, valid_from)
    select city, '15.71.01.1001', '15.71.01', 'kelurahan', 'Uji', opened from h`);
  await run(`insert into registry.person (city_id, id, name, name_key, sex, kelurahan_code, created_by)
    select city, person, 'Warga', 'warga', 'female', '15.71.01.1001', person from h`);
  await run(`insert into partners.institution (city_id, id, kind, code, name, short_name, books, valid_from)
    select city, institution, 'lkm', 'lkm', 'LKM', 'LKM', 'kept-here', opened from h`);
  await run(`insert into ledger.book (city_id, id, institution_id, code, name, opened_on)
    select city, book, institution, 'lkm', 'LKM', opened from h`);
  await run(`insert into lending.product (city_id, id, institution_id, code, name, terms, minimum_rupiah, maximum_rupiah,
      step_rupiah, compulsory_savings_percent, joint_liability, source_document, valid_from, offered_at, offered_by)
    select city, product, institution, 'mingguan', 'Mingguan', '{}', 1, 5000000, 1, '0', true, 'uji', opened, now(), person from h`);
  // Week 8 to 42 of 50; the weekday is the loan's number modulo five.
  await owner.query(`create table public.grown as
    select gen_random_uuid() as id, i, '${day}'::date - extract(isodow from '${day}'::date)::int + 1 + i % 5 - 7 * (8 + i % 35) as lent,
      case when i % 12 = 0 then i / 12 % 15 else 0 end as behind
    from generate_series(1, ${loans}) i`);
  // Instalments that have fallen due before the day, less those she is behind.
  await owner.query(`alter table public.grown add column paid int`);
  await owner.query(
    `update public.grown set paid = greatest(0, ('${day}'::date - 1 - lent) / 7 - behind)`,
  );
  await run(`insert into lending.loan (city_id, id, number, institution_id, product_id, person_id, principal_rupiah, terms,
      disbursed_on, state, schedule_version, paid_principal, paid_interest)
    select city, id, i::text, institution, product, person, ${weeks * principalPart},
      '{"product": {"annualRatePercent": "25", "interestMethod": "flat", "installments": 50, "repayEvery": {"count": 1, "unit": "week"}}}',
      lent, 'active', 1, paid * ${principalPart}, paid * ${interestPart} from public.grown, h`);
  await run(`insert into lending.schedule_version (city_id, loan_id, version, due_on, principal_due, interest_due, made_at, why)
    select city, id, 1, array(select lent + 7 * n from generate_series(1, ${weeks}) n),
      array(select ${principalPart}::bigint * n from generate_series(1, ${weeks}) n),
      array(select ${interestPart}::bigint * n from generate_series(1, ${weeks}) n), lent::timestamptz, 'uji' from public.grown, h`);
  await run(`insert into ledger.account (city_id, id, book_id, control, leaf, class, owner_kind, owner_id, balance, entry_count)
    select city, id, book, 'Aset:Piutang Pinjaman', i::text, 'asset', 'loan', id, ${weeks * principalPart} - paid * ${principalPart}, 1
    from public.grown, h
    union all
    select city, product, book, 'Aset:Kas:Brankas', null, 'asset', null, null, -(select sum(${weeks * principalPart} - paid * ${principalPart}) from public.grown), 1 from h`);
  await run(`insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
    select city, journal, book, opened, opened, 'opening-balance', 'Saldo awal', journal from h`);
  await run(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select city, journal, row_number() over (), a.id, balance, balance, 1 from ledger.account a, h`);
  // What was paid so far, as one repayment each.
  await run(`insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, principal, interest, journal_id, recorded_at)
    select city, gen_random_uuid(), id, '${day}'::date - 1, person, 'meeting', paid * ${principalPart}, paid * ${interestPart}, journal,
      ('${day}'::date - 1)::timestamptz from public.grown, h where paid > 0`);
  await owner.query('vacuum analyze');
  return { bookId: bookId ?? '', institutionId: institutionId ?? '' };
}

/** The meetings of a day: of the loans that fall due, all but one in thirty pay their instalment; a journal for each group. */
export async function payInstalments(
  owner: Pool,
  book: GrownBook,
  day: BusinessDate,
): Promise<number> {
  await owner.query('drop table if exists public.payment');
  await owner.query(`create table public.payment as
    select l.id, a.balance, a.entry_count, (row_number() over (order by l.id) - 1) / ${groupSize} as meeting, null::uuid as journal
    from lending.loan l join ledger.account a on a.city_id = l.city_id and a.id = l.id
    where ('${day}'::date - l.disbursed_on) % 7 = 0 and l.paid_principal < l.principal_rupiah and abs(hashtext(l.id::text)) % 30 > 0`);
  await owner.query(`update public.payment p set journal = m.journal
    from (select meeting, gen_random_uuid() as journal from public.payment group by meeting) m where m.meeting = p.meeting`);
  const till = `(select id from ledger.account where control = 'Aset:Kas:Brankas' and book_id = '${book.bookId}')`;
  await owner.query(`insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
    select distinct '${city}', journal, '${book.bookId}'::uuid, '${day}'::date, '${day}'::date, 'meeting-sheet', 'Pertemuan', journal from public.payment`);
  await owner.query(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select '${city}', journal, row_number() over (partition by journal), id, -${principalPart}, balance - ${principalPart}, entry_count + 1
    from public.payment`);
  await owner.query(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select '${city}', journal, 100, ${till}, paid, (select balance from ledger.account where id = ${till}) + sum(paid) over (order by journal),
      (select entry_count from ledger.account where id = ${till}) + row_number() over (order by journal)
    from (select journal, count(*) * ${principalPart} as paid from public.payment group by journal) m`);
  await owner.query(`update ledger.account a set balance = a.balance - ${principalPart}, entry_count = a.entry_count + 1
    from public.payment p where a.city_id = '${city}' and a.id = p.id`);
  await owner.query(`update ledger.account a set balance = balance + (select count(*) * ${principalPart} from public.payment),
      entry_count = entry_count + (select count(distinct journal) from public.payment) where a.city_id = '${city}' and a.id = ${till}`);
  await owner.query(`insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, principal, interest, journal_id, recorded_at)
    select '${city}', gen_random_uuid(), p.id, '${day}'::date, l.person_id, 'meeting', ${principalPart}, ${interestPart}, p.journal,
      ('${day}'::date + time '14:00') at time zone 'Asia/Jakarta'
    from public.payment p join lending.loan l on l.city_id = '${city}' and l.id = p.id`);
  const { rowCount } =
    await owner.query(`update lending.loan l set paid_principal = paid_principal + ${principalPart}, paid_interest = paid_interest + ${interestPart}
    from public.payment p where l.city_id = '${city}' and l.id = p.id`);
  await owner.query(
    'vacuum analyze lending.loan, lending.loan_position, lending.repayment, ledger.account, ledger.entry, ledger.journal',
  );
  return rowCount ?? 0;
}
