import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Pool, PoolClient } from 'pg';

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

/** What grows by the loan. In the order in which they are filled. */
const grownTables = [
  'lending.loan',
  'lending.schedule_version',
  'ledger.account',
  'ledger.journal',
  'ledger.entry',
  'lending.repayment',
];

/**
 * Weekly loans of one cooperative on the evening before `day`, straight into the tables: in the middle of their tenor,
 * falling due on the five working days in turn, most paid to the day, one in twelve up to 14 weeks behind.
 *
 * A million in minutes: no trigger looks at the rows (a test holds a grown book to `naik verify` instead), the tables
 * are emptied in the transaction that fills them, so that it need not write them down twice, and their further indexes
 * are built when they are full.
 */
export async function growLoans(
  owner: Pool,
  wanted: { loans: number; day: BusinessDate },
): Promise<GrownBook> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(`set local maintenance_work_mem = '256MB'`);
    await client.query(`truncate ${grownTables.join(', ')} cascade`);
    const indexes = await dropIndexes(client);
    const book = await fillTables(client, wanted);
    for (const index of indexes) await client.query(index);
    await client.query('commit');
    await owner.query('vacuum analyze');
    return book;
  } finally {
    client.release(true);
  }
}

/** Takes away the indexes that hold no key; answers how to build them again. */
async function dropIndexes(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [grownTables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function fillTables(
  client: PoolClient,
  { loans, day }: { loans: number; day: BusinessDate },
): Promise<GrownBook> {
  const [institutionId, bookId, productId, personId, journalId] = Array.from({ length: 5 }, () =>
    newId(),
  );
  const head = [city, institutionId, bookId, productId, personId, journalId, addDays(day, -400)];
  const run = (text: string) =>
    client.query(`with h as (select '${head[0]}'::text as city, '${head[1]}'::uuid as institution,
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
  // Paid are the instalments that have fallen due before the day, less those she is behind.
  await client.query(`create temporary table grown on commit drop as
    select uuidv7() as id, to_char(i, 'FM0000000') as number, lent, greatest(0, ('${day}'::date - 1 - lent) / 7 - case when i % 12 = 0 then i / 12 % 15 else 0 end) as paid
    from (select i, '${day}'::date - extract(isodow from '${day}'::date)::int + 1 + i % 5 - 7 * (8 + i % 35) as lent
      from generate_series(1, ${loans}) i) n`);
  await client.query('analyze grown');
  await run(`insert into lending.loan (city_id, id, number, institution_id, product_id, person_id, principal_rupiah, terms,
      disbursed_on, state, schedule_version, paid_principal, paid_interest)
    select city, id, number, institution, product, person, ${weeks * principalPart},
      '{"product": {"annualRatePercent": "25", "interestMethod": "flat", "installments": 50, "repayEvery": {"count": 1, "unit": "week"}}}',
      lent, 'active', 1, paid * ${principalPart}, paid * ${interestPart} from grown, h`);
  await run(`insert into lending.schedule_version (city_id, loan_id, version, due_on, principal_due, interest_due, made_at, why)
    select city, id, 1, due_on, principal_due, interest_due, lent::timestamptz, 'uji' from h, grown
    join (select lent, array_agg(lent + 7 * n order by n) as due_on, array_agg(${principalPart}::bigint * n order by n) as principal_due,
        array_agg(${interestPart}::bigint * n order by n) as interest_due
      from (select distinct lent from grown) d, generate_series(1, ${weeks}) n group by lent) plan using (lent)
    order by id`);
  await run(`insert into ledger.account (city_id, id, book_id, control, leaf, class, owner_kind, owner_id, balance, entry_count)
    select city, id, book, 'Aset:Piutang Pinjaman', number, 'asset', 'loan', id, ${weeks * principalPart} - paid * ${principalPart}, 1
    from grown, h
    union all
    select city, product, book, 'Aset:Kas:Brankas', null, 'asset', null, null, -(select sum(${weeks * principalPart} - paid * ${principalPart}) from grown), 1 from h`);
  await run(`insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
    select city, journal, book, opened, opened, 'opening-balance', 'Saldo awal', journal from h`);
  await run(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select city, journal, row_number() over (), a.id, balance, balance, 1 from ledger.account a, h`);
  // What was paid so far, as one repayment each.
  await run(`insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, principal, interest, journal_id, recorded_at)
    select city, uuidv7(), id, '${day}'::date - 1, person, 'meeting', paid * ${principalPart}, paid * ${interestPart}, journal,
      ('${day}'::date - 1)::timestamptz from grown, h where paid > 0`);
  return { bookId: bookId ?? '', institutionId: institutionId ?? '' };
}

/** The meetings of a day: of the loans that fall due, all but one in thirty pay their instalment; a journal for each group. */
export async function payInstalments(
  owner: Pool,
  book: GrownBook,
  day: BusinessDate,
): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    const paid = await enterPayments(client, book, day);
    await client.query('commit');
    await client.query(
      'vacuum analyze lending.loan, lending.loan_position, lending.repayment, ledger.account, ledger.entry, ledger.journal',
    );
    return paid;
  } finally {
    client.release(true);
  }
}

