import type { Words } from '#kernel/words.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { controls } from '../chart.ts';
import { distributeShuInput } from '../input.ts';
import { credit, debit, withoutZeros } from '../journal.ts';
import { ledgerProblems } from '../problems.ts';
import { divideShu } from '../shu.ts';
import { postableAccounts } from './chart-pages.ts';
import { getBook, postJournals } from './ledger-store.ts';
import { findDistribution, findShuRule, insertDistribution, surplusOfYear } from './shu-store.ts';

/**
 * Divides the SHU of a closed year by the rule that was valid on its last day, after the members' meeting agreed; once
 * a year, with two people.
 *
 * Refused while the year is open, when there was no gain, without a rule, and a second time.
 */
export const distributeShu = defineCommand({
  kind: 'ledger.distribute-shu',
  version: 1,
  input: distributeShuInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: prepare,
  async handle(tx, body, context) {
    const { bookId, total, rule } = await prepare(tx, body);
    const accounts = await postableAccounts(tx, bookId);
    const leafOf = (number: string) => {
      const leafId = accounts.get(number)?.leafId;
      if (!leafId) throw ledgerProblems.unknownAccount({ number });
      return leafId;
    };
    const shares = divideShu(total, rule.parts);
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [
        {
          id: body.journalId,
          kind: 'surplus-distribution',
          says: `Pembagian SHU ${body.year} (${body.meetingDocument})`,
          businessDate: context.today,
          valueDate: context.today,
          entries: withoutZeros([
            debit(leafOf(controls.surplus.number), total),
            ...shares.map((share) => credit(leafOf(share.number), share.amountRupiah)),
          ]),
        },
      ],
    });
    await insertDistribution(tx, {
      bookId,
      year: body.year,
      totalRupiah: total,
      ruleFrom: rule.validFrom,
      journalId: body.journalId,
      decidedAt: context.now,
      meetingDocument: body.meetingDocument,
      proposedBy: context.proposedBy ?? context.actor.userId,
      approvedBy: context.actor.userId,
    });
    return {
      answer: { journalId: body.journalId, totalRupiah: total.toString() },
      audit: {
        subject: { kind: 'journal', id: body.journalId },
        says: {
          id: `${wordsOf(body).id}: ${formatRupiah(total, 'id')}`,
          en: `${wordsOf(body).en}: ${formatRupiah(total, 'en')}`,
        },
        data: { shares: shares.map((s) => [s.name, s.percent, s.amountRupiah.toString()]) },
      },
    };
  },
});

async function prepare(tx: Tx, body: { institutionId: string; year: number }) {
  const { id: bookId } = await getBook(tx, body.institutionId);
  const { year } = body;
  if (await findDistribution(tx, { bookId, year })) throw ledgerProblems.shuDivided({ year });
  const total = await surplusOfYear(tx, { bookId, year, control: controls.surplus.control });
  if (total === null) throw ledgerProblems.yearOpen({ year });
  if (total <= 0n) throw ledgerProblems.noSurplus({ year });
  const rule = await findShuRule(tx, { bookId, on: `${year}-12-31` });
  if (!rule) throw ledgerProblems.noShuRule({ year });
  return { bookId, total, rule };
}

function wordsOf(body: { year: number; meetingDocument: string }): Words {
  return {
    id: `Membagi SHU tahun ${body.year} menurut ${body.meetingDocument}`,
    en: `Divide the SHU of ${body.year} by ${body.meetingDocument}`,
  };
}
