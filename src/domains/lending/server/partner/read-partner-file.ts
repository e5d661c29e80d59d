import { readFile } from '#domains/partners/file/read-file.ts';
import type { ReadFile } from '#domains/partners/file/read-file.ts';
import { fileProblems } from '#domains/partners/file/file-problems.ts';
import { fileKinds } from '#domains/partners/file/file-layout.ts';
import { getTemplate } from '#domains/partners/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Outcome } from '#platform/command/command.ts';
import { recordFiles } from '#platform/files/record-files.ts';
import { readPartnerFileInput } from '../../partner/input.ts';
import type { JudgedLine } from '../../partner/judge-line.ts';
import { judgeLines } from './known-books.ts';
import { assertNotOlder, findApplied, insertFile, insertLines } from './partner-file-store.ts';
import { getPartnerLender } from './partner-lender.ts';

type Answer = { fileId: string; already: boolean; counts: Record<string, number> };

/**
 * Takes in a lender's file by its template and shows what applying it would do. Nothing of the books changes yet.
 * The same file again answers with the one that was applied.
 *
 * Refused when it is another lender's, of another kind, older than the last one applied, dated ahead, cut off, or when
 * its totals do not add up.
 */
export const readPartnerFile = defineCommand({
  kind: 'lending.read-partner-file',
  version: 1,
  input: readPartnerFileInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context): Promise<Outcome<Answer>> {
    const lender = await getPartnerLender(tx, body.institutionId);
    const { institutionId, kind, fileName, sha256, bytes } = body;
    const applied = await findApplied(tx, body);
    if (applied) return sameAgain(applied);
    const template = await getTemplate(tx, {
      institutionId,
      kind,
      lender: lender.shortName,
      on: context.today,
    });
    const read = readFile({ kind, layout: template.layout }, body.rows);
    if (read.asOf > context.today) throw fileProblems.dayAhead({ asOf: read.asOf });
    await assertNotOlder(tx, { institutionId, kind, asOf: read.asOf });
    const judged = await judgeLines(tx, { institutionId, kind, asOf: read.asOf }, read.lines);
    const counts = countsOf(judged);
    await recordFiles(
      tx,
      [{ sha256, bytes, mime: 'application/octet-stream', originalName: fileName }],
      context.now,
    );
    const number = await insertFile(tx, {
      id: body.fileId,
      institutionId,
      kind,
      fileName,
      sha256,
      state: 'read',
      asOf: read.asOf,
      templateVersion: template.version,
      counts,
      totals: textsOf(read.totals),
      sealedRows: null,
      madeBy: context.actor.userId,
      madeAt: context.now,
      year: Number(context.today.slice(0, 4)),
    });
    await insertLines(tx, body.fileId, judged);
    const what = fileKinds[kind];
    return {
      answer: { fileId: body.fileId, already: false, counts },
      audit: {
        subject: { kind: 'partner-file', id: body.fileId },
        says: {
          id: `Membaca berkas ${what.id.toLowerCase()} ${number} dari ${lender.shortName}: ${judged.length} baris`,
          en: `Read the ${what.en.toLowerCase()} file ${number} of ${lender.shortName}: ${judged.length} lines`,
        },
        data: { fileName, sha256, asOf: read.asOf, counts },
      },
    };
  },
});

function sameAgain(applied: { id: string; number: string }): Outcome<Answer> {
  return {
    answer: { fileId: applied.id, already: true, counts: {} },
    audit: {
      subject: { kind: 'partner-file', id: applied.id },
      says: {
        id: `Berkas ${applied.number} dikirim lagi; tidak ada yang berubah`,
        en: `File ${applied.number} was sent again; nothing changed`,
      },
    },
  };
}

/** How many lines ended in which way. */
export function countsOf(lines: readonly JudgedLine[]): Record<string, number> {
  const counts: Record<string, number> = { lines: lines.length };
  for (const { outcome } of lines) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function textsOf(totals: ReadFile['totals']): Record<string, string> {
  return Object.fromEntries(Object.entries(totals).map(([field, sum]) => [field, sum.toString()]));
}
