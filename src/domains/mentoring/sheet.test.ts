import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denominations } from './cash.ts';
import { checkSheet } from './check-sheet.ts';
import {
  countedRupiah,
  foldSheet,
  handedOver,
  proposeCover,
  type Sheet,
  type SheetMember,
  startSheet,
  totalsOf,
  type Touch,
} from './sheet.ts';

function member(name: string, change: Partial<SheetMember> = {}): SheetMember {
  return {
    personId: name,
    name,
    business: null,
    instalmentRupiah: 50_000n,
    dueRupiah: 50_000n,
    payoffRupiah: 1_000_000n,
    instalmentsLeft: 20,
    lendingGroupId: 'Melati 2',
    ...change,
  };
}

const members = [member('Siti'), member('Rohani'), member('Nurhayati'), member('Yusnidar')];

/** The meeting of the programme's story: one absent, one pays half and two cover her, one saves. */
const story: Touch[] = [
  { kind: 'mark', personId: 'Yusnidar', presence: 'absent', reason: 'anak sakit' },
  { kind: 'pay', personId: 'Rohani', amountRupiah: 20_000n },
  {
    kind: 'cover',
    obligorId: 'Rohani',
    shares: [
      { payerId: 'Siti', amountRupiah: 15_000n },
      { payerId: 'Nurhayati', amountRupiah: 15_000n },
    ],
  },
  { kind: 'agree', agreed: true },
  { kind: 'save', personId: 'Siti', amountRupiah: 5_000n },
];

function after(touches: readonly Touch[]): Sheet {
  return foldSheet(members, startSheet(members), touches);
}

/** Notes and coins of an amount, largest first. */
function cash(amount: bigint) {
  let left = amount;
  return denominations.flatMap((denomination) => {
    const pieces = Number(left / BigInt(denomination));
    left -= BigInt(pieces) * BigInt(denomination);
    return pieces > 0 ? [{ denomination, pieces }] : [];
  });
}

function withCount(sheet: Sheet, count: ReturnType<typeof cash>) {
  return { ...sheet, lines: [...sheet.lines], covers: [...sheet.covers], count };
}

function refusalOf(sheet: Sheet, counted = totalsOf(members, sheet).totalRupiah): string | null {
  return checkSheet(members, withCount(sheet, cash(counted)))?.code ?? null;
}

describe('A meeting’s sheet', () => {
  it('starts with everyone present and paying her instalment', () => {
    const totals = totalsOf(members, startSheet(members));
    expect(totals).toMatchObject({
      present: 4,
      members: 4,
      totalRupiah: 200_000n,
      expectedRupiah: 200_000n,
      missingRupiah: 0n,
    });
    expect(refusalOf(startSheet(members))).toBeNull();
  });

  it('adds up an ordinary week: one away, one half paid and covered, one saving', () => {
    const sheet = after(story);
    expect(totalsOf(members, sheet)).toEqual({
      present: 3,
      members: 4,
      repaymentRupiah: 170_000n,
      coverRupiah: 30_000n,
      savingsRupiah: 5_000n,
      totalRupiah: 205_000n,
      expectedRupiah: 200_000n,
      missingRupiah: 0n,
    });
    const given = handedOver(sheet).map((one) => `${one.personId} ${one.totalRupiah}`);
    expect(given).toEqual(['Siti 70000', 'Rohani 20000', 'Nurhayati 65000', 'Yusnidar 50000']);
    expect(refusalOf(sheet)).toBeNull();
  });

  it('goes back to the usual line, and drops its cover, when a touch is undone', () => {
    const sheet = after([...story, { kind: 'reset', personId: 'Rohani' }]);
    expect(sheet.covers).toEqual([]);
    expect(totalsOf(members, sheet).repaymentRupiah).toBe(200_000n);
  });

  it('asks for consent again when the split changes', () => {
    const shares = [{ payerId: 'Siti', amountRupiah: 30_000n }];
    expect(refusalOf(after([...story, { kind: 'cover', obligorId: 'Rohani', shares }]))).toBe(
      'mentoring.cover-not-agreed',
    );
  });

  it('proposes shares that coins can pay', () => {
    const [siti, rohani] = members;
    if (!siti || !rohani) throw new Error('the cast is incomplete');
    const line = {
      personId: 'Rohani',
      presence: 'present',
      reason: null,
      repaymentRupiah: 19_950n,
      savingsRupiah: 0n,
    } as const;
    const shares = proposeCover(rohani, line, ['Siti', 'Nurhayati', 'Yusnidar']);
    expect(shares.map((share) => share.amountRupiah)).toEqual([10_050n, 10_000n, 10_000n]);
    expect(proposeCover(siti, line, [])).toEqual([]);
  });
});

