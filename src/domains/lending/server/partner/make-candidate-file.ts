import { sql } from 'kysely';
import { takeNumbers } from '#domains/access/server/index.ts';
import { fileFields } from '#domains/partners/file/file-layout.ts';
import { getTemplate } from '#domains/partners/server/index.ts';
import { openNumbers } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { fileRows } from '../../partner/file-rows.ts';
import { makeCandidateFileInput } from '../../partner/input.ts';
import type { LeftOutReason } from '../../partner/partner-file.ts';
import { partnerBookProblems } from '../../partner/problems.ts';
import { candidateFacts } from './candidate-source.ts';
import type { CandidateFacts } from './candidate-source.ts';
import { insertFile } from './partner-file-store.ts';
import { getPartnerLender } from './partner-lender.ts';

type Named = CandidateFacts & { readonly id: string; readonly reference: string };

/**
 * Makes the list of candidates for one lender in its own template. Whoever has not agreed to share with this lender is
 * left out and counted. NIKs are opened only where the template asks for them, each reading noted on the person; the
 * rows are kept sealed.
 *
 * Refused when the lender keeps no books of its own, has no candidate template, or nobody is left to be named.
 */
export function makeCandidateFile(sealer: Sealer): AnyCommand {
  return defineCommand({
    kind: 'lending.make-candidate-file',
    version: 1,
    input: makeCandidateFileInput,
    async handle(tx, body, context) {
      const lender = await getPartnerLender(tx, body.institutionId);
      const { institutionId } = body;
      const template = await getTemplate(tx, {
        institutionId,
        kind: 'candidates',
        lender: lender.shortName,
        on: context.today,
      });
      const facts = await candidateFacts(tx, { ...body, on: context.today });
      const asked = facts.filter((one) => one.leftOut === null);
      if (asked.length === 0) {
        throw partnerBookProblems.nobodyToName({ without: facts.length });
      }
      const year = Number(context.today.slice(0, 4));
      const named = await withReferences(tx, asked, year);
      const counts = { lines: named.length, ...leftOutCounts(facts) };
      const withNik = template.layout.columns.some((column) => column.field === 'nik');
      const niks = withNik
        ? await openNumbers(tx, sealer, {
            personIds: named.map((one) => one.personId),
            what: 'nik',
            readBy: context.actor.userId,
            reason: `Berkas calon penerima untuk ${lender.shortName}`,
            at: context.now,
          })
        : new Map<string, string>();
      const rows = fileRows(
        'candidates',
        template.layout,
        named.map((one) => lineOf(one, niks.get(one.personId) ?? null)),
      );
      const number = await insertFile(tx, {
        id: body.fileId,
        institutionId,
        kind: 'candidates',
        state: 'made',
        fileName: `calon-${lender.code}-${context.today}`,
        sha256: null,
        asOf: context.today,
        templateVersion: template.version,
        counts,
        totals: {},
        sealedRows: sealer.seal(JSON.stringify(rows)),
        madeBy: context.actor.userId,
        madeAt: context.now,
        year,
      });
      await insertCandidates(tx, { fileId: body.fileId, institutionId }, named);
      return {
        answer: { fileId: body.fileId, number, counts },
        audit: {
          subject: { kind: 'partner-file', id: body.fileId },
          says: {
            id: `Membuat berkas calon ${number} untuk ${lender.shortName}: ${named.length} orang, ${facts.length - named.length} tidak ikut`,
            en: `Made the candidate file ${number} for ${lender.shortName}: ${named.length} people, ${facts.length - named.length} left out`,
          },
          data: { counts, people: named.map((one) => one.personId), niksOpened: niks.size },
        },
      };
    },
  });
}

function leftOutCounts(facts: readonly CandidateFacts[]): Record<string, number> {
  const counts: Partial<Record<LeftOutReason, number>> = {};
  for (const { leftOut } of facts) if (leftOut) counts[leftOut] = (counts[leftOut] ?? 0) + 1;
  return counts;
}

async function withReferences(
  tx: Tx,
  asked: readonly CandidateFacts[],
  year: number,
): Promise<Named[]> {
  const first = await takeNumbers(tx, { name: 'partner-candidate', year, count: asked.length });
  return asked.map((one, at) => ({
    ...one,
    id: newId(),
    reference: `CK-${year}-${String(first + at).padStart(6, '0')}`,
  }));
}

/** Every field a candidate template can ask for. */
function lineOf(one: Named, nik: string | null): Record<string, string | number | bigint | null> {
  // As lenders write it: a plus in front would be taken for a formula and be guarded by an apostrophe.
  const phone = one.phone?.replace(/^\+62/, '0') ?? null;
  const known: Record<string, string | number | bigint | null> = { ...one, nik, phone };
  return Object.fromEntries(
    Object.keys(fileFields.candidates).map((field) => [field, known[field] ?? null]),
  );
}

async function insertCandidates(
  tx: Tx,
  file: { fileId: string; institutionId: string },
  named: readonly Named[],
): Promise<void> {
  const rows = named.map(({ id, reference, personId, applicationId }) => ({
    id,
    reference,
    person_id: personId,
    application_id: applicationId,
  }));
  await sql`
    insert into lending.partner_candidate (city_id, id, file_id, institution_id, reference, person_id, application_id, state)
    select ${tx.city}, r.id, ${file.fileId}, ${file.institutionId}, r.reference, r.person_id, r.application_id, 'sent'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, reference text, person_id uuid, application_id uuid)`.execute(tx);
}
