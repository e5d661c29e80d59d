import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { shuRuleInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { missingPercentUnits } from '../shu.ts';
import type { ShuPart } from '../shu.ts';
import { postableAccounts } from './chart-pages.ts';
import { getBook } from './ledger-store.ts';
import { findShuRule, insertShuRule } from './shu-store.ts';

/**
 * A cooperative writes down how it divides its SHU, by its own articles: the law leaves the percentages to them
 * (UU 25/1992, article 45), so none is built in.
 *
 * Refused when the parts do not make 100 percent, when an account cannot be posted to, and when a rule from that day
 * was set before.
 */
export const setShuRule = defineCommand({
  kind: 'ledger.set-shu-rule',
  version: 1,
  input: shuRuleInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: assertRule,
  async handle(tx, body, context) {
    const bookId = await assertRule(tx, body);
    const { validFrom, sourceDocument, parts } = body;
    const by = { userId: context.actor.userId, at: context.now };
    if (!(await insertShuRule(tx, { bookId, validFrom, sourceDocument, parts, by })))
      throw ledgerProblems.ruleExists({ from: validFrom });
    return {
      answer: { validFrom },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: wordsOf(body),
        data: { parts: body.parts, sourceDocument },
      },
    };
  },
});

async function assertRule(
  tx: Tx,
  body: { institutionId: string; validFrom: string; parts: readonly ShuPart[] },
): Promise<string> {
  const { id: bookId } = await getBook(tx, body.institutionId);
  const { validFrom: from } = body;
  const before = await findShuRule(tx, { bookId, on: from });
  if (before?.validFrom === from) throw ledgerProblems.ruleExists({ from });
  const missing = missingPercentUnits(body.parts);
  if (missing !== 0n) throw ledgerProblems.notWhole({ missing: Number(missing) / 10_000 });
  const accounts = await postableAccounts(tx, bookId);
  const issues = body.parts.flatMap((part, at) => {
    const account = accounts.get(part.number);
    const fits =
      account?.leafId &&
      account.keptBy === 'office' &&
      !account.closed &&
      (account.class === 'liability' || account.class === 'equity');
    return fits
      ? []
      : [
          {
            field: `parts.${at}.number`,
            message:
              'Pilih akun kewajiban atau ekuitas yang masih terbuka. | Choose an open liability or equity account.',
          },
        ];
  });
  if (issues.length > 0) throw ledgerProblems.wrongLines({ issues });
  return bookId;
}

function wordsOf(body: {
  sourceDocument: string;
  validFrom: string;
  parts: readonly ShuPart[];
}): Words {
  const shares = (decimal: string) =>
    body.parts.map((part) => `${part.name} ${part.percent.replace('.', decimal)} %`).join(', ');
  return {
    id: `Pembagian SHU mulai ${formatDate(body.validFrom, 'id')} menurut ${body.sourceDocument}: ${shares(',')}`,
    en: `Division of SHU from ${formatDate(body.validFrom, 'en')} by ${body.sourceDocument}: ${shares('.')}`,
  };
}
