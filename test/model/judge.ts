import type { WorldHouse } from '../house.ts';
import type { ClaimRepayment, Deed } from './deeds.ts';
import { lenderOf } from './field.ts';
import type { Field } from './field.ts';
import { explainsSheet, takeSheet } from './judge-sheet.ts';
import { wholeDebt } from './loan-model.ts';
import type { LenderModel } from './lender-model.ts';
import { leftOf } from './lender-model.ts';
import type { Told } from './play.ts';
import { claimNames, inOrderOfEffect, planOf } from './readings.ts';

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
  const names = await claimNames(
    house,
    field.lenders.map((lender) => lender.institutionId),
  );
  const unexplained = new Set(told.filter((one) => one.ended.how === 'refused'));
  const explain = () => {
    for (const one of unexplained) if (explains(field, one, today)) unexplained.delete(one);
  };
  field.restingToday.clear();
  const rest = () => {
    for (const { model } of field.lenders)
      for (const loan of model.loans.values())
        if (loan.state !== 'active') field.restingToday.add(loan.loanId);
  };
  rest();
  explain();
  const place = (one: { commandId: string }) => order.get(one.commandId) ?? Number.MAX_SAFE_INTEGER;
  for (const one of done.toSorted((a, b) => place(a) - place(b))) {
    if (!order.has(one.commandId))
      differences.push(`${nameOf(one.deed)}: was done without a trace`);
    const wrong = await take(house, field, { ...one, names, today });
    if (wrong !== null) differences.push(`${nameOf(one.deed)}: ${wrong}`);
    rest();
    explain();
  }
  for (const { deed, ended } of unexplained)
    if (ended.how === 'refused')
      differences.push(`${nameOf(deed)}: refused as ${ended.code}, the model would not have`);
  for (const { model } of field.lenders) model.endDay(today);
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
    return takeSheet(house, field, { ...meaning.sheet, today: done.today });
  if (meaning.on === 'claims') return takeClaims(meaning.lender.model, meaning.repayment, done);
  if (meaning.on === 'book')
    return done.answer.done === true ? null : 'the day was closed in part only';
  const { entryIds } = done.answer as { entryIds: string[] };
  const newPlan =
    meaning.step.kind === 'restructure'
      ? await planOf(house, { entryId: entryIds[0] ?? '' })
      : undefined;
  const taken = lenderOf(field, meaning.loanId).model.take(meaning.loanId, meaning.step, {
    today: done.today,
    entryIds,
    newPlan,
  });
  if ('refused' in taken) return `was done, the model refuses it as ${taken.refused}`;
  const expected = `${taken.loan.state}, ${wholeDebt(taken.loan)} left`;
  const answered = `${String(done.answer.state)}, ${String(done.answer.payoffRupiah)} left`;
  return expected === answered ? null : `answered ${answered}; the model says ${expected}`;
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
    // A cover of a day before that is written at the same time need not be known yet.
    const older = [...model.claims.values()].some(
      (other) =>
        other.debtor === debtor &&
        other.openedOn < claim.openedOn &&
        other.writtenOn < done.today &&
        leftOf(other) > 0,
    );
    if (older) return 'repaid a younger claim before an older one';
  }
  return null;
}

/** Whether a refusal is what the model would say at this moment. */
function explains(field: Field, { deed, ended }: Told, today: string): boolean {
  if (ended.how === 'done') return true;
  const { code } = ended;
  const { meaning } = deed;
  if (meaning.on === 'book') return false;
  if (meaning.on === 'loan') {
    const { model } = lenderOf(field, meaning.loanId);
    const verdict = model.attempt(meaning.loanId, meaning.step, { today, entryIds: ['tried'] });
    return 'refused' in verdict && verdict.refused === code;
  }
  if (meaning.on === 'claims') {
    const { debtor, amount, on } = meaning.repayment;
    const { model } = meaning.lender;
    const open = [...model.claims.values()].filter((c) => c.debtor === debtor && leftOf(c) > 0);
    if (amount > model.owedBy(debtor)) return code === 'lending.claim-more-than-owed';
    return (
      code === 'lending.claim-before-cover' &&
      (on > today || open.some((claim) => on < claim.openedOn))
    );
  }
  return explainsSheet(field, { ...meaning.sheet, today }, code);
}
