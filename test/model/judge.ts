import type { WorldHouse } from '../house.ts';
import type { ClaimRepayment, Deed, SheetDeed } from './deeds.ts';
import type { Field } from './field.ts';
import { askedOn, debtOn, wholeDebt } from './loan-model.ts';
import { attempt } from './loan-steps.ts';
import type { LenderModel } from './lender-model.ts';
import { leftOf } from './lender-model.ts';
import type { Told } from './play.ts';
import { claimNames, entriesOfMeeting, inOrderOfEffect, planOf } from './readings.ts';

/**
 * Takes a day's work into the model in the order in which it took effect. Whatever was done must be allowed there and
 * answer what the model answers; whatever was refused must have had to be at some moment of the day.
 *
 * @returns differences, each telling the operation
 */
export async function judgeDay(
  house: WorldHouse,
  field: Field,
  { told, today }: { told: readonly Told[]; today: string },
): Promise<string[]> {
  const differences = told.flatMap((one) =>
    one.contradiction === null ? [] : [`${nameOf(one.deed)}: ${one.contradiction}`],
  );
  const done = told.flatMap((one) =>
    one.ended.how === 'done' ? [{ ...one.ended, deed: one.deed }] : [],
  );
  const order = await inOrderOfEffect(
    house,
    done.map((one) => one.commandId),
  );
  const names = await claimNames(house, field.institutionId);
  const unexplained = new Set(told.filter((one) => one.ended.how === 'refused'));
  const explain = () => {
    for (const one of unexplained) if (explains(field.model, one, today)) unexplained.delete(one);
  };
  explain();
  const place = (one: { commandId: string }) => order.get(one.commandId) ?? Number.MAX_SAFE_INTEGER;
  for (const one of done.toSorted((a, b) => place(a) - place(b))) {
    if (!order.has(one.commandId))
      differences.push(`${nameOf(one.deed)}: was done without a trace`);
    const wrong = await take(house, field, { ...one, names, today });
    if (wrong !== null) differences.push(`${nameOf(one.deed)}: ${wrong}`);
    explain();
  }
  for (const { deed, ended } of unexplained)
    if (ended.how === 'refused')
      differences.push(`${nameOf(deed)}: refused as ${ended.code}, the model would not have`);
  field.model.endDay(today);
  return differences;
}

export function nameOf({ kind, meaning, times }: Deed): string {
  const what =
    meaning.on === 'loan'
      ? { loanId: meaning.loanId, ...meaning.step }
      : meaning.on === 'claims'
        ? meaning.repayment
        : meaning.on === 'meeting'
          ? meaning.sheet
          : { day: meaning.day };
  return `${kind}${times > 1 ? ` × ${times}` : ''} ${JSON.stringify(what)}`;
}

