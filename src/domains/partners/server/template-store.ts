import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { fileLayoutInput } from '../file/file-layout.ts';
import type { FileKind, FileLayout } from '../file/file-layout.ts';
import { fileProblems } from '../file/file-problems.ts';

/** How one lender writes one kind of file, as it stands. */
export interface FileTemplate {
  readonly kind: FileKind;
  readonly version: number;
  readonly layout: FileLayout;
}

interface Row {
  kind: FileKind;
  version: number;
  layout: unknown;
}

/** The newest template of every kind a lender has. */
export async function listTemplates(db: Reader, institutionId: string): Promise<FileTemplate[]> {
  const { rows } = await sql<Row>`
    select distinct on (kind) kind, version, layout from partners.file_template
    where city_id = ${db.city} and institution_id = ${institutionId} order by kind, version desc`.execute(
    db,
  );
  return rows.map(read);
}

/** @throws Refusal `partners.no-template` */
export async function getTemplate(
  db: Reader,
  wanted: { institutionId: string; kind: FileKind; lender: string },
): Promise<FileTemplate> {
  const { rows } = await sql<Row>`
    select kind, version, layout from partners.file_template
    where city_id = ${db.city} and institution_id = ${wanted.institutionId} and kind = ${wanted.kind}
    order by version desc limit 1`.execute(db);
  const row = rows[0];
  if (!row) throw fileProblems.noTemplate({ lender: wanted.lender });
  return read(row);
}

function read({ kind, version, layout }: Row): FileTemplate {
  return { kind, version, layout: fileLayoutInput.parse(layout) };
}

/** Writes the next version of a template. @returns its number */
export async function insertTemplate(
  tx: Tx,
  template: {
    institutionId: string;
    kind: FileKind;
    layout: FileLayout;
    /** First day it is written and read by. */
    validFrom: BusinessDate;
    /** Null for the first version, which comes with the lender. */
    proposedBy: string | null;
    savedBy: string;
    at: Date;
  },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into partners.file_template (city_id, institution_id, kind, version, layout, valid_from,
      proposed_by, saved_by, saved_at)
    select ${tx.city}, ${template.institutionId}, ${template.kind}, coalesce(max(t.version), 0) + 1,
      ${JSON.stringify(template.layout)}::jsonb, ${template.validFrom}, ${template.proposedBy}::uuid, ${template.savedBy}, ${template.at}::timestamptz
    from partners.file_template t where t.city_id = ${tx.city}
      and t.institution_id = ${template.institutionId} and t.kind = ${template.kind}
    returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}
