import { defineCommand } from '#platform/command/define-command.ts';
import { fileKinds, faultsOfLayout } from '../file/file-layout.ts';
import { fileProblems } from '../file/file-problems.ts';
import { saveTemplateInput } from '../input.ts';
import { partnerProblems } from '../problems.ts';
import { findInstitution } from './institution-pages.ts';
import { insertTemplate, newestVersion } from './template-store.ts';

/**
 * The first template of one kind of file, written when a lender is set up. A change of it is
 * `partners.change-template`, by two people.
 *
 * Refused when there is one already, when the institution does not lend, or the template names a field twice, not at all, or one that does not
 * exist.
 */
export const saveTemplate = defineCommand({
  kind: 'partners.save-template',
  version: 1,
  input: saveTemplateInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const institution = await findInstitution(tx, body.institutionId);
    if (!institution || institution.books === 'none') throw partnerProblems.noLender();
    const faults = faultsOfLayout(body.kind, body.layout);
    if (faults.length > 0) throw fileProblems.layoutFaulty({ fields: faults });
    if (await newestVersion(tx, body))
      throw partnerProblems.templateExists({ lender: institution.shortName });
    const version = await insertTemplate(tx, {
      ...body,
      validFrom: institution.validFrom,
      proposedBy: null,
      savedBy: context.actor.userId,
      at: context.now,
    });
    const kind = fileKinds[body.kind];
    return {
      answer: { version },
      audit: {
        subject: { kind: 'institution', id: body.institutionId },
        says: {
          id: `Menyimpan templat berkas ${kind.id.toLowerCase()} ${institution.shortName}, versi ${version}`,
          en: `Saved the ${kind.en.toLowerCase()} file template of ${institution.shortName}, version ${version}`,
        },
        data: { fields: body.layout.columns.map((column) => column.field) },
      },
    };
  },
});
