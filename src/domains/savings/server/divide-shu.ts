import { credit, debit, withoutZeros } from '#domains/ledger/journal.ts';
import {
  findDistribution,
  findShuRule,
  getBook,
  postableAccounts,
  postJournals,
} from '#domains/ledger/server/index.ts';
import { divideShu } from '#domains/ledger/shu.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { divideShuInput } from '../input.ts';
import { savingsProblems } from '../problems.ts';
import { divideAmong } from '../shu-shares.ts';
import type { MemberShare } from '../shu-shares.ts';
import type { InterestPaid } from './interest-port.ts';
import { openSavingsAccounts, recordMovements } from './savings-store.ts';
import { findDivision, insertDivision, savedAtYearEnd } from './shu-store.ts';

interface Asked {
  readonly institutionId: string;
  readonly year: number;
}

/** One part of the SHU that belongs to members, with everybody's share of it. */
export interface MembersPart {
  /** From 1, as the rule lists its parts. */
  readonly part: number;
  readonly name: string;
  readonly number: string;
  readonly amountRupiah: bigint;
  readonly shares: readonly MemberShare[];
}

/**
 * The members' parts of a divided SHU, each among them by its own measure: savings at the year's end, or interest paid
 * in the year. By the rule that was valid on the year's last day.
 *
 * @throws Refusal shu-not-decided, no-member-parts, nobody-to-share
 */
export async function membersParts(
  db: Reader,
  asked: Asked,
  interestPaid: InterestPaid,
): Promise<MembersPart[]> {
  const { institutionId, year } = asked;
  const { id: bookId } = await getBook(db, institutionId);
  const distribution = await findDistribution(db, { bookId, year });
  const rule = await findShuRule(db, { bookId, on: `${year}-12-31` });
  if (!distribution || !rule) throw savingsProblems.shuNotDecided({ year });
  const parts = divideShu(distribution.totalRupiah, rule.parts)
    .map((part, at) => ({ ...part, part: at + 1 }))
    .filter((part) => part.by !== undefined && part.amountRupiah > 0n);
  if (parts.length === 0) throw savingsProblems.noMemberParts({ year });
  const bases = {
    savings: await savedAtYearEnd(db, asked),
    interest: await interestPaid(db, asked),
  };
  return parts.map(({ part, name, number, amountRupiah, by = 'savings' }) => {
    const shares = divideAmong(amountRupiah, bases[by]);
    if (shares.length === 0) throw savingsProblems.nobodyToShare({ part: name, year });
    return { part, name, number, amountRupiah, shares };
  });
}

/**
 * Gives every member her share of a year's SHU, once, with two people: onto her voluntary savings, or kept as payable in
 * the accounts of the parts until she fetches it.
 *
 * Refused before the SHU was divided by its parts, a second time, and where a part belongs to nobody.
 *
 * @param interestPaid lending's, which stands beside savings
 */
export function divideShuAmongMembers(interestPaid: InterestPaid): AnyCommand {
  return defineCommand({
    kind: 'savings.divide-shu',
    version: 1,
    input: divideShuInput,
    place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
    fourEyes: (body) => wordsOf(body),
    check: (tx, body) => prepare(tx, body, interestPaid),
    async handle(tx, body, context) {
      const parts = await prepare(tx, body, interestPaid);
      const totals = totalsOf(parts);
      const totalRupiah = sum(parts.map((part) => part.amountRupiah));
      if (body.paidTo === 'savings') await toSavings(tx, { ...body, parts, totals }, context);
      await insertDivision(
        tx,
        {
          ...body,
          totalRupiah,
          members: totals.size,
          journalId: body.paidTo === 'savings' ? body.journalId : null,
          decidedAt: context.now,
          proposedBy: context.proposedBy ?? context.actor.userId,
          approvedBy: context.actor.userId,
        },
        parts.flatMap(({ part, shares }) => shares.map((share) => ({ ...share, part }))),
      );
      return {
        answer: { members: totals.size, totalRupiah: totalRupiah.toString() },
        audit: {
          subject: { kind: 'institution', id: body.institutionId },
          says: {
            id: `${wordsOf(body).id}: ${totals.size} orang, ${formatRupiah(totalRupiah, 'id')}`,
            en: `${wordsOf(body).en}: ${totals.size} people, ${formatRupiah(totalRupiah, 'en')}`,
          },
          data: { paidTo: body.paidTo },
        },
      };
    },
  });
}

async function prepare(tx: Tx, body: Asked, interestPaid: InterestPaid): Promise<MembersPart[]> {
  if (await findDivision(tx, body)) throw savingsProblems.shuShared({ year: body.year });
  return membersParts(tx, body, interestPaid);
}

function totalsOf(parts: readonly MembersPart[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { personId, amountRupiah } of parts.flatMap((part) => part.shares)) {
    totals.set(personId, (totals.get(personId) ?? 0n) + amountRupiah);
  }
  return totals;
}

/** One journal: from the accounts of the parts onto every member's voluntary savings. */
async function toSavings(
  tx: Tx,
  given: {
    institutionId: string;
    journalId: string;
    year: number;
    meetingDocument: string;
    parts: readonly MembersPart[];
    totals: ReadonlyMap<string, bigint>;
  },
  context: CommandContext,
): Promise<void> {
  const { institutionId, journalId, year, parts, totals } = given;
  const { id: bookId } = await getBook(tx, institutionId);
  const controls = await postableAccounts(tx, bookId);
  const accounts = await openSavingsAccounts(tx, {
    bookId,
    institutionId,
    openedOn: context.today,
    personIds: [...totals.keys()],
    kinds: ['voluntary'],
  });
  const credited = accounts
    .filter((account) => account.kind === 'voluntary')
    .map((account) => ({ ...account, amountRupiah: totals.get(account.personId) ?? 0n }))
    .filter((account) => account.amountRupiah > 0n);
  const entries = withoutZeros([
    ...parts.map((part) => debit(controls.get(part.number)?.leafId ?? '', part.amountRupiah)),
    ...credited.map((one) => credit(one.ledgerAccountId, one.amountRupiah)),
  ]);
  const says = `Bagian anggota atas SHU ${year} (${given.meetingDocument})`;
  const journal = { id: journalId, kind: 'surplus-to-members', says, entries };
  const days = { businessDate: context.today, valueDate: context.today };
  const journals = [{ ...journal, ...days }];
  await postJournals(tx, { bookId, commandId: context.id, journals });
  await recordMovements(
    tx,
    credited.map((one) => ({
      id: newId(),
      accountId: one.id,
      on: context.today,
      amountRupiah: one.amountRupiah,
      source: 'shu' as const,
      sourceId: journalId,
      journalId,
    })),
  );
}

function wordsOf(body: { year: number; paidTo: string; meetingDocument: string }): Words {
  const where =
    body.paidTo === 'savings'
      ? { id: 'ke tabungan sukarela', en: 'to voluntary savings' }
      : { id: 'sebagai utang kepada anggota', en: 'as payable to members' };
  return {
    id: `Membagi SHU ${body.year} ke anggota ${where.id} menurut ${body.meetingDocument}`,
    en: `Divide the SHU of ${body.year} among members ${where.en} by ${body.meetingDocument}`,
  };
}
