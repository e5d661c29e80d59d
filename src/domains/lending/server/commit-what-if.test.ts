import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { disbursed, foundJambi } from '#test/worlds/jambi.ts';
import type { CastName, Jambi } from '#test/worlds/jambi.ts';
import { scheduleInForce } from '../life/loan-life.ts';
import { changedSchedule, outlookOf } from '../what-if.ts';
import type { Change, Outlook } from '../what-if.ts';
import { getLoanInHand, loansById, termsOfLoans, verifyLoans } from './index.ts';

// Six loans of Rp 2,000,000 from 1 April, Rp 50,000 every Wednesday; looked at on Friday 1 May.
const house = useHouse('2026-04-01T02:00:00Z');
const today = '2026-05-01';
const nothing: Change = { weekday: null, skip: null, extra: 0 };
let jambi: Jambi;
let loanIds: Readonly<Record<CastName, string>>;

beforeAll(async () => {
  jambi = await foundJambi(house);
  ({ loanIds } = await disbursed(house, jambi, { firstDueOn: '2026-04-08' }));
  house.now = new Date(`${today}T02:00:00Z`);
});

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

/** What the page shows of each loan, read as the page reads it. */
function preview(ids: readonly string[], change: Change): Promise<Map<string, Outlook>> {
  return house.app.read(testCity, async (db) => {
    const terms = await termsOfLoans(db, ids);
    const loans = await loansById(db, { loanIds: ids, on: today });
    return new Map(
      loans.map(({ loanId, schedule, paid }) => {
        const own = terms.get(loanId);
        const changed = own && changedSchedule({ schedule, paid, terms: own }, change, today);
        if (!changed) throw new Error('the loan has instalments to come');
        return [loanId, outlookOf(changed, paid, today)];
      }),
    );
  });
}

function proposed(shown: ReadonlyMap<string, Outlook>, { extra, ...change }: Change) {
  return house.does(jambi.officers.yuni, 'lending.commit-what-if', {
    ...change,
    loans: [...shown].map(([loanId, outlook]) => ({
      loanId,
      extra,
      shown: {
        ...outlook,
        instalmentRupiah: outlook.instalmentRupiah.toString(),
        leftRupiah: outlook.leftRupiah.toString(),
      },
    })),
    reason: 'kelompok sepakat di pertemuan',
  }) as Promise<{ proposalId: string }>;
}

const approve = ({ proposalId }: { proposalId: string }) =>
  house.does(jambi.officers.bambang, 'access.decide-proposal', { proposalId, approve: true });

const stands = (loanId: string) =>
  house.app.read(testCity, async (db) => {
    const loan = await getLoanInHand(db, loanId);
    return outlookOf(scheduleInForce(loan), loan.paid, today);
  });

const pay = (loanId: string, amountRupiah: string) =>
  house.does(jambi.officers.lilis, 'lending.record-repayment', {
    repaymentId: newId(),
    loanId,
    amountRupiah,
    on: today,
  });

describe('A what-if put into force', () => {
  it('waits for a second person, and then stands on every loan of the group as it was shown', async () => {
    const change = {
      weekday: 5,
      skip: { from: '2026-05-11', to: '2026-05-17' },
      extra: 10,
    };
    const shown = await preview(Object.values(loanIds), change);
    const proposal = await proposed(shown, change);
    expect(await stands(loanIds.Rohani)).toMatchObject({ nextDueOn: '2026-05-06' });
    await approve(proposal);
    for (const [loanId, outlook] of shown) expect(await stands(loanId)).toEqual(outlook);
    expect(shown.get(loanIds.Rohani)).toMatchObject({ nextDueOn: '2026-05-08', count: 56 });
  });

  it('moves days without touching an amount', async () => {
    const change = { ...nothing, weekday: 1 };
    const before = await stands(loanIds.Nurhayati);
    const shown = await preview([loanIds.Nurhayati], change);
    await approve(await proposed(shown, change));
    expect(await stands(loanIds.Nurhayati)).toEqual({
      ...before,
      nextDueOn: '2026-05-04',
      lastDueOn: shown.get(loanIds.Nurhayati)?.lastDueOn,
    });
  });

  it('is refused for all once one of them was paid on meanwhile', async () => {
    const change = { ...nothing, extra: 5 };
    const shown = await preview([loanIds.Rohani, loanIds.Yusnidar], change);
    const proposal = await proposed(shown, change);
    const before = await stands(loanIds.Rohani);
    await pay(loanIds.Yusnidar, '50000');
    await expect(approve(proposal)).rejects.toEqual(refusal('not-as-shown'));
    expect(await stands(loanIds.Rohani)).toEqual(before);
  });

  it('is refused where nothing would change', async () => {
    const shown = await preview([loanIds.Rohani], nothing);
    await expect(proposed(shown, nothing)).rejects.toEqual(refusal('nothing-to-change'));
  });

  it('leaves every loan in order', async () => {
    const checks = await house.app.read(testCity, (db) => verifyLoans(db));
    expect(checks.flatMap((check) => check.difference ?? [])).toEqual([]);
  });
});