interface Done {
  readonly deed: Deed;
  readonly answer: Record<string, unknown>;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

async function take(house: WorldHouse, field: Field, done: Done): Promise<string | null> {
  const { meaning } = done.deed;
  if (meaning.on === 'meeting')
    return takeSheet(house, field.model, { ...meaning.sheet, today: done.today });
  if (meaning.on === 'claims') return takeClaims(field.model, meaning.repayment, done);
  if (meaning.on === 'book')
    return done.answer.done === true ? null : 'the day was closed in part only';
  const { entryIds } = done.answer as { entryIds: string[] };
  const newPlan =
    meaning.step.kind === 'restructure'
      ? await planOf(house, { entryId: entryIds[0] ?? '' })
      : undefined;
  const taken = field.model.take(meaning.loanId, meaning.step, {
    today: done.today,
    entryIds,
    newPlan,
  });
  if ('refused' in taken) return `was done, the model refuses it as ${taken.refused}`;
  const expected = `${taken.loan.state}, ${wholeDebt(taken.loan)} left`;
  const answered = `${String(done.answer.state)}, ${String(done.answer.payoffRupiah)} left`;
  return expected === answered ? null : `answered ${answered}; the model says ${expected}`;
}

/** A sheet handed in on a day. */
type Sheet = SheetDeed & { readonly today: string };

/** The money of a meeting goes into the bag; each payment and cover is an entry of its loan. */
async function takeSheet(
  house: WorldHouse,
  model: LenderModel,
  sheet: Sheet,
): Promise<string | null> {
  if (model.closedMeetings.has(sheet.meetingId)) return 'the meeting was closed twice';
  model.closedMeetings.add(sheet.meetingId);
  const written = await entriesOfMeeting(house, sheet.meetingId);
  const idOf = (debtor: string, payer: string) =>
    written.find((one) => model.loan(one.loanId).personId === debtor && one.payerId === payer)
      ?.id ?? '';
  const pay = (personId: string, what: { id: string; amount: number; coveredBy?: string }) => {
    const loan = model.loanOf(personId);
    if (!loan || what.amount === 0) return null;
    if (what.id === '') return `wrote no repayment of ${personId}`;
    const { overpaid } = loan;
    const taken = model.take(loan.loanId, repaymentOf(sheet, what), atSheet(sheet));
    // It went into the bag, and its claim carries the meeting's name.
    model.till -= what.amount;
    model.bag += what.amount;
    if ('refused' in taken) return `took money that the model refuses as ${taken.refused}`;
    return taken.loan.overpaid === overpaid ? null : 'took money that the model counts as too much';
  };
  const wrong: (string | null)[] = [];
  for (const { personId, pays, saves } of sheet.lines) {
    wrong.push(pay(personId, { id: idOf(personId, personId), amount: pays }));
    model.save(personId, saves);
    model.bag += saves;
  }
  for (const { obligorId, payerId, amount } of sheet.covers) {
    const id = idOf(obligorId, payerId);
    wrong.push(pay(obligorId, { id, amount, coveredBy: payerId }));
  }
  return wrong.find((one) => one !== null) ?? null;
}

/** Oldest cover first; among covers of one day the answer tells which. */
function takeClaims(model: LenderModel, repayment: ClaimRepayment, done: Done): string | null {
  const { debtor, amount, on } = repayment;
  if (amount > model.owedBy(debtor)) return `repaid more than ${model.owedBy(debtor)} owed`;
  const parts = done.answer.parts as { claimId: string; amountRupiah: string }[];
  const sum = parts.reduce((all, one) => all + Number(one.amountRupiah), 0);
  if (sum !== amount) return `spread ${sum} of ${amount}`;
  for (const part of parts) {
    const claim = model.claims.get(done.names.get(part.claimId) ?? '');
    if (claim?.debtor !== debtor) return 'repaid a claim that nobody has on her';
    if (on < claim.openedOn) return 'repaid before the cover';
    claim.repaid += Number(part.amountRupiah);
    if (leftOf(claim) < 0) return 'repaid more on one claim than is owed';
    const older = [...model.claims.values()].some(
      (other) => other.debtor === debtor && other.openedOn < claim.openedOn && leftOf(other) > 0,
    );
    if (older) return 'repaid a younger claim before an older one';
  }
  return null;
}

/** Whether a refusal is what the model would say at this moment. */
function explains(model: LenderModel, { deed, ended }: Told, today: string): boolean {
  if (ended.how === 'done') return true;
  const { code } = ended;
  const { meaning } = deed;
  if (meaning.on === 'book') return false;
  if (meaning.on === 'loan') {
    const verdict = model.attempt(meaning.loanId, meaning.step, { today, entryIds: ['tried'] });
    return 'refused' in verdict && verdict.refused === code;
  }
  if (meaning.on === 'claims') {
    const { debtor, amount, on } = meaning.repayment;
    const open = [...model.claims.values()].filter((c) => c.debtor === debtor && leftOf(c) > 0);
    if (amount > model.owedBy(debtor)) return code === 'lending.claim-more-than-owed';
    return (
      code === 'lending.claim-before-cover' &&
      (on > today || open.some((claim) => on < claim.openedOn))
    );
  }
  return explainsSheet(model, { ...meaning.sheet, today }, code);
}

function explainsSheet(model: LenderModel, sheet: Sheet, code: string): boolean {
  if (model.closedMeetings.has(sheet.meetingId)) return code === 'mentoring.meeting-closed';
  const active = (personId: string) => {
    const loan = model.loanOf(personId);
    return loan?.state === 'active' ? loan : undefined;
  };
  if (code === 'mentoring.repayment-too-large')
    return sheet.lines.some((line) => {
      const loan = active(line.personId);
      return line.pays > (loan ? debtOn(loan, sheet.heldOn) : 0);
    });
  if (code === 'mentoring.cover-too-large')
    return sheet.covers.some(({ obligorId, amount }) => {
      const loan = active(obligorId);
      const own = sheet.lines.find((line) => line.personId === obligorId)?.pays ?? 0;
      return amount > Math.max(0, (loan ? askedOn(loan, sheet.heldOn) : 0) - own);
    });
  const gone = (personId: string) => active(personId) === undefined;
  if (code === 'mentoring.cover-by-stranger')
    return sheet.covers.some((cover) => gone(cover.payerId) || gone(cover.obligorId));
  if (code.startsWith('lending.')) return refusalsOfMoney(model, sheet).has(code);
  return code === 'mentoring.nowhere-to-save' && sheet.lines.every((l) => gone(l.personId));
}

/** Why the money of a sheet cannot be counted, loan by loan: what each pays, then what others pay for her. */
function refusalsOfMoney(model: LenderModel, sheet: Sheet): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { personId, pays } of sheet.lines) {
    let loan = model.loanOf(personId);
    const covers = sheet.covers.filter((cover) => cover.obligorId === personId);
    for (const [i, money] of [{ amount: pays }, ...covers].entries()) {
      if (!loan || money.amount === 0) continue;
      const step = repaymentOf(sheet, { id: `tried ${i}`, amount: money.amount });
      const stepped = attempt(loan, step, atSheet(sheet));
      if ('refused' in stepped) codes.add(stepped.refused);
      else if (stepped.next.overpaid !== loan.overpaid) codes.add('lending.more-than-debt');
      else loan = stepped.next;
    }
  }
  return codes;
}

function repaymentOf(sheet: SheetDeed, what: { id: string; amount: number; coveredBy?: string }) {
  return { kind: 'repay', on: sheet.heldOn, excess: 'refuse', ...what } as const;
}

function atSheet(sheet: Sheet) {
  return { today: sheet.today, entryIds: [], coverTouched: () => false };
}
