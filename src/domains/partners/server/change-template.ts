import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { fileKinds, faultsOfLayout } from '../file/file-layout.ts';
import type { FileKind, FileLayout } from '../file/file-layout.ts';
import { fileProblems } from '../file/file-problems.ts';
import { changeTemplateInput } from '../input.ts';
import { partnerProblems } from '../problems.ts';
import { findInstitution } from './institution-pages.ts';
import type { Institution } from './institution-pages.ts';
import { insertTemplate, newestVersion } from './template-store.ts';

/**
 * The next version of how a lender writes one kind of file, from a day on: one person writes it, a second approves.
 * Files made or read before keep the version they were made by.
 *
 * Refused when the institution does not lend, when the version would hold before the last one, and when the template
 * names a field twice, not at all, or one that does not exist.
 */
export const changeTemplate = defineCommand({
  kind: 'partners.change-template',
  version: 1,
  input: changeTemplateInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: assertTemplate,
  async handle(tx, body, context) {
    const institution = await assertTemplate(tx, body);
    const version = await insertTemplate(tx, {
      ...body,
      proposedBy: context.proposedBy,
      savedBy: context.actor.userId,
      at: context.now,
    });
    return {
      answer: { version },
      audit: {
        subject: { kind: 'institution', id: body.institutionId },
        says: {
          id: `${wordsOf(body).id}: ${institution.shortName}, versi ${version}`,
          en: `${wordsOf(body).en}: ${institution.shortName}, version ${version}`,
        },
        data: { fields: body.layout.columns.map((column) => column.field) },
      },
    };
  },
});

interface Change {
  readonly institutionId: string;
  readonly kind: FileKind;
  readonly layout: FileLayout;
  readonly validFrom: string;
}

async function assertTemplate(tx: Tx, body: Change): Promise<Institution> {
  const institution = await findInstitution(tx, body.institutionId);
  if (!institution || institution.books === 'none') throw partnerProblems.noLender();
  const faults = faultsOfLayout(body.kind, body.layout);
  if (faults.length > 0) throw fileProblems.layoutFaulty({ fields: faults });
  const newest = await newestVersion(tx, body);
  if (newest && body.validFrom < newest.validFrom)
    throw partnerProblems.templateTooEarly({ from: newest.validFrom });
  return institution;
}

function wordsOf({ kind, layout, validFrom }: Change): Words {
  const { id, en } = fileKinds[kind];
  const count = layout.columns.length;
  return {
    id: `Mengubah templat berkas ${id.toLowerCase()} ${layout.lender}: ${count} kolom, mulai ${formatDate(validFrom, 'id')}`,
    en: `Change the ${en.toLowerCase()} file template of ${layout.lender}: ${count} columns, from ${formatDate(validFrom, 'en')}`,
  };
}