describe('A sheet is not closed', () => {
  it('when the cash is Rp 500 short or over, and says by how much', () => {
    const sheet = after(story);
    expect(refusalOf(sheet, 204_500n)).toBe('mentoring.count-differs');
    const refusal = checkSheet(members, withCount(sheet, cash(205_500n)));
    expect(refusal?.words.id).toContain('lebih Rp 500');
    expect(refusal?.words.en).toContain('Rp 500 too much');
  });

  it('when somebody pays more than she owes', () => {
    expect(refusalOf(after([{ kind: 'pay', personId: 'Siti', amountRupiah: 1_000_001n }]))).toBe(
      'mentoring.repayment-too-large',
    );
  });

  it.each([
    ['she covers herself', 'Rohani', 30_000n, 'mentoring.covers-herself'],
    ['the payer is a stranger', 'Dewi', 30_000n, 'mentoring.not-in-group'],
    ['the cover is more than what is short', 'Siti', 30_100n, 'mentoring.cover-too-large'],
  ] as const)('when %s', (...[, payerId, amountRupiah, code]) => {
    const sheet = after([
      { kind: 'pay', personId: 'Rohani', amountRupiah: 20_000n },
      { kind: 'cover', obligorId: 'Rohani', shares: [{ payerId, amountRupiah }] },
      { kind: 'agree', agreed: true },
    ]);
    expect(refusalOf(sheet)).toBe(code);
  });

  it('when the payer answers for other loans', () => {
    const apart = [...members, member('Dewi', { lendingGroupId: 'Anggrek' })];
    const sheet = foldSheet(apart, startSheet(apart), [
      { kind: 'pay', personId: 'Rohani', amountRupiah: 0n },
      { kind: 'cover', obligorId: 'Rohani', shares: [{ payerId: 'Dewi', amountRupiah: 50_000n }] },
      { kind: 'agree', agreed: true },
    ]);
    expect(checkSheet(apart, withCount(sheet, []))?.code).toBe('mentoring.cover-by-stranger');
  });

  it('when a member is missing, twice on it, or not of the group', () => {
    const { lines, ...rest } = startSheet(members);
    const [first] = lines;
    if (!first) throw new Error('the sheet is empty');
    expect(refusalOf({ ...rest, lines: lines.slice(1) })).toBe('mentoring.member-left-out');
    expect(refusalOf({ ...rest, lines: [...lines, first] })).toBe('mentoring.member-twice');
    expect(refusalOf({ ...rest, lines: [...lines, { ...first, personId: 'Dewi' }] })).toBe(
      'mentoring.not-in-group',
    );
  });
});

const touches: fc.Arbitrary<Touch> = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    personId: fc.constantFrom(...members.map((one) => one.personId)),
    amountRupiah: fc.bigInt({ min: 0n, max: 60_000n }),
  }),
  fc.record({
    kind: fc.constant('save' as const),
    personId: fc.constantFrom(...members.map((one) => one.personId)),
    amountRupiah: fc.bigInt({ min: 0n, max: 60_000n }),
  }),
  fc.record({
    kind: fc.constant('cover' as const),
    obligorId: fc.constantFrom('Rohani', 'Yusnidar'),
    shares: fc.constantFrom([], [{ payerId: 'Siti', amountRupiah: 10_000n }]),
  }),
  fc.record({ kind: fc.constant('reset' as const), personId: fc.constantFrom('Siti', 'Rohani') }),
);

it('whatever is touched, the parts of a sheet add up to the cash on the table, and one touch after another is the fold', () => {
  fc.assert(
    fc.property(fc.array(touches, { maxLength: 30 }), (list) => {
      const sheet = after(list);
      const totals = totalsOf(members, sheet);
      const given = handedOver(sheet).reduce((total, one) => total + one.totalRupiah, 0n);
      expect(given).toBe(totals.totalRupiah);
      expect(totals.repaymentRupiah + totals.coverRupiah + totals.savingsRupiah).toBe(
        totals.totalRupiah,
      );
      expect(totals.missingRupiah >= 0n).toBe(true);
      const stepwise = list.reduce(
        (now, touch) => foldSheet(members, now, [touch]),
        startSheet(members),
      );
      expect(stepwise).toEqual(sheet);
      expect(sheet.lines).toHaveLength(members.length);
    }),
  );
});

it('counted cash is the sum of its pieces', () => {
  expect(
    countedRupiah([
      { denomination: 50_000, pieces: 3 },
      { denomination: 500, pieces: 1 },
    ]),
  ).toBe(150_500n);
  expect(countedRupiah([])).toBe(0n);
});
