import { sql } from 'kysely';
import { postJournals } from '#domains/ledger/server/index.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Entered } from '../life/enter.ts';
import { lifeProblems } from '../life/life-problems.ts';
import { lifeJournal } from '../life/life-postings.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { accountsOfLoan } from './loan-accounts.ts';

/** What the tables keep of an entry besides what the loan's life says. */
export interface LifeDetails {
  readonly reason: string;
  readonly payment?: {
    readonly payerId: string;
    readonly payerName: string | null;
    readonly source: 'office' | 'transfer' | 'take-over';
    readonly sourceId: string | null;
  };
  readonly chargeSource?: 'office' | 'offer' | 'day-close';
  /** The cash it goes through when it is not the till. */
  readonly cashAccountId?: string | undefined;
}

/**
 * Writes what was planned on a loan that this transaction holds: journals first, then an entry each, schedules, and
 * the loan as it stands after. Answers the journals by entry.
 *
 * @throws Refusal `lending.till-short` when the till does not hold what is to be paid out
 */
export async function recordLife(
  tx: Tx,
  given: {
    entered: readonly Entered[];
    context: CommandContext;
    details: LifeDetails;
    /** Posted in the same call, such as what goes to savings. */
    more?: readonly Journal[];
  },
): Promise<Map<string, string>> {
  const { entered, context, details } = given;
  const last = entered.at(-1);
  if (!last) return new Map();
  const holdsPremium = entered.some(
    ({ entry, reversed }) => ((reversed ?? entry).kept?.insurance ?? 0n) > 0n,
  );
  const accounts = await accountsOfLoan(tx, last.before, { holdsPremium });
  const journals = new Map<string, Journal>();
  for (const step of entered) {
    const journal = lifeJournal(step, {
      id: newId(),
      businessDate: context.today,
      accounts,
      cashAccountId: details.cashAccountId,
    });
    if (journal) journals.set(step.entry.id, journal);
  }
  await post(tx, {
    bookId: last.before.bookId,
    commandId: context.id,
    journals: [...journals.values(), ...(given.more ?? [])],
    till: accounts.till,
  });
  for (const step of entered) {
    const journalId = journals.get(step.entry.id)?.id ?? null;
    await insertStep(tx, step, { context, details, journalId });
    if (step.schedule) await insertVersion(tx, step, { context, reason: details.reason });
  }
  await updateLoan(tx, last.after);
  return new Map([...journals].map(([entryId, journal]) => [entryId, journal.id]));
}

/** The journal of an event, or null when the books did not move with it. */
export async function journalOfEvent(tx: Tx, eventId: string): Promise<string | null> {
  const { rows } = await sql<{ journalId: string | null }>`
    select journal_id as "journalId" from lending.loan_event where city_id = ${tx.city} and id = ${eventId}`.execute(
    tx,
  );
  return rows[0]?.journalId ?? null;
}

async function post(
  tx: Tx,
  posting: { bookId: string; commandId: string; journals: readonly Journal[]; till: string },
): Promise<void> {
  const outOfTill = -posting.journals
    .flatMap((journal) => journal.entries)
    .filter((entry) => entry.accountId === posting.till)
    .reduce((sum, entry) => sum + entry.amount, 0n);
  try {
    await postJournals(tx, posting);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'ledger.overdrawn' || outOfTill <= 0n)
      throw error;
    throw lifeProblems.tillShort({ needed: outOfTill });
  }
}

interface Writing {
  readonly context: CommandContext;
  readonly details: LifeDetails;
  readonly journalId: string | null;
}

async function insertStep(tx: Tx, step: Entered, writing: Writing): Promise<void> {
  const kind = step.reversed?.kind ?? step.entry.kind;
  if (kind === 'repayment') await insertRepayment(tx, step, writing);
  else if (step.entry.kind === 'fee' || step.entry.kind === 'penalty')
    await insertCharge(tx, step, writing);
  else await insertEvent(tx, step, { ...writing, kind: step.entry.kind, id: step.entry.id });
}

