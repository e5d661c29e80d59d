import { sql } from 'kysely';
import { takeNumbers } from '#domains/access/server/index.ts';
import { fileLayoutInput } from '#domains/partners/file/file-layout.ts';
import type { FileKind, FileLayout, IncomingKind } from '#domains/partners/file/file-layout.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { JudgedLine } from '../../partner/judge-line.ts';
import { partnerFileStates } from '../../partner/partner-file.ts';
import type { PartnerFileState } from '../../partner/partner-file.ts';
import { partnerBookProblems } from '../../partner/problems.ts';

export interface PartnerFile {
  readonly id: string;
  readonly institutionId: string;
  readonly kind: FileKind;
  readonly number: string;
  readonly fileName: string;
  readonly state: PartnerFileState;
  readonly asOf: BusinessDate;
}

const fileColumns = sql`id, institution_id as "institutionId", kind, number, file_name as "fileName", state, as_of as "asOf"`;

/** Where a step about a file acts. @throws Refusal `lending.unknown-partner-file` */
export async function placeOfFile(db: Reader, fileId: string): Promise<{ institution: string }> {
  const { rows } = await sql<{ institution: string }>`
    select institution_id as institution from lending.partner_file
    where city_id = ${db.city} and id = ${fileId}`.execute(db);
  if (!rows[0]) throw partnerBookProblems.unknownPartnerFile();
  return rows[0];
}

/** Takes a file for this transaction. @throws Refusal unless it is in the state */
export async function takeFile(
  tx: Tx,
  fileId: string,
  state: PartnerFileState,
): Promise<PartnerFile> {
  const { rows } = await sql<PartnerFile>`
    select ${fileColumns} from lending.partner_file
    where city_id = ${tx.city} and id = ${fileId} for update`.execute(tx);
  const file = rows[0];
  if (!file) throw partnerBookProblems.unknownPartnerFile();
  if (file.state !== state) {
    throw partnerBookProblems.partnerFileWrongState({ state: partnerFileStates[file.state] });
  }
  return file;
}

/** The file of this content that was applied already; null when none was. */
export async function findApplied(
  db: Reader,
  file: { institutionId: string; kind: IncomingKind; sha256: string },
): Promise<{ id: string; number: string } | null> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from lending.partner_file
    where city_id = ${db.city} and institution_id = ${file.institutionId} and kind = ${file.kind}
      and sha256 = ${file.sha256} and state = 'applied'`.execute(db);
  return rows[0] ?? null;
}

/** @throws Refusal `lending.older-file` when a newer file of the kind was applied */
export async function assertNotOlder(
  db: Reader,
  file: { institutionId: string; kind: FileKind; asOf: BusinessDate },
): Promise<void> {
  const { rows } = await sql<{ last: BusinessDate | null }>`
    select max(as_of) as last from lending.partner_file
    where city_id = ${db.city} and institution_id = ${file.institutionId} and kind = ${file.kind}
      and state = 'applied'`.execute(db);
  const last = rows[0]?.last;
  if (last && file.asOf < last) throw partnerBookProblems.olderFile({ asOf: file.asOf, last });
}

export interface NewPartnerFile extends Omit<PartnerFile, 'number'> {
  readonly templateVersion: number;
  readonly sha256: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, string>>;
  readonly sealedRows: Buffer | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** The year of the city's day, for the number. */
  readonly year: number;
}

/** Writes a file and gives it the next number of the year. @returns the number, as `BM-2026-00012` */
export async function insertFile(tx: Tx, file: NewPartnerFile): Promise<string> {
  const { year } = file;
  const next = await takeNumbers(tx, { name: 'partner-file', year, count: 1 });
  const number = `BM-${year}-${String(next).padStart(5, '0')}`;
  await sql`
    insert into lending.partner_file (city_id, id, institution_id, kind, number, template_version, file_name, sha256, state,
      as_of, counts, totals, sealed_rows, made_by, made_at)
    values (${tx.city}, ${file.id}, ${file.institutionId}, ${file.kind}, ${number}, ${file.templateVersion}, ${file.fileName},
      ${file.sha256}, ${file.state}, ${file.asOf}, ${JSON.stringify(file.counts)}::jsonb, ${JSON.stringify(file.totals)}::jsonb,
      ${file.sealedRows}, ${file.madeBy}, ${file.madeAt}::timestamptz)`.execute(tx);
  return number;
}

export async function insertLines(
  tx: Tx,
  fileId: string,
  lines: readonly JudgedLine[],
): Promise<void> {
  const rows = lines.map(({ line, key, reading, outcome, problem, loanId }) => ({
    line,
    line_key: key,
    reading,
    outcome,
    problem,
    loan_id: loanId,
  }));
  await sql`
    insert into lending.partner_file_line (city_id, file_id, line, line_key, reading, outcome, problem, loan_id)
    select ${tx.city}, ${fileId}, r.line, r.line_key, r.reading, r.outcome, nullif(r.problem, 'null'::jsonb), r.loan_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, line_key text, reading jsonb, outcome text,
      problem jsonb, loan_id uuid)`.execute(tx);
}

/** What the file's lines said when it was read. */
export async function readingsOf(db: Reader, fileId: string) {
  const { rows } = await sql<{
    line: number;
    key: string | null;
    reading: Record<string, string | null>;
    outcome: JudgedLine['outcome'];
    problem: JudgedLine['problem'];
  }>`
    select line, line_key as key, reading, outcome, problem from lending.partner_file_line
    where city_id = ${db.city} and file_id = ${fileId} order by line`.execute(db);
  return rows;
}

export async function markApplied(
  tx: Tx,
  file: { id: string; by: string; at: Date; counts: Readonly<Record<string, number>> },
): Promise<void> {
  await sql`
    update lending.partner_file set state = 'applied', applied_by = ${file.by}, applied_at = ${file.at}::timestamptz,
      counts = ${JSON.stringify(file.counts)}::jsonb
    where city_id = ${tx.city} and id = ${file.id}`.execute(tx);
}

export async function markDropped(tx: Tx, fileId: string): Promise<void> {
  await sql`update lending.partner_file set state = 'dropped' where city_id = ${tx.city} and id = ${fileId}`.execute(
    tx,
  );
}

/** How the file is written: by the version of the template it was made or read by. */
export async function layoutOfFile(db: Reader, fileId: string): Promise<FileLayout> {
  const { rows } = await sql<{ layout: unknown }>`
    select t.layout from lending.partner_file f
    join partners.file_template t on t.city_id = f.city_id and t.institution_id = f.institution_id and t.kind = f.kind
      and t.version = f.template_version
    where f.city_id = ${db.city} and f.id = ${fileId}`.execute(db);
  return fileLayoutInput.parse(rows[0]?.layout);
}
