import type { WorldHouse } from '../house.ts';
import { debtsOf } from './field.ts';
import type { Field } from './field.ts';
import type { LenderModel } from './lender-model.ts';
import { askedOn } from './loan-model.ts';
import type { LoanModel } from './loan-model.ts';
import { attempt } from './loan-steps.ts';
import { entriesOfMeeting, loansSeenBy } from './readings.ts';
import { coveredLoan, payoffOn, savesWith, shared } from './sheet-model.ts';
import type { Sheet } from './sheet-model.ts';

/** Money on its way to a loan, from herself or from a peer who becomes her creditor. */
interface Money {
  readonly model: LenderModel;
  readonly loan: LoanModel;
  readonly amount: number;
  readonly coveredBy?: string;
}

/** Whose all the money of a sheet is: what each pays, then what others pay for her. */
function moneyOf(field: Field, sheet: Sheet): Money[] {
  const own = sheet.lines.flatMap((line) =>
    shared(field, line, sheet).map(({ lender: { model }, loan, amount }) => ({
      model,
      loan,
      amount,
    })),
  );
  const covers = sheet.covers.flatMap((cover) => {
    const at = coveredLoan(field, cover, sheet);
    const { amount, payerId: coveredBy } = cover;
    return at ? [{ model: at.lender.model, loan: at.loan, amount, coveredBy }] : [];
  });
  return [...own, ...covers].filter((money) => money.amount > 0);
}

/**
 * The money of a meeting goes into the bags of its lenders; each payment and cover is an entry of its loan.
 *
 * A sheet holds the loans that run when it is taken up, and nobody holds one that rests: it may run again before the
 * sheet is written, which then knows nothing of it. The marks tell which loans a sheet knew.
 */
export async function takeSheet(
  house: WorldHouse,
  field: Field,
  given: Omit<Sheet, 'unseen'>,
): Promise<string | null> {
  if (field.closedMeetings.has(given.meetingId)) return 'the meeting was closed twice';
  const seen = await loansSeenBy(house, given.meetingId);
  const running = given.lines.flatMap(({ personId }) => debtsOf(field, personId));
  const unseen = new Set(running.map(({ loan }) => loan.loanId).filter((id) => !seen.has(id)));
  const blind = [...unseen].find((id) => !field.restingToday.has(id));
  if (blind !== undefined) return `knew nothing of loan ${blind}, which ran all day`;
  const sheet = { ...given, unseen };
  const money = moneyOf(field, sheet);
  const saved = sheet.lines.flatMap(({ personId, saves }) => {
    const model = savesWith(field, personId, sheet)?.model;
    return saves > 0 ? [{ model, personId, saves }] : [];
  });
  field.closedMeetings.add(sheet.meetingId);
  rememberAsked(field, sheet);
  const written = await entriesOfMeeting(house, sheet.meetingId);
  if (written.length !== money.length)
    return `wrote ${written.length} repayments, the model says ${money.length}: ${JSON.stringify(
      money.map((one) => [one.loan.loanId, one.coveredBy ?? one.loan.personId, one.amount]),
    )} ${JSON.stringify(written)}`;
  const wrong = money.map((one) => {
    const payer = one.coveredBy ?? one.loan.personId;
    const entry = written.find(
      ({ loanId, payerId }) => loanId === one.loan.loanId && payerId === payer,
    );
    if (!entry) return `wrote no repayment of ${one.loan.personId} by ${payer}`;
    const { overpaid } = one.model.loan(entry.loanId);
    const taken = one.model.take(
      entry.loanId,
      repaymentOf(sheet, { ...one, id: entry.id }),
      atSheet(sheet),
    );
    // It went into the bag, and its claim carries the meeting's name.
    one.model.till -= one.amount;
    one.model.bag += one.amount;
    if ('refused' in taken) return `took money that the model refuses as ${taken.refused}`;
    return taken.loan.overpaid === overpaid ? null : 'took money that the model counts as too much';
  });
  for (const { model, personId, saves } of saved) {
    if (!model) return 'took savings that nobody keeps';
    model.save(personId, saves);
    model.bag += saves;
  }
  return wrong.find((one) => one !== null) ?? null;
}

