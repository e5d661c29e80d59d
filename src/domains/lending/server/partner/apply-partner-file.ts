import { fileKinds } from '#domains/partners/file/file-layout.ts';
import type { IncomingKind } from '#domains/partners/file/file-layout.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { applyPartnerFileInput } from '../../partner/input.ts';
import type { JudgedLine } from '../../partner/judge-line.ts';
import { partnerBookProblems } from '../../partner/problems.ts';
import { writeDecisions } from './apply-decisions.ts';
import { judgeLines } from './known-books.ts';
import {
  assertNotOlder,
  layoutOfFile,
  markApplied,
  placeOfFile,
  readingsOf,
  takeFile,
} from './partner-file-store.ts';
import type { PartnerFile } from './partner-file-store.ts';
import { writeGrades, writeRepayments, writeSchedules } from './partner-loan-store.ts';
import { getPartnerLender } from './partner-lender.ts';
import { countsOf } from './read-partner-file.ts';
import { reconcileLoans } from './reconcile-loans.ts';

/**
 * Writes what a lender's file says into its own books here, whole or not at all, and reconciles every loan it touched
 * with our engine. Lines are judged again first, since another file may have been applied meanwhile.
 *
 * Refused while a line is wrong, while lines are not known unless they are to be left aside, and when a newer file was
 * applied.
 */
export const applyPartnerFile = defineCommand({
  kind: 'lending.apply-partner-file',
  version: 1,
  input: applyPartnerFileInput,
  place: (tx, body) => placeOfFile(tx, body.fileId),
  async handle(tx, body, context) {
    const file = await takeFile(tx, body.fileId, 'read');
    const lender = await getPartnerLender(tx, file.institutionId);
    await assertNotOlder(tx, file);
    const kind = file.kind as IncomingKind;
    const readings = await readingsOf(tx, file.id);
    const read = readings.map((line) => ({
      ...line,
      // What the books said of a line when the file was read may have changed; what is wrong with it has not.
      problem: line.outcome === 'wrong' ? line.problem : null,
    }));
    const judged = await judgeLines(tx, { ...file, kind }, read);
    assertApplicable(judged, body.leaveUnknown);
    const written = judged.filter((line) => line.outcome === 'new' || line.outcome === 'changed');
    const loanIds = await write(tx, { file, kind, lines: written, lender: lender.shortName });
    await reconcileLoans(tx, { loanIds, fileId: file.id });
    const counts = countsOf(judged);
    await markApplied(tx, { id: file.id, by: context.actor.userId, at: context.now, counts });
    const what = fileKinds[kind];
    return {
      answer: { fileId: file.id, counts },
      audit: {
        subject: { kind: 'partner-file', id: file.id },
        says: {
          id: `Menerapkan berkas ${what.id.toLowerCase()} ${file.number} dari ${lender.shortName}: ${written.length} baris baru atau berubah`,
          en: `Applied the ${what.en.toLowerCase()} file ${file.number} of ${lender.shortName}: ${written.length} lines new or changed`,
        },
        data: { asOf: file.asOf, counts },
      },
    };
  },
});

function assertApplicable(lines: readonly JudgedLine[], leaveUnknown: boolean): void {
  const count = (outcome: JudgedLine['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length;
  if (count('wrong') > 0) throw partnerBookProblems.linesWrong({ count: count('wrong') });
  if (count('unknown') > 0 && !leaveUnknown) {
    throw partnerBookProblems.linesUnknown({ count: count('unknown') });
  }
}

/** @returns the loans the lines were about */
async function write(
  tx: Tx,
  given: {
    file: PartnerFile;
    kind: IncomingKind;
    lines: readonly JudgedLine[];
    lender: string;
  },
): Promise<string[]> {
  const { file, kind, lines, lender } = given;
  if (lines.length === 0) return [];
  if (kind === 'decisions') {
    const layout = await layoutOfFile(tx, file.id);
    return writeDecisions(tx, { file, layout, lines, lender });
  }
  if (kind === 'schedules') await writeSchedules(tx, file.id, lines);
  else if (kind === 'repayments') await writeRepayments(tx, file.id, lines);
  else await writeGrades(tx, file, lines);
  return [...new Set(lines.flatMap((line) => line.loanId ?? []))];
}
