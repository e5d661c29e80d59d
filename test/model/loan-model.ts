// A loan as a bookkeeper with a pencil would keep it: everything that happened, on a list, and the whole list worked
// through again from the top whenever something is added. It shares no code with the product. Amounts are whole rupiah.

export type Part = 'principal' | 'interest' | 'fee' | 'penalty';
export type ChargePart = 'fee' | 'penalty';

export interface PlanRow {
  readonly dueOn: string;
  readonly principal: number;
  readonly interest: number;
}
export type Plan = readonly PlanRow[];

/** In which order money settles what is owed: row by row; or what is due by its day first, and then what is to come. */
export type ModelOrder =
  | { readonly order: 'by-instalment'; readonly parts: readonly Part[] }
  | {
      readonly order: 'due-then-advance';
      readonly due: readonly Part[];
      readonly inAdvance: readonly Part[];
    };

/** What the product says of money. */
export interface ModelTerms {
  readonly order: ModelOrder;
  /** What becomes of money of today beyond what is due. */
  readonly ahead: 'next-instalments' | 'lower-instalment' | 'shorter-term';
}

export const usualTerms: ModelTerms = {
  order: { order: 'by-instalment', parts: ['penalty', 'fee', 'interest', 'principal'] },
  ahead: 'next-instalments',
};

export type EntryKind =
  | 'repayment'
  | 'fee'
  | 'penalty'
  | 'waiver'
  | 'restructure'
  | 'write-off'
  | 'recovery'
  | 'forgiveness'
  | 'refund'
  | 'reversal';

export interface ModelEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly on: string;
  readonly amount: number;
  /** What a waiver gives up. */
  readonly part?: 'interest' | ChargePart;
  readonly dueOn?: string;
  /** The plan it puts in force. */
  readonly plan?: Plan;
  /** The entry that a reversal undoes. */
  readonly undoes?: string;
  /** A refund that went into her savings. */
  readonly saved?: true;
  /** Names the claim between members that came with it. */
  readonly cover?: string;
}

/** A fee or penalty and what of it is neither paid nor waived. */
export interface ModelCharge {
  readonly part: ChargePart;
  readonly on: string;
  readonly dueOn: string;
  readonly left: number;
}

export type LoanState = 'active' | 'closed' | 'written-off' | 'recovered' | 'forgiven';

export interface LoanModel {
  readonly loanId: string;
  /** As the lender counts its loans. */
  readonly number: string;
  readonly personId: string;
  readonly lent: number;
  readonly disbursedOn: string;
  readonly firstPlan: Plan;
  readonly terms: ModelTerms;
  readonly entries: readonly ModelEntry[];
  readonly paid: Readonly<Record<Part, number>>;
  readonly overpaid: number;
  readonly charged: Readonly<Record<ChargePart, number>>;
  readonly waived: Readonly<Record<ChargePart, number>>;
  readonly writtenOff: number;
  readonly recovered: number;
  readonly forgiven: number;
  readonly charges: readonly ModelCharge[];
  readonly plan: Plan;
  readonly state: LoanState;
}

export function newLoan(
  given: Pick<LoanModel, 'loanId' | 'personId' | 'lent' | 'disbursedOn' | 'firstPlan'> &
    Partial<Pick<LoanModel, 'number' | 'terms'>>,
): LoanModel {
  const none = { fee: 0, penalty: 0 };
  return {
    ...given,
    number: given.number ?? '',
    terms: given.terms ?? usualTerms,
    entries: [],
    paid: { principal: 0, interest: 0, ...none },
    overpaid: 0,
    charged: none,
    waived: none,
    writtenOff: 0,
    recovered: 0,
    forgiven: 0,
    charges: [],
    plan: given.firstPlan,
    state: 'active',
  };
}

export function total(plan: Plan, part: 'principal' | 'interest'): number {
  return plan.reduce((sum, row) => sum + row[part], 0);
}

/** Principal and interest due by a day and not paid. */
export function dueOn(loan: LoanModel, day: string, edge: 'until' | 'before' = 'until'): number {
  const due = loan.plan.filter((row) => (edge === 'until' ? row.dueOn <= day : row.dueOn < day));
  return (
    Math.max(0, total(due, 'principal') - loan.paid.principal) +
    Math.max(0, total(due, 'interest') - loan.paid.interest)
  );
}