/** The next meeting asks for what falls due after this one. */
function rememberAsked(field: Field, sheet: Sheet): void {
  for (const { personId } of sheet.lines)
    for (const { loan } of debtsOf(field, personId, sheet.unseen))
      field.askedOn.set(loan.loanId, [...(field.askedOn.get(loan.loanId) ?? []), sheet.heldOn]);
}

/** Whether a sheet had to be refused so, as things stand at a moment, or did before a loan ran again. */
export function explainsSheet(field: Field, given: Omit<Sheet, 'unseen'>, code: string): boolean {
  return [new Set<string>(), field.restingToday].some((unseen) =>
    explainsSeen(field, { ...given, unseen }, code),
  );
}

function explainsSeen(field: Field, sheet: Sheet, code: string): boolean {
  if (field.closedMeetings.has(sheet.meetingId)) return code === 'mentoring.meeting-closed';
  const owesTo = (personId: string) =>
    debtsOf(field, personId, sheet.unseen).map(({ lender }) => lender.institutionId);
  switch (code) {
    case 'mentoring.parts-do-not-fit':
      return sheet.lines.some(({ personId, parts }) =>
        parts?.some((part) => part.amount > 0 && !owesTo(personId).includes(part.institutionId)),
      );
    case 'mentoring.repayment-too-large':
      return sheet.lines.some((line) => {
        const parts = shared(field, line, sheet);
        const over = parts.some(({ loan, amount }) => amount > payoffOn(loan, sheet.heldOn));
        return over || (parts.length === 0 && line.pays > 0);
      });
    case 'mentoring.cover-too-large':
      return coversTooMuch(field, sheet);
    case 'mentoring.cover-by-stranger':
      return sheet.covers.some((cover) => coveredLoan(field, cover, sheet) === undefined);
    case 'mentoring.nowhere-to-save':
      return sheet.lines.some(
        ({ personId, saves }) => saves > 0 && savesWith(field, personId, sheet) === undefined,
      );
    default:
      return code.startsWith('lending.') && refusalsOfMoney(field, sheet).has(code);
  }
}

function coversTooMuch(field: Field, sheet: Sheet): boolean {
  const money = moneyOf(field, sheet);
  return money.some(({ loan }) => {
    const of = (isCover: boolean) =>
      money
        .filter((one) => one.loan === loan && (one.coveredBy !== undefined) === isCover)
        .reduce((sum, one) => sum + one.amount, 0);
    return of(true) > Math.max(0, askedOn(loan, sheet.heldOn) - of(false));
  });
}

/** Why the money of a sheet cannot be counted, loan by loan. */
function refusalsOfMoney(field: Field, sheet: Sheet): ReadonlySet<string> {
  const codes = new Set<string>();
  const loans = new Map<string, LoanModel>();
  for (const [i, money] of moneyOf(field, sheet).entries()) {
    const loan = loans.get(money.loan.loanId) ?? money.loan;
    const stepped = attempt(
      loan,
      repaymentOf(sheet, { ...money, id: `tried ${i}` }),
      atSheet(sheet),
    );
    if ('refused' in stepped) codes.add(stepped.refused);
    else if (stepped.next.overpaid !== loan.overpaid) codes.add('lending.more-than-debt');
    else loans.set(loan.loanId, stepped.next);
  }
  return codes;
}

function repaymentOf(
  sheet: Sheet,
  { id, amount, coveredBy }: { id: string; amount: number; coveredBy?: string },
) {
  const cover = coveredBy === undefined ? {} : { coveredBy };
  return { kind: 'repay', on: sheet.heldOn, excess: 'refuse', id, amount, ...cover } as const;
}

function atSheet(sheet: Sheet) {
  return { today: sheet.today, entryIds: [], coverTouched: () => false, keepsSavings: true };
}
