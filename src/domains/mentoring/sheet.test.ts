import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '#kernel/money.ts';
import { checkSheet } from './check-sheet.ts';
import { savesAt } from './collectors.ts';
import {
  coverableOf,
  foldSheet,
  proposeCover,
  shortfallOf,
  startSheet,
  totalsOf,
} from './sheet.ts';
import { takingsOf } from './takings.ts';
import type { SheetDebt, SheetMember } from './sheet-member.ts';
import type { Sheet, Touch } from './sheet.ts';

const debt = (institutionId: string, change: Partial<SheetDebt> = {}): SheetDebt => ({
  institutionId,
  instalmentRupiah: 50_000n,
  dueRupiah: 50_000n,
  payoffRupiah: 2_500_000n,
  lendingGroupId: `melati at ${institutionId}`,
  ...change,
});

const member = (name: string, ...debts: SheetDebt[]): SheetMember => {
  const of = (amount: 'instalmentRupiah' | 'dueRupiah' | 'payoffRupiah') =>
    sum(debts.map((one) => one[amount]));
  return {
    personId: name,
    name,
    business: null,
    instalmentRupiah: of('instalmentRupiah'),
    dueRupiah: of('dueRupiah'),
    payoffRupiah: of('payoffRupiah'),
    instalmentsLeft: 50,
    lendingGroupId: debts[0]?.lendingGroupId ?? null,
    debts,
    savesAt: debts[0]?.institutionId ?? null,
  };
};

const siti = member('siti', debt('harkat'));
const rohani = member('rohani', debt('harkat'));
const nurhayati = member('nurhayati', debt('harkat'));
const members = [siti, rohani, nurhayati];

const lineOf = (sheet: Sheet, who: SheetMember) => {
  const line = sheet.lines.find((one) => one.personId === who.personId);
  if (!line) throw new Error(`${who.name} has no line`);
  return line;
};
const touched = (...touches: Touch[]) => foldSheet(members, startSheet(members), touches);

