import { sql } from 'kysely';
import { logSecretReadings } from '#domains/access/server/index.ts';
import type { FileLayout } from '#domains/partners/file/file-layout.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { takeCandidateFileInput } from '../../partner/input.ts';
import { partnerBookProblems } from '../../partner/problems.ts';
import { layoutOfFile, placeOfFile, takeFile } from './partner-file-store.ts';
import { stillAgrees } from './sharing-consent-pages.ts';

/**
 * Notes that somebody takes a candidate file out of the house, on the file and on every person whose NIK is in it. Who
 * has withdrawn her consent since it was made does not go out with it.
 *
 * Refused when everybody in it has.
 */
export const takeCandidateFile = defineCommand({
  kind: 'lending.take-candidate-file',
  version: 1,
  input: takeCandidateFileInput,
  place: (tx, body) => placeOfFile(tx, body.fileId),
  async handle(tx, body, context) {
    const file = await takeFile(tx, body.fileId, 'made');
    const { actor, now } = context;
    const going = (await candidatesAgreeing(tx, file.id)).filter((one) => one.agrees);
    if (going.length === 0) throw partnerBookProblems.allWithdrew();
    await sql`
      insert into lending.partner_file_taking (city_id, id, file_id, taken_by, taken_by_name, taken_at)
      values (${tx.city}, ${body.takingId}, ${file.id}, ${actor.userId}, ${actor.name}, ${now}::timestamptz)`.execute(
      tx,
    );
    const layout = await layoutOfFile(tx, file.id);
    if (layout.columns.some((column) => column.field === 'nik')) {
      await logSecretReadings(tx, {
        personIds: going.map((one) => one.personId),
        what: 'nik',
        readBy: actor.userId,
        reason: `Mengunduh berkas calon ${file.number}`,
        at: now,
      });
    }
    return {
      answer: { fileId: file.id },
      audit: {
        subject: { kind: 'partner-file', id: file.id },
        says: {
          id: `Mengunduh berkas calon ${file.number} (${going.length} orang)`,
          en: `Downloaded the candidate file ${file.number} (${going.length} people)`,
        },
      },
    };
  },
});

/**
 * Who stands in a file, in the order of its sealed rows, and whether she still agrees that this lender gets her data.
 * References are counted up in the order the rows were written.
 */
async function candidatesAgreeing(
  db: Reader,
  fileId: string,
): Promise<{ personId: string; agrees: boolean }[]> {
  const { rows } = await sql<{ personId: string; agrees: boolean }>`
    select k.person_id as "personId", ${stillAgrees} as agrees from lending.partner_candidate k
    where k.city_id = ${db.city} and k.file_id = ${fileId} order by k.reference`.execute(db);
  return rows;
}

export interface OpenedCandidateFile {
  readonly name: string;
  readonly layout: FileLayout;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Opens a candidate file for the person who just took it; the taking names her and the moment, and is good for
 * nobody else.
 *
 * @throws Refusal `lending.unknown-partner-file`
 */
export async function openCandidateFile(
  db: Reader,
  sealer: Sealer,
  taking: { id: string; takenBy: string },
): Promise<OpenedCandidateFile> {
  const { rows: found } = await sql<{ id: string; name: string; sealed_rows: Buffer }>`
    select f.id, f.file_name as name, f.sealed_rows from lending.partner_file_taking k
    join lending.partner_file f on f.city_id = k.city_id and f.id = k.file_id
    where k.city_id = ${db.city} and k.id = ${taking.id} and k.taken_by = ${taking.takenBy}`.execute(
    db,
  );
  const file = found[0];
  if (!file) throw partnerBookProblems.unknownPartnerFile();
  const opened = JSON.parse(sealer.open(file.sealed_rows)) as string[][];
  const candidates = await candidatesAgreeing(db, file.id);
  const rows = opened.filter((_row, at) => candidates[at]?.agrees === true);
  return { name: file.name, layout: await layoutOfFile(db, file.id), rows };
}
