import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { findMemberSession, hashSecret, openMemberSession } from '#domains/access/server/index.ts';
import { findCardForPin } from '#domains/registry/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { readPassbook, verifyReceipt } from './index.ts';
import { receiptsOfPerson } from './receipt-pages.ts';

const house = useHouse();
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
  house.now = new Date('2026-11-25T08:00:00Z');
  const meetingId = await house.database.read(async (db) => {
    const { rows } = await sql<{ id: string }>`
      select id from mentoring.meeting where city_id = ${db.city} and held_on = '2026-11-25'`.execute(
      db,
    );
    return rows[0]?.id ?? '';
  });
  const [siti, rohani] = [melati.member('Siti').id, melati.member('Rohani').id];
  const sheet = usualSheet(melati, meetingId);
  for (const line of sheet.lines) if (line.personId === rohani) line.repaymentRupiah = '20000';
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    ...sheet,
    covers: [{ obligorId: rohani, payerId: siti, amountRupiah: '30000' }],
    coversAgreed: true,
    count: [{ denomination: 50_000, pieces: 6 }],
  });
});

async function cardOf(name: string): Promise<{ id: string; token: string }> {
  return house.database.read(async (db) => {
    const { rows } = await sql<{ id: string; token: string }>`
      select id, token from registry.member_card where city_id = ${db.city} and person_id = ${melati.member(name).id}`.execute(
      db,
    );
    const card = rows[0];
    if (!card) throw new Error(`${name} has no card`);
    return card;
  });
}

const opens = (cardToken: string, pin: string) =>
  openMemberSession(
    house.app.signInPorts,
    { city: testCity, cardToken, pin, ip: '127.0.0.1' },
    findCardForPin,
  );

test('opens by card and PIN, and shows the miss, the claim and the receipt that belong to her', async () => {
  const card = await cardOf('Rohani');
  expect(await refusedAs(opens(card.token, '246810'))).toBe('access.card-or-pin-wrong');
  await house.does(melati.mentor, 'registry.set-member-pin', {
    cardId: card.id,
    pinHash: await hashSecret('246810'),
  });
  const { token } = await opens(card.token, '246810');
  const book = await house.database.read(async (db) => {
    const session = await findMemberSession(db, { token, now: house.now });
    return session ? readPassbook(db, { cardId: session.cardId, today: '2026-11-25' }) : null;
  });
  expect(book).toMatchObject({
    owner: { name: 'Rohani' },
    owedRupiah: 2_450_000n,
    overdueRupiah: 0n,
    nextDueOn: '2026-12-02',
    nextDueRupiah: 50_000n,
    marks: [{ dueRupiah: 50_000n, herselfRupiah: 20_000n, coveredRupiah: 30_000n }],
    claims: [{ creditorName: 'Siti Aminah', debtorName: 'Rohani', amountRupiah: 30_000n }],
    receipts: [{ totalRupiah: 20_000n }],
  });
  const later = new Date(house.now.getTime() + 21 * 60_000);
  expect(
    await house.database.read((db) => findMemberSession(db, { token, now: later })),
  ).toBeNull();
});

test('locks a card after five wrong PINs, even for the right one', async () => {
  const card = await cardOf('Nurhayati');
  await house.does(melati.mentor, 'registry.set-member-pin', {
    cardId: card.id,
    pinHash: await hashSecret('246810'),
  });
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusedAs(opens(card.token, '000000'))).toBe('access.card-or-pin-wrong');
  expect(await refusedAs(opens(card.token, '246810'))).toBe('access.too-many-attempts');
});

test('a receipt’s token verifies it and tells nothing of the person; any other does not', async () => {
  const receipts = await house.database.read(async (db) => {
    const { rows } = await sql<{ token: string; number: string; total: bigint }>`
      select token, number, total_rupiah as total from mentoring.receipt where city_id = ${db.city} order by number`.execute(
      db,
    );
    return rows;
  });
  const [first] = receipts;
  const seen = await house.database.read((db) => verifyReceipt(db, first?.token ?? ''));
  expect(seen).toEqual({
    number: first?.number,
    on: '2026-11-25',
    institutionName: 'Koperasi Harkat',
    totalRupiah: first?.total,
    reversals: [],
  });
  expect(await house.database.read((db) => verifyReceipt(db, 'A'.repeat(22)))).toBeNull();
  expect(await house.database.read((db) => verifyReceipt(db, `'; --`))).toBeNull();
});

test('a receipt whose money was undone says so, when and by which entry, and still names nobody', async () => {
  const rohani = melati.member('Rohani').id;
  const { rows } = await house.app.pools.owner.query<{
    id: string;
    loan_id: string;
    token: string;
  }>(
    `select r.id, r.loan_id, t.token from lending.repayment r
     join mentoring.receipt t on t.meeting_id = r.source_id and t.person_id = r.payer_id
     where r.payer_id = $1`,
    [rohani],
  );
  const [paid] = rows;
  await house.does(melati.cashier, 'lending.reverse-entry', {
    loanId: paid?.loan_id,
    entryId: paid?.id,
    amountRupiah: '20000',
    reason: 'dihitung dua kali',
  });
  const seen = await house.database.read((db) => verifyReceipt(db, paid?.token ?? ''));
  expect(seen?.reversals).toEqual([
    {
      on: expect.stringMatching(/^2026-11-/),
      amountRupiah: 20_000n,
      reference: expect.stringMatching(/^[0-9A-F]{8}$/),
    },
  ]);
  expect(JSON.stringify(seen, (_, value: unknown) => String(value))).not.toContain('Rohani');
  const [own] = await house.database.read((db) =>
    receiptsOfPerson(db, { personId: rohani, limit: 5 }),
  );
  expect(own?.reversals).toEqual(seen?.reversals);
  const others = await house.database.read((db) =>
    receiptsOfPerson(db, { personId: melati.member('Siti').id, limit: 5 }),
  );
  expect(others.flatMap((receipt) => receipt.reversals)).toEqual([]);
});
