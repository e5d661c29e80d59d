import { beforeAll, describe, expect, it } from 'vitest';
import { testCity } from '#test/database.ts';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse('2026-11-11T01:00:00Z');

beforeAll(async () => {
  const melati = await foundMelati(house);
  const { rows } = await house.app.pools.owner.query<{ id: string; held_on: string }>(
    `select id, held_on::text as held_on from mentoring.meeting order by held_on limit 1`,
  );
  const meeting = rows[0];
  house.now = new Date(`${meeting?.held_on}T08:00:00Z`);
  const rohani = melati.member('Rohani').id;
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: meeting?.id,
    lines: melati.members.map(({ id }) => ({
      personId: id,
      presence: 'present',
      repaymentRupiah: id === rohani ? '20000' : '50000',
      savingsRupiah: '0',
    })),
    covers: [{ obligorId: rohani, payerId: melati.member('Siti').id, amountRupiah: '30000' }],
    coversAgreed: true,
    count: [{ denomination: 50_000, pieces: 6 }],
  });
});

async function differences(): Promise<Record<string, string>> {
  const checks = await verifyCity(house.app, testCity);
  return Object.fromEntries(
    checks.flatMap((c) => (c.difference === null ? [] : [[c.name, c.difference]])),
  );
}

describe('verify, on a meeting in which one paid for another', () => {
  it('finds nothing while all is sound', async () => {
    expect(await differences()).toEqual({});
  });

  it.each([
    [
      'a loan whose paid sum was changed',
      'lending.loan',
      'paid_interest = paid_interest + 1',
      'paid_interest = paid_interest - 1',
      'loans',
      /says interest paid/,
    ],
    [
      'a repayment that was changed',
      'lending.repayment',
      'principal = principal + 1',
      'principal = principal - 1',
      'loans',
      /its repayments sum to/,
    ],
    [
      'a schedule that was changed',
      'lending.schedule_version',
      'principal_due[50] = principal_due[50] - 5',
      'principal_due[50] = principal_due[50] + 5',
      'loans',
      /its schedule repays 1999995/,
    ],
    [
      'a claim that was changed',
      'lending.member_claim',
      'repaid_rupiah = 100',
      'repaid_rupiah = 0',
      'claims among members',
      /sum to/,
    ],
    [
      'a receipt that was changed',
      'mentoring.receipt',
      'total_rupiah = total_rupiah + 500, savings_rupiah = savings_rupiah + 500',
      'total_rupiah = total_rupiah - 500, savings_rupiah = savings_rupiah - 500',
      'meetings',
      /its receipts sum to/,
    ],
    [
      'a cash count that was changed',
      'mentoring.cash_count',
      'pieces = 5',
      'pieces = 6',
      'meetings',
      /received 300000, handed on 0, counted 250000/,
    ],
  ])('finds %s', async (_what, table, change, undo, check, sentence) => {
    const { owner } = house.app.pools;
    await owner.query(`update ${table} set ${change}`);
    const found = await differences();
    await owner.query(`update ${table} set ${undo}`);
    expect(found[check]).toMatch(sentence);
    expect(await differences()).toEqual({});
  });

  it('finds a line of life of somebody who is not there', async () => {
    const { owner } = house.app.pools;
    const { rows } = await owner.query<{ id: string; person_id: string }>(
      'select id, person_id from programmes.service limit 1',
    );
    const { id, person_id: personId } = rows[0] ?? { id: '', person_id: '' };
    await owner.query('update programmes.service set person_id = $2 where id = $1', [id, newId()]);
    const found = await differences();
    await owner.query('update programmes.service set person_id = $2 where id = $1', [id, personId]);
    expect(found['rows of sheets']).toMatch(
      /^programmes\.service names a person_id that is not there/,
    );
    expect(await differences()).toEqual({});
  });

  it('finds a receipt of a meeting that is not there', async () => {
    const { owner } = house.app.pools;
    await owner.query('update mentoring.receipt set meeting_id = gen_random_uuid()');
    const found = await differences();
    await owner.query(
      `update mentoring.receipt set meeting_id = (select id from mentoring.meeting where state = 'closed')`,
    );
    expect(found['rows of sheets']).toMatch(
      /^mentoring\.receipt names a meeting_id that is not there/,
    );
    expect(await differences()).toEqual({});
  });
});