async function insertRepayment(tx: Tx, { entry, after }: Entered, writing: Writing): Promise<void> {
  const { context, details, journalId } = writing;
  const { moved } = entry;
  const sign = entry.kind === 'reversal' ? -1n : 1n;
  const payment = details.payment;
  await sql`
    insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, payer_name, source, source_id, cover_id,
      principal, interest, fee, penalty, overpaid, journal_id, reverses_id, recorded_at)
    select ${tx.city}, ${entry.id}, ${after.id}::uuid, ${entry.on}::date,
      coalesce(o.payer_id, ${payment?.payerId ?? null}::uuid), coalesce(o.payer_name, ${payment?.payerName ?? null}),
      coalesce(${payment?.source ?? null}, 'office'), ${payment?.sourceId ?? null}::uuid,
      coalesce(o.cover_id, ${entry.coverId}::uuid),
      ${moved.principal * sign}, ${moved.interest * sign}, ${moved.fee * sign}, ${moved.penalty * sign},
      ${moved.overpaid * sign}, ${journalId}::uuid, ${entry.reversesId}::uuid, ${context.now}::timestamptz
    from (select 1) one
    left join lending.repayment o on o.city_id = ${tx.city} and o.id = ${entry.reversesId}::uuid`.execute(
    tx,
  );
}

async function insertCharge(tx: Tx, { entry, after }: Entered, writing: Writing): Promise<void> {
  const { context, details, journalId } = writing;
  await sql`
    insert into lending.charge (city_id, id, loan_id, kind, on_day, due_on, amount_rupiah, source, reason, caused_by, by_user, recorded_at)
    values (${tx.city}, ${entry.id}, ${after.id}, ${entry.kind}, ${entry.on}, ${entry.dueOn}, ${entry.amountRupiah},
      ${entry.causedBy === null ? (details.chargeSource ?? 'office') : 'offer'}, ${details.reason}, ${entry.causedBy}::uuid, ${context.actor.userId}, ${context.now})`.execute(
    tx,
  );
  // A backdated charge takes money that came after its day; that is an entry of its own.
  if (journalId !== null)
    await insertEvent(tx, { entry, after }, { ...writing, kind: 'reallocation', id: newId() });
}

async function insertEvent(
  tx: Tx,
  { entry, after }: Pick<Entered, 'entry' | 'after'>,
  writing: Writing & { kind: string; id: string },
): Promise<void> {
  const { context, details, kind } = writing;
  const { moved } = entry;
  const own = kind !== 'reallocation';
  await tx
    .insertInto('lending.loan_event')
    .values({
      city_id: tx.city,
      id: writing.id,
      loan_id: after.id,
      kind: kind as 'reversal',
      on_day: entry.on,
      amount_rupiah: own ? entry.amountRupiah : 0n,
      part: own ? entry.part : null,
      principal: moved.principal,
      interest: moved.interest,
      fee: moved.fee,
      penalty: moved.penalty,
      overpaid: moved.overpaid,
      schedule_version: entry.scheduleVersion,
      reverses_id: own ? entry.reversesId : null,
      caused_by: own ? entry.causedBy : entry.id,
      kept_fee: own ? (entry.kept?.fee ?? 0n) : 0n,
      kept_insurance: own ? (entry.kept?.insurance ?? 0n) : 0n,
      journal_id: writing.journalId,
      reason: details.reason,
      by_user: context.proposedBy ?? context.actor.userId,
      by_name: context.actor.name,
      approved_by: context.proposedBy === null ? null : context.actor.userId,
      recorded_at: context.now,
    })
    .execute();
}

async function insertVersion(
  tx: Tx,
  { entry, schedule, after }: Entered,
  writing: { context: CommandContext; reason: string },
): Promise<void> {
  if (!schedule) return;
  await tx
    .insertInto('lending.schedule_version')
    .values({
      city_id: tx.city,
      loan_id: after.id,
      version: after.versions.length,
      due_on: [...schedule.dueOn],
      principal_due: [...schedule.principalDue],
      interest_due: [...schedule.interestDue],
      made_at: writing.context.now,
      why: `${entry.kind}${writing.reason === '' ? '' : `: ${writing.reason}`}`,
      in_force_on: entry.on,
      event_id: entry.id,
    })
    .execute();
}

/** The loan's row is what its life adds up to. */
async function updateLoan(tx: Tx, loan: LoanInHand): Promise<void> {
  const { paid, charged, waived } = loan;
  await sql`
    update lending.loan set principal_rupiah = ${loan.principalRupiah}, paid_principal = ${paid.principal},
      paid_interest = ${paid.interest}, paid_fee = ${paid.fee}, paid_penalty = ${paid.penalty},
      overpaid_rupiah = ${paid.overpaid}, charged_fee = ${charged.fee}, charged_penalty = ${charged.penalty},
      waived_fee = ${waived.fee}, waived_penalty = ${waived.penalty},
      written_off_principal = ${loan.writtenOffRupiah}, recovered_rupiah = ${loan.recoveredRupiah},
      forgiven_rupiah = ${loan.forgivenRupiah}, schedule_version = ${loan.versions.length}, state = ${loan.state},
      closed_on = ${loan.closedOn}
    where city_id = ${tx.city} and id = ${loan.id}`.execute(tx);
}
