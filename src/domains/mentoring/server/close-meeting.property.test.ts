import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';

const house = useHouse('2026-01-07T01:00:00Z');
const meetings = 9;
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
});

/** What one member does: pays some of her instalment, saves, is covered for the rest or not. */
const behaviour = fc.record({
  pays: fc.constantFrom(0, 20_000, 49_500, 50_000, 75_000, 100_000),
  saves: fc.constantFrom(0, 0, 0, 500, 5_000),
  covered: fc.boolean(),
});

interface Sums {
  bag: bigint;
  receipts: bigint;
  received: bigint;
  unbalanced: bigint;
  claims: bigint;
  memo: bigint;
  loans: bigint;
}

async function sums(): Promise<Sums> {
  return house.database.read(async (db) => {
    const { rows } = await sql<Sums>`
      select (select coalesce(sum(balance), 0)::bigint from ledger.account where control = 'Aset:Kas:Tas Petugas') as bag,
        (select coalesce(sum(total_rupiah), 0)::bigint from mentoring.receipt) as receipts,
        (select coalesce(sum(received_rupiah), 0)::bigint from mentoring.meeting) as received,
        (select count(*) from (select journal_id from ledger.entry group by journal_id having sum(amount) <> 0) x) as unbalanced,
        (select coalesce(sum(amount_rupiah - repaid_rupiah), 0)::bigint from lending.member_claim)
          - (select coalesce(sum(balance), 0)::bigint from ledger.account where control = 'Memo:Tanggung Renteng:Piutang Anggota') as claims,
        (select coalesce(sum(balance), 0)::bigint from ledger.account where control like 'Memo:%') as memo,
        (select sum(l.principal_rupiah - l.paid_principal)::bigint from lending.loan l)
          - (select sum(balance)::bigint from ledger.account where control = 'Aset:Piutang Pinjaman') as loans`.execute(
      db,
    );
    const row = rows[0];
    if (!row) throw new Error('no sums');
    return row;
  });
}

test('any sheet that closes moves exactly its count into the bag, with every journal at zero', async () => {
  const sample = fc.sample(fc.array(behaviour, { minLength: 6, maxLength: 6 }), {
    numRuns: meetings,
    seed: 20_261_122,
  });
  let closings = 0;
  for (const people of sample) {
    house.now = new Date(house.now.getTime() + 7 * 86_400_000);
    const on = house.now.toISOString().slice(0, 10);
    const meetingId = await house.database.read(async (db) => {
      const { rows } = await sql<{ id: string }>`
        select id from mentoring.meeting where city_id = ${db.city} and held_on = ${on}`.execute(
        db,
      );
      return rows[0]?.id ?? '';
    });
    const sheet = usualSheet(melati, meetingId);
    const covers: { obligorId: string; payerId: string; amountRupiah: string }[] = [];
    let cash = 0;
    sheet.lines.forEach((line, i) => {
      const { pays, saves, covered } = people[i] ?? { pays: 50_000, saves: 0, covered: false };
      line.repaymentRupiah = String(pays);
      line.savingsRupiah = String(saves);
      cash += pays + saves;
      const payer = sheet.lines[(i + 1) % sheet.lines.length];
      // Ahead of schedule she owes nothing today, and then nothing is to be covered.
      if (pays < 50_000 && covered && payer) {
        covers.push({
          obligorId: line.personId,
          payerId: payer.personId,
          amountRupiah: String(500),
        });
        cash += 500;
      }
    });
    const count = cash === 0 ? [] : [{ denomination: 500, pieces: cash / 500 }];
    const before = await sums();
    const closing = house.does(
      melati.mentor,
      'mentoring.close-meeting',
      { ...sheet, covers, coversAgreed: true, count },
      newId(),
    );
    const ended = await refusedAs(closing);
    // Somebody who paid ahead is not short, so nobody may cover her.
    expect(['accepted', 'mentoring.cover-too-large']).toContain(ended);
    const closed = ended === 'accepted';
    if (closed) closings += 1;
    const after = await sums();
    expect(after.bag - before.bag).toBe(closed ? BigInt(cash) : 0n);
    expect(after.receipts - before.receipts).toBe(closed ? BigInt(cash) : 0n);
    expect(after.bag).toBe(after.received);
    expect(after).toMatchObject({ unbalanced: 0n, claims: 0n, memo: 0n, loans: 0n });
  }
  expect(closings).toBeGreaterThan(meetings / 3);
}, 60_000);