async function enterPayments(
  client: PoolClient,
  book: GrownBook,
  day: BusinessDate,
): Promise<number> {
  await client.query(`create temporary table payment on commit drop as
    select l.id, a.balance, a.entry_count, (row_number() over (order by l.id) - 1) / ${groupSize} as meeting, null::uuid as journal
    from lending.loan l join ledger.account a on a.city_id = l.city_id and a.id = l.id
    where ('${day}'::date - l.disbursed_on) % 7 = 0 and l.paid_principal < l.principal_rupiah and abs(hashtext(l.id::text)) % 30 > 0`);
  await client.query(`update payment p set journal = m.journal
    from (select meeting, uuidv7() as journal from payment group by meeting) m where m.meeting = p.meeting`);
  await client.query('analyze payment');
  const till = `(select id from ledger.account where control = 'Aset:Kas:Brankas' and book_id = '${book.bookId}')`;
  await client.query(`insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
    select distinct '${city}', journal, '${book.bookId}'::uuid, '${day}'::date, '${day}'::date, 'meeting-sheet', 'Pertemuan', journal from payment`);
  await client.query(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select '${city}', journal, row_number() over (partition by journal), id, -${principalPart}, balance - ${principalPart}, entry_count + 1
    from payment`);
  await client.query(`insert into ledger.entry (city_id, journal_id, line, account_id, amount, balance_after, account_entry)
    select '${city}', journal, 100, ${till}, paid, (select balance from ledger.account where id = ${till}) + sum(paid) over (order by journal),
      (select entry_count from ledger.account where id = ${till}) + row_number() over (order by journal)
    from (select journal, count(*) * ${principalPart} as paid from payment group by journal) m`);
  await client.query(`update ledger.account a set balance = a.balance - ${principalPart}, entry_count = a.entry_count + 1
    from payment p where a.city_id = '${city}' and a.id = p.id`);
  await client.query(`update ledger.account a set balance = balance + (select count(*) * ${principalPart} from payment),
      entry_count = entry_count + (select count(distinct journal) from payment) where a.city_id = '${city}' and a.id = ${till}`);
  await client.query(`insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, principal, interest, journal_id, recorded_at)
    select '${city}', uuidv7(), p.id, '${day}'::date, l.person_id, 'meeting', ${principalPart}, ${interestPart}, p.journal,
      ('${day}'::date + time '14:00') at time zone 'Asia/Jakarta'
    from payment p join lending.loan l on l.city_id = '${city}' and l.id = p.id`);
  const { rowCount } =
    await client.query(`update lending.loan l set paid_principal = paid_principal + ${principalPart}, paid_interest = paid_interest + ${interestPart}
    from payment p where l.city_id = '${city}' and l.id = p.id`);
  return rowCount ?? 0;
}