/** The same with the charges due by then. */
export function askedOn(loan: LoanModel, day: string): number {
  return dueOn(loan, day) + leftOfCharges(loan.charges.filter((charge) => charge.dueOn <= day));
}

/** The whole plan, and the charges that are there on a day. */
export function debtOn(loan: LoanModel, day: string): number {
  const there = loan.charges.filter((charge) => charge.on <= day);
  return dueOn(loan, '9999-12-31') + leftOfCharges(there);
}

function leftOfCharges(charges: readonly ModelCharge[]): number {
  return charges.reduce((sum, charge) => sum + charge.left, 0);
}

export function openCharges(loan: LoanModel, part: ChargePart): number {
  return loan.charged[part] - loan.waived[part] - loan.paid[part];
}

/** Everything still owed: the whole plan and the charges. */
export function wholeDebt(loan: LoanModel): number {
  return dueOn(loan, '9999-12-31') + openCharges(loan, 'fee') + openCharges(loan, 'penalty');
}

export function claimLeft(loan: LoanModel): number {
  return loan.writtenOff - loan.recovered - loan.forgiven;
}

export function undoneIds(loan: LoanModel): ReadonlySet<string> {
  return new Set(loan.entries.flatMap((entry) => entry.undoes ?? []));
}

interface OpenCharge {
  readonly part: ChargePart;
  readonly on: string;
  readonly dueOn: string;
  left: number;
  paid: number;
  waived: number;
}

/** How much of the money or of a waiver would be in nobody's place: then the entry cannot be. */
export class Misfit extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The loan with one more entry, all of them counted again. @throws Misfit */
export function withEntry(loan: LoanModel, entry: ModelEntry): LoanModel {
  const entries = [...loan.entries, entry];
  const undone = new Set(entries.flatMap((one) => one.undoes ?? []));
  const standing = entries.filter((one) => one.kind !== 'reversal' && !undone.has(one.id));
  const sum = (wanted: (one: ModelEntry) => boolean) =>
    standing.filter(wanted).reduce((all, one) => all + one.amount, 0);
  const counted = countAgain(loan, standing);
  const overpaid = counted.overpaid - sum((one) => one.kind === 'refund');
  const waived = {
    fee: sum((one) => one.part === 'fee'),
    penalty: sum((one) => one.part === 'penalty'),
  };
  if (counted.lost > 0 || overpaid < 0) throw new Misfit('lending.does-not-fit');
  if (waived.fee !== counted.waived.fee || waived.penalty !== counted.waived.penalty)
    throw new Misfit('lending.waiver-does-not-fit');
  const next = {
    ...loan,
    entries,
    paid: counted.paid,
    overpaid,
    charged: {
      fee: sum((one) => one.kind === 'fee'),
      penalty: sum((one) => one.kind === 'penalty'),
    },
    waived,
    writtenOff: sum((one) => one.kind === 'write-off'),
    recovered: sum((one) => one.kind === 'recovery'),
    forgiven: sum((one) => one.kind === 'forgiveness'),
    charges: counted.charges.map(({ part, on, dueOn, left }) => ({ part, on, dueOn, left })),
    plan: counted.plan,
  };
  return { ...next, state: stateOf(next) };
}

function stateOf(loan: LoanModel): LoanState {
  if (loan.writtenOff > 0) {
    if (claimLeft(loan) > 0) return 'written-off';
    return loan.forgiven > 0 ? 'forgiven' : 'recovered';
  }
  return wholeDebt(loan) === 0 ? 'closed' : 'active';
}

/** Works through what stands, in order of days: charges of a day first, then waivers, then money and new plans as entered. */
function countAgain(loan: LoanModel, standing: readonly ModelEntry[]) {
  const charges: OpenCharge[] = [];
  const paid = { principal: 0, interest: 0, fee: 0, penalty: 0 };
  const waived = { fee: 0, penalty: 0 };
  let plan = loan.firstPlan;
  let [overpaid, lost] = [0, 0];
  for (const entry of inOrder(standing)) {
    if (entry.kind === 'fee' || entry.kind === 'penalty') {
      const dueOn = entry.dueOn ?? entry.on;
      const { kind: part, on, amount: left } = entry;
      charges.push({ part, on, dueOn, left, paid: 0, waived: 0 });
      continue;
    }
    if (entry.plan) {
      plan = entry.plan;
      lost += Math.max(0, paid.principal - total(plan, 'principal'));
      lost += Math.max(0, paid.interest - total(plan, 'interest'));
    }
    if (entry.kind === 'repayment') {
      overpaid += pay(
        { charges, plan, paid },
        { amount: entry.amount, on: entry.on, order: loan.terms.order },
      );
    } else if (!entry.plan && (entry.part === 'fee' || entry.part === 'penalty')) {
      waived[entry.part] += waive(charges, plan, { part: entry.part, amount: entry.amount });
    }
  }
  return { plan, paid, waived, overpaid, lost, charges };
}

