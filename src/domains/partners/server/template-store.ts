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

/** The template of every kind that a lender's files are written and read by on a day. */
export async function listTemplates(
  db: Reader,
  institutionId: string,
  on: BusinessDate,
): Promise<FileTemplate[]> {
  const { rows } = await sql<Row>`
    select distinct on (kind) kind, version, layout from partners.file_template
    where city_id = ${db.city} and institution_id = ${institutionId} and valid_from <= ${on}
    order by kind, version desc`.execute(db);
  return rows.map(read);
}

/** The template of one kind on a day. @throws Refusal `partners.no-template` */
export async function getTemplate(
  db: Reader,
  wanted: { institutionId: string; kind: FileKind; lender: string; on: BusinessDate },
): Promise<FileTemplate> {
  const { rows } = await sql<Row>`
    select kind, version, layout from partners.file_template
    where city_id = ${db.city} and institution_id = ${wanted.institutionId} and kind = ${wanted.kind}
      and valid_from <= ${wanted.on} order by version desc limit 1`.execute(db);
  const row = rows[0];
  if (!row) throw fileProblems.noTemplate({ lender: wanted.lender });
  return read(row);
}

function read({ kind, version, layout }: Row): FileTemplate {
  return { kind, version, layout: fileLayoutInput.parse(layout) };
}

/** One version of a template with its life. */
export interface TemplateVersion extends FileTemplate {
  readonly validFrom: BusinessDate;
  readonly savedBy: string | null;
  readonly proposedBy: string | null;
  readonly savedAt: Date;
}

/** Every version of one kind, the newest first. */
export async function templateVersions(
  db: Reader,
  wanted: { institutionId: string; kind: FileKind },
): Promise<TemplateVersion[]> {
  const { rows } = await sql<Row & Omit<TemplateVersion, keyof FileTemplate>>`
    select t.kind, t.version, t.layout, t.valid_from as "validFrom", s.name as "savedBy", p.name as "proposedBy",
      t.saved_at as "savedAt"
    from partners.file_template t
    left join access.user_account s on s.city_id = t.city_id and s.id = t.saved_by
    left join access.user_account p on p.city_id = t.city_id and p.id = t.proposed_by
    where t.city_id = ${db.city} and t.institution_id = ${wanted.institutionId} and t.kind = ${wanted.kind}
    order by t.version desc`.execute(db);
  return rows.map((row) => ({ ...row, ...read(row) }));
}

/** The newest version of one kind and the day it holds from; null where there is none. */
export async function newestVersion(
  db: Reader,
  wanted: { institutionId: string; kind: FileKind },
): Promise<{ version: number; validFrom: BusinessDate } | null> {
  const { rows } = await sql<{ version: number; validFrom: BusinessDate }>`
    select version, valid_from as "validFrom" from partners.file_template
    where city_id = ${db.city} and institution_id = ${wanted.institutionId} and kind = ${wanted.kind}
    order by version desc limit 1`.execute(db);
  return rows[0] ?? null;
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
