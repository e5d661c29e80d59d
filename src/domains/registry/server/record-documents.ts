import { sql } from 'kysely';
import { recordFiles } from '#platform/files/record-files.ts';
import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { recordDocumentsInput } from '../group-input.ts';

/** The job that made PDFs says where they lie. Only the system may. */
export const recordDocuments = defineCommand({
  kind: 'registry.record-document',
  version: 1,
  input: recordDocumentsInput,
  async handle(tx, body, context) {
    const documents = JSON.stringify(
      body.documents.map((document) => ({ id: newId(), ...document })),
    );
    const files = body.documents.map(({ sha256, bytes }) => ({
      sha256,
      bytes,
      mime: 'application/pdf',
    }));
    await recordFiles(tx, files, context.now);
    await sql`
      insert into registry.document (city_id, id, kind, subject_kind, subject_id, sha256, title, made_at)
      select ${tx.city}, d.id, d.kind, d."subjectKind", d."subjectId", d.sha256, d.title, ${context.now}::timestamptz
      from jsonb_to_recordset(${documents}::jsonb)
        as d (id uuid, kind text, "subjectKind" text, "subjectId" uuid, sha256 text, title text)
      on conflict do nothing`.execute(tx);
    const first = body.documents[0];
    return {
      answer: { documents: body.documents.length },
      audit: {
        subject: { kind: first?.subjectKind ?? 'decree', id: first?.subjectId ?? context.id },
        says: {
          id: `Menyimpan ${body.documents.length} dokumen: ${first?.title ?? ''}`,
          en: `Kept ${body.documents.length} documents: ${first?.title ?? ''}`,
        },
      },
    };
  },
});