describe('a sheet', () => {
  test('can be put right after one of her two lenders was paid off at its counter meanwhile', () => {
    const two = member('siti', debt('harkat'), debt('bank'));
    const entered = startSheet([two, rohani]);
    const one = member('siti', debt('bank'));
    const now = [one, rohani];
    const refused = checkSheet(now, { ...entered, count: [] });
    expect(refused?.code).toBe('mentoring.parts-do-not-fit');
    const right = foldSheet(now, entered, [
      { kind: 'pay', personId: 'siti', amountRupiah: 50_000n },
    ]);
    expect(checkSheet(now, { ...right, count: [{ denomination: 100_000, pieces: 1 }] })).toBeNull();
  });

  test('takes savings only where somebody may hold them: a revolving fund lends, it does not save', () => {
    const fund = { institutionId: 'fund', institutionName: '', shortName: '', takesSavings: false };
    const harkat = { ...fund, institutionId: 'harkat', takesSavings: true };
    const owesFund = [{ institutionId: 'fund' }];
    expect(savesAt([fund], owesFund)).toBeNull();
    expect(savesAt([fund, harkat], owesFund)).toBe('harkat');
    const dewi = { ...member('dewi', debt('fund')), savesAt: savesAt([fund], owesFund) };
    const saving = foldSheet([dewi], startSheet([dewi]), [
      { kind: 'save', personId: 'dewi', amountRupiah: 5_000n },
    ]);
    const count = (pieces: number) => ({
      ...saving,
      count: [{ denomination: 5_000 as const, pieces }],
    });
    expect(checkSheet([dewi], count(11))?.code).toBe('mentoring.nowhere-to-save');
    expect(checkSheet([{ ...dewi, savesAt: 'harkat' }], count(11))).toBeNull();
  });

  test('starts with everyone present and paying her instalment', () => {
    const totals = totalsOf(members, startSheet(members));
    expect(totals).toMatchObject({
      present: 3,
      members: 3,
      totalRupiah: 150_000n,
      expectedRupiah: 150_000n,
      missingRupiah: 0n,
    });
  });

  test('counts a half payment covered by two as paid to the lender and handed over by the two', () => {
    const sheet = touched(
      { kind: 'pay', personId: 'rohani', amountRupiah: 20_000n },
      {
        kind: 'cover',
        obligorId: 'rohani',
        shares: [
          { payerId: 'siti', amountRupiah: 15_000n },
          { payerId: 'nurhayati', amountRupiah: 15_000n },
        ],
      },
    );
    expect(totalsOf(members, sheet)).toMatchObject({
      totalRupiah: 150_000n,
      coverRupiah: 30_000n,
      missingRupiah: 0n,
    });
    expect(takingsOf(members, sheet).map((one) => one.totalRupiah)).toEqual([
      65_000n,
      20_000n,
      65_000n,
    ]);
    expect(shortfallOf(rohani, lineOf(sheet, rohani))).toBe(30_000n);
  });

  test('proposes to split evenly in coins that exist', () => {
    const sheet = touched({ kind: 'pay', personId: 'rohani', amountRupiah: 19_900n });
    const shares = proposeCover(rohani, lineOf(sheet, rohani), ['siti', 'nurhayati']);
    expect(shares.map((share) => share.amountRupiah)).toEqual([15_100n, 15_000n]);
  });

  test('forgets the covers and the consent once another amount is paid', () => {
    const cover = {
      kind: 'cover',
      obligorId: 'rohani',
      shares: [{ payerId: 'siti', amountRupiah: 50_000n }],
    } as const;
    const sheet = touched(
      { kind: 'pay', personId: 'rohani', amountRupiah: 0n },
      cover,
      { kind: 'agree', agreed: true },
      { kind: 'pay', personId: 'rohani', amountRupiah: 50_000n },
    );
    expect(sheet.covers).toEqual([]);
    expect(sheet.coversAgreed).toBe(false);
  });

  test('asks the group again when the split changes', () => {
    const sheet = touched(
      { kind: 'pay', personId: 'rohani', amountRupiah: 0n },
      { kind: 'cover', obligorId: 'rohani', shares: [{ payerId: 'siti', amountRupiah: 50_000n }] },
      { kind: 'agree', agreed: true },
      {
        kind: 'cover',
        obligorId: 'rohani',
        shares: [{ payerId: 'nurhayati', amountRupiah: 50_000n }],
      },
    );
    expect(checkSheet(members, { ...sheet, count: [] })?.code).toBe('mentoring.cover-not-agreed');
  });

  test('returns to the usual', () => {
    const sheet = touched(
      { kind: 'mark', personId: 'rohani', presence: 'absent', reason: 'sakit' },
      { kind: 'pay', personId: 'rohani', amountRupiah: 0n },
      { kind: 'save', personId: 'rohani', amountRupiah: 7_000n },
      { kind: 'reset', personId: 'rohani' },
    );
    expect(sheet).toEqual(startSheet(members));
  });

  test('refuses covers by people outside the same joint liability', () => {
    const stranger = member('emi', debt('harkat', { lendingGroupId: null }));
    const all = [...members, stranger];
    const sheet = foldSheet(all, startSheet(all), [
      { kind: 'pay', personId: 'rohani', amountRupiah: 0n },
      { kind: 'cover', obligorId: 'rohani', shares: [{ payerId: 'emi', amountRupiah: 50_000n }] },
      { kind: 'agree', agreed: true },
    ]);
    expect(checkSheet(all, { ...sheet, count: [] })?.code).toBe('mentoring.cover-by-stranger');
  });

  test('whatever is touched, the cash is what the receipts say, and only a fitting count passes', () => {
    const people = fc.constantFrom('siti', 'rohani', 'nurhayati');
    const amount = fc.bigInt({ min: 0n, max: 60_000n });
    const touch: fc.Arbitrary<Touch> = fc.oneof(
      fc.record({ kind: fc.constant('pay' as const), personId: people, amountRupiah: amount }),
      fc.record({ kind: fc.constant('save' as const), personId: people, amountRupiah: amount }),
      fc.record({
        kind: fc.constant('cover' as const),
        obligorId: people,
        shares: fc.array(fc.record({ payerId: people, amountRupiah: amount }), { maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant('agree' as const), agreed: fc.boolean() }),
      fc.record({ kind: fc.constant('reset' as const), personId: people }),
    );
    fc.assert(
      fc.property(
        fc.array(touch, { maxLength: 25 }),
        fc.integer({ min: 0, max: 20 }),
        (touches, pieces) => {
          const sheet = foldSheet(members, startSheet(members), touches);
          const totals = totalsOf(members, sheet);
          expect(sum(takingsOf(members, sheet).map((one) => one.totalRupiah))).toBe(
            totals.totalRupiah,
          );
          const count = pieces > 0 ? [{ denomination: 50_000 as const, pieces }] : [];
          const refused = checkSheet(members, { ...sheet, count });
          if (refused !== null) return;
          expect(BigInt(pieces) * 50_000n).toBe(totals.totalRupiah);
          for (const one of members) {
            const covered = sum(
              sheet.covers.filter((c) => c.obligorId === one.personId).map((c) => c.amountRupiah),
            );
            expect(covered <= coverableOf(one, lineOf(sheet, one))).toBe(true);
          }
        },
      ),
    );
  });
});
