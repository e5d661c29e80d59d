import { defineCommand } from '#platform/command/define-command.ts';
import { registerInstitutionInput } from '../input.ts';
import { institutionKinds, mayKeepBooks } from '../institution.ts';
import { partnerProblems } from '../problems.ts';
import { insertInstitution } from './institution-store.ts';

/** Writes down a department, a lender or another partner the city works with. */
export const registerInstitution = defineCommand({
  kind: 'partners.register-institution',
  version: 1,
  input: registerInstitutionInput,
  async handle(tx, body) {
    if (!mayKeepBooks(body.kind, body.books)) throw partnerProblems.booksDoNotFit();
    const written = await insertInstitution(tx, body);
    if (!written) throw partnerProblems.codeTaken({ code: body.code });
    const kind = institutionKinds[body.kind];
    return {
      answer: { institutionId: body.institutionId },
      audit: {
        subject: { kind: 'institution', id: body.institutionId },
        says: {
          id: `Mencatat ${body.name} (${kind.id})`,
          en: `Registered ${body.name} (${kind.en})`,
        },
        data: { code: body.code, books: body.books },
      },
    };
  },
});