const rank: Partial<Record<EntryKind, number>> = { fee: 0, penalty: 0, waiver: 1 };

function inOrder(standing: readonly ModelEntry[]): ModelEntry[] {
  const place = (entry: ModelEntry) => (entry.plan === undefined ? (rank[entry.kind] ?? 2) : 2);
  const day = (entry: ModelEntry) =>
    entry.dueOn !== undefined && entry.dueOn < entry.on ? entry.dueOn : entry.on;
  return standing.toSorted((a, b) =>
    day(a) === day(b) ? place(a) - place(b) : day(a) < day(b) ? -1 : 1,
  );
}

/** The row in which a charge is asked for: the first instalment due on its day or later. */
function rowOf(plan: Plan, charge: OpenCharge): number {
  const at = plan.findIndex((row) => row.dueOn >= charge.dueOn);
  return at === -1 ? plan.length : at;
}

/** Charges in the order in which they are asked for: by row; after the last instalment by day. */
function inRowOrder(charges: readonly OpenCharge[], plan: Plan): OpenCharge[] {
  return charges.toSorted((a, b) => {
    const [rowA, rowB] = [rowOf(plan, a), rowOf(plan, b)];
    if (rowA !== rowB) return rowA - rowB;
    return rowA === plan.length && a.dueOn !== b.dueOn ? (a.dueOn < b.dueOn ? -1 : 1) : 0;
  });
}

function waive(
  charges: readonly OpenCharge[],
  plan: Plan,
  what: { part: ChargePart; amount: number },
): number {
  let left = what.amount;
  for (const charge of inRowOrder(charges, plan)) {
    if (charge.part !== what.part) continue;
    const share = Math.min(left, charge.left);
    charge.left -= share;
    charge.waived += share;
    left -= share;
  }
  return what.amount - left;
}

/** Row by row in the order of the product; answers what nobody owed. */
function pay(
  book: { charges: readonly OpenCharge[]; plan: Plan; paid: Record<Part, number> },
  money: { amount: number; on: string; order: ModelOrder },
): number {
  const { on, order } = money;
  if (order.order === 'by-instalment') return sweep(book, order.parts, money.amount);
  return sweep(book, order.inAdvance, sweep(book, order.due, money.amount, on));
}

/** Pays what is asked, oldest first, until a day if one is said; answers what is left of the money. */
function sweep(
  {
    charges,
    plan,
    paid,
  }: { charges: readonly OpenCharge[]; plan: Plan; paid: Record<Part, number> },
  parts: readonly Part[],
  amount: number,
  until = '9999-12-31',
): number {
  let left = amount;
  const ordered = inRowOrder(charges, plan).filter((charge) => charge.dueOn <= until);
  const later = ordered.filter((charge) => rowOf(plan, charge) === plan.length);
  const settle = (part: Part, open: number, take: (share: number) => void) => {
    const share = Math.min(left, Math.max(0, open));
    take(share);
    paid[part] += share;
    left -= share;
  };
  const settleCharges = (part: Part, of: readonly OpenCharge[]) => {
    for (const charge of of) {
      if (charge.part !== part) continue;
      settle(part, charge.left, (share) => {
        charge.left -= share;
        charge.paid += share;
      });
    }
  };
  plan.forEach((row, index) => {
    for (const part of parts) {
      if (part === 'fee' || part === 'penalty')
        settleCharges(
          part,
          ordered.filter((charge) => rowOf(plan, charge) === index),
        );
      else if (row.dueOn <= until)
        settle(part, total(plan.slice(0, index + 1), part) - paid[part], () => undefined);
    }
  });
  for (const day of new Set(later.map((charge) => charge.dueOn)))
    for (const part of parts)
      settleCharges(
        part,
        later.filter((charge) => charge.dueOn === day),
      );
  return left;
}
