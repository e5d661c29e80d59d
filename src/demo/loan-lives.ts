import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';
import { demoCity } from './jambi.ts';

interface Lives {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly today: BusinessDate;
  readonly ids: DemoIds;
}

/**
 * What happened to single loans at the cooperative's counter in the last days: a slip that was reversed, a penalty and
 * its waiver, her arrears taken on by an officer, a loan restructured after a flood, one written off and partly recovered, covers paid back.
 */
export async function liveLoans(lives: Lives): Promise<void> {
  const [worst, second, third, current] = await loansByArrears(lives);
  if (!worst || !second || !third || !current) return;
  await Promise.all([
    writeOff(lives, worst),
    restructure(lives, second),
    chargeAndWaive(lives, third).then(() => counsel(lives, third)),
    slipReversed(lives, current),
  ]);
  await payBack(lives);
}

/** The three loans longest in arrears, and one that is in order. */
async function loansByArrears({ house, today }: Lives): Promise<string[]> {
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ id: string }>`
      select id from (
        select l.id, row_number() over (order by s.principal_due[width_bucket(${today}::date - 1, s.due_on)]
            - l.paid_principal desc nulls last, l.number) as place, count(*) over () as loans
        from lending.loan l
        join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
        where l.city_id = ${db.city} and l.state = 'active' and l.lending_group_id is not null) ranked
      where place <= 3 or place = loans order by place`.execute(db),
  );
  return rows.map((row) => row.id);
}

async function writeOff(lives: Lives, loanId: string): Promise<void> {
  const document = 'SK Pengurus 14/2026';
  await proposed(lives, 'lending.write-off-loan', {
    loanId,
    document,
    reason: 'pindah ke luar provinsi, alamat tidak ditemukan',
  });
  await counter(lives, 'lending.record-recovery', {
    recoveryId: lives.ids.next(),
    loanId,
    amountRupiah: '150000',
    on: addDays(lives.today, -1),
  });
}

function restructure(lives: Lives, loanId: string): Promise<unknown> {
  return proposed(lives, 'lending.restructure-loan', {
    loanId,
    annualRatePercent: '18',
    installments: 40,
    repayEvery: { count: 1, unit: 'week' },
    firstDueOn: addDays(lives.today, 6),
    reason: 'rumah dan warung terendam banjir Batanghari',
  });
}

async function chargeAndWaive(lives: Lives, loanId: string): Promise<void> {
  const on = addDays(lives.today, -1);
  await send(lives.house, {
    kind: 'lending.charge-loan',
    actor: lives.city.actor('koperasi'),
    at: instant(on, '14:00'),
    body: {
      chargeId: lives.ids.next(),
      loanId,
      kind: 'penalty',
      amountRupiah: '10000',
      on,
      dueOn: on,
      reason: 'terlambat lebih dari dua minggu',
    },
  });
  await proposed(lives, 'lending.waive', {
    loanId,
    part: 'penalty',
    amountRupiah: '5000',
    reason: 'anak dirawat di rumah sakit',
  });
}

/** Her arrears are taken on by an officer, who called her and was promised a day. */
async function counsel(lives: Lives, loanId: string): Promise<void> {
  const { house, city, ids, today } = lives;
  const on = addDays(today, -1);
  const counsellingId = ids.next();
  const actor = city.actor('koperasi');
  await send(house, {
    kind: 'lending.open-counselling',
    actor,
    at: instant(on, '15:00'),
    body: {
      about: { at: 'here', loans: [{ counsellingId, loanId }] },
      reason: 'fell-behind',
      note: 'Tidak hadir di dua pertemuan terakhir.',
    },
  });
  await send(house, {
    kind: 'lending.record-counselling-step',
    actor,
    at: instant(on, '15:40'),
    body: {
      counsellingId,
      stepId: ids.next(),
      kind: 'promise',
      on,
      note: 'Suaminya gajian akhir pekan.',
      promisedOn: addDays(today, 5),
      amountRupiah: '100000',
    },
  });
}

/** The cashier took money for the wrong woman, and put it right. */
async function slipReversed(lives: Lives, loanId: string): Promise<void> {
  const repaymentId = lives.ids.next();
  await counter(lives, 'lending.record-repayment', {
    repaymentId,
    loanId,
    amountRupiah: '50000',
    on: addDays(lives.today, -1),
  });
  await counter(lives, 'lending.reverse-entry', {
    loanId,
    entryId: repaymentId,
    amountRupiah: '50000',
    reason: 'tercatat pada anggota yang salah',
  });
}

/** Members who were covered pay a part back to those who covered them. */
async function payBack(lives: Lives): Promise<void> {
  const { rows } = await lives.house.read(demoCity.code, (db) =>
    sql<{ lending_group_id: string; debtor_id: string }>`
      select v.lending_group_id, c.debtor_id
      from lending.member_claim c join lending.cover v on v.city_id = c.city_id and v.id = c.cover_id
      where c.city_id = ${db.city} and c.state = 'open' and c.amount_rupiah >= 20000
      group by 1, 2 order by min(c.opened_on), 2 limit 4`.execute(db),
  );
  await Promise.all(
    rows.map((row) =>
      counter(lives, 'lending.repay-claims', {
        lendingGroupId: row.lending_group_id,
        debtorId: row.debtor_id,
        amountRupiah: '20000',
        on: addDays(lives.today, -1),
      }),
    ),
  );
}

function counter(lives: Lives, kind: string, body: object): Promise<unknown> {
  return send(lives.house, {
    kind,
    actor: lives.city.actor('kasir'),
    at: instant(addDays(lives.today, -1), '14:30'),
    body,
  });
}

/** The officer proposes and the cooperative's chair lets it through. */
async function proposed(lives: Lives, kind: string, body: object): Promise<void> {
  const on = addDays(lives.today, -1);
  const parked = await send(lives.house, {
    kind,
    actor: lives.city.actor('koperasi'),
    at: instant(on, '13:00'),
    body,
  });
  await send(lives.house, {
    kind: 'access.decide-proposal',
    actor: lives.city.actor('koperasi.ketua'),
    at: instant(on, '14:15'),
    body: { proposalId: (parked as { proposalId: string }).proposalId, approve: true },
  });
}
