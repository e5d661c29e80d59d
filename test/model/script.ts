import fc from 'fast-check';
import { usualTerms } from './loan-model.ts';
import type { ModelOrder, ModelTerms, Part } from './loan-model.ts';

/** What somebody wants to do, in numbers that are read off the loans as they stand when the day begins. */
export interface Wish {
  readonly what:
    | 'repay'
    | 'cover'
    | 'repay-claim'
    | 'charge'
    | 'waive'
    | 'reverse'
    | 'restructure'
    | 'write-off'
    | 'recover'
    | 'forgive'
    | 'refund';
  /** Which loan, counted round. */
  readonly loan: number;
  /** Which entry, peer or way, counted round. */
  readonly which: number;
  /** How much, in thousandths of what there is. */
  readonly share: number;
  /** So many days ago; below zero a day to come. */
  readonly daysAgo: number;
  /** How often it is submitted at once. */
  readonly times: number;
}

/** What one member does at the meeting of her group. */
export interface AtMeeting {
  readonly share: number;
  readonly saves: number;
  /** Whether the next one in the row pays what she is short of. */
  readonly covered: boolean;
  /** Whether somebody with two lenders says whose her money is, and whoever covers whose instalment it is. */
  readonly said: boolean;
}

/** A working day: what each client does, one thing after the other, while the others do theirs. */
export interface Day {
  /** Days since the last one. */
  readonly gap: number;
  readonly clients: readonly (readonly Wish[])[];
  readonly meeting: readonly AtMeeting[];
  /** Two people may send the same sheet under keys of their own. */
  readonly sheets: number;
  readonly closes: boolean;
}

const what = fc.oneof(
  { weight: 40, arbitrary: fc.constant('repay' as const) },
  { weight: 8, arbitrary: fc.constant('cover' as const) },
  { weight: 7, arbitrary: fc.constant('repay-claim' as const) },
  { weight: 10, arbitrary: fc.constant('charge' as const) },
  { weight: 6, arbitrary: fc.constant('waive' as const) },
  { weight: 14, arbitrary: fc.constant('reverse' as const) },
  { weight: 3, arbitrary: fc.constant('restructure' as const) },
  { weight: 2, arbitrary: fc.constant('write-off' as const) },
  { weight: 5, arbitrary: fc.constant('recover' as const) },
  { weight: 2, arbitrary: fc.constant('forgive' as const) },
  { weight: 3, arbitrary: fc.constant('refund' as const) },
);

const wish: fc.Arbitrary<Wish> = fc.record({
  what,
  loan: fc.nat({ max: 999 }),
  which: fc.nat({ max: 999 }),
  share: fc.nat({ max: 1000 }),
  daysAgo: fc.oneof(
    { weight: 70, arbitrary: fc.constant(0) },
    { weight: 28, arbitrary: fc.integer({ min: 1, max: 30 }) },
    { weight: 2, arbitrary: fc.constant(-1) },
  ),
  times: fc.oneof(
    { weight: 85, arbitrary: fc.constant(1) },
    { weight: 15, arbitrary: fc.integer({ min: 2, max: 4 }) },
  ),
});

const atMeeting: fc.Arbitrary<AtMeeting> = fc.record({
  share: fc.oneof(fc.constant(1000), fc.constant(0), fc.nat({ max: 2500 })),
  saves: fc.constantFrom(0, 0, 500, 5_000),
  covered: fc.boolean(),
  said: fc.boolean(),
});

const parts: readonly Part[] = ['principal', 'interest', 'fee', 'penalty'];
const orderOfParts = fc.shuffledSubarray([...parts], { minLength: parts.length });

const order: fc.Arbitrary<ModelOrder> = fc.oneof(
  fc.record({ order: fc.constant('by-instalment' as const), parts: orderOfParts }),
  fc.record({
    order: fc.constant('due-then-advance' as const),
    due: orderOfParts,
    inAdvance: orderOfParts,
  }),
);

/** Half the lenders say nothing; the others have an order of their own, a rule for money ahead, or both. */
const terms: fc.Arbitrary<ModelTerms> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(usualTerms) },
  {
    weight: 3,
    arbitrary: fc.record({
      order: fc.oneof(fc.constant(usualTerms.order), order),
      ahead: fc.constantFrom('next-instalments', 'lower-instalment', 'shorter-term'),
    }),
  },
);

/** Who lends, and by which terms. */
export interface LenderDrawn {
  readonly kind: 'cooperative' | 'lkm' | 'revolving-fund';
  readonly terms: ModelTerms;
}

/** The lenders of the groups, one or two, and their work over some weeks, about so many operations. */
export interface Script {
  readonly lenders: readonly LenderDrawn[];
  readonly days: readonly Day[];
}

const lender: fc.Arbitrary<LenderDrawn> = fc.record({
  kind: fc.constantFrom('cooperative', 'lkm', 'revolving-fund'),
  terms,
});

export function script(size: {
  readonly days: number;
  readonly clients: number;
  readonly wishesEach: number;
  readonly members: number;
}): fc.Arbitrary<Script> {
  const day: fc.Arbitrary<Day> = fc.record({
    gap: fc.integer({ min: 1, max: 9 }),
    clients: fc.array(fc.array(wish, { minLength: 0, maxLength: size.wishesEach, size: 'max' }), {
      minLength: size.clients,
      maxLength: size.clients,
    }),
    meeting: fc.array(atMeeting, { minLength: size.members, maxLength: size.members }),
    sheets: fc.constantFrom(1, 1, 1, 2),
    closes: fc.boolean(),
  });
  const days = fc.array(day, { minLength: 1, maxLength: size.days, size: 'max' });
  return fc.record({
    lenders: fc.array(lender, { minLength: 1, maxLength: 2, size: 'max' }),
    days,
  });
}
