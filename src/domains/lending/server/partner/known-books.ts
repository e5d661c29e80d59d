import { sql } from 'kysely';
import type { IncomingKind } from '#domains/partners/file/file-layout.ts';
import type { ReadLine, Reading } from '#domains/partners/file/read-file.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { judgeLine } from '../../partner/judge-line.ts';
import type {
  JudgedLine,
  KnownBooks,
  KnownCandidate,
  KnownLoan,
} from '../../partner/judge-line.ts';
import { judgedProblems } from '../../partner/problems.ts';

interface FileToJudge {
  readonly institutionId: string;
  readonly kind: IncomingKind;
  readonly asOf: BusinessDate;
}

/** Judges every line of a file against the books as they stand. */
export async function judgeLines(
  db: Reader,
  file: FileToJudge,
  lines: readonly ReadLine[],
): Promise<JudgedLine[]> {
  const books = await knownBooks(db, file, lines);
  const judged = lines.map((line) => judgeLine(file, line, books));
  return file.kind === 'decisions' ? withLoansOnce(judged) : judged;
}

/** Two people of one file cannot have the same loan. */
function withLoansOnce(lines: readonly JudgedLine[]): JudgedLine[] {
  const times = new Map<string, number>();
  const numberOf = (line: JudgedLine) => line.reading.loanNumber ?? null;
  for (const line of lines) {
    const number = numberOf(line);
    if (number !== null) times.set(number, (times.get(number) ?? 0) + 1);
  }
  return lines.map((line) => {
    const number = numberOf(line);
    if (number === null || times.get(number) === 1) return line;
    const problem = line.problem ?? judgedProblems.loanOfAnother(number);
    return { ...line, outcome: 'wrong', problem };
  });
}

async function knownBooks(
  db: Reader,
  file: FileToJudge,
  lines: readonly ReadLine[],
): Promise<KnownBooks> {
  const named = (field: string) => [...new Set(lines.flatMap((line) => line.reading[field] ?? []))];
  const loans = await knownLoans(db, file.institutionId, named('loanNumber'));
  const isDecisions = file.kind === 'decisions';
  return {
    loans,
    candidates: isDecisions
      ? await knownCandidates(db, file.institutionId, named('reference'))
      : new Map(),
    said: isDecisions ? new Map() : await saidBefore(db, file, loans),
  };
}

async function knownLoans(
  db: Reader,
  institutionId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownLoan>> {
  const { rows } = await sql<KnownLoan & { number: string }>`
    select id, number, person_id as "personId", principal, disbursed_on as "disbursedOn" from lending.partner_loan
    where city_id = ${db.city} and institution_id = ${institutionId} and number = any (${[...numbers]}::text[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.number, row]));
}

async function knownCandidates(
  db: Reader,
  institutionId: string,
  references: readonly string[],
): Promise<Map<string, KnownCandidate>> {
  const { rows } = await sql<KnownCandidate & { reference: string }>`
    select id, reference, person_id as "personId", state, reason from lending.partner_candidate
    where city_id = ${db.city} and institution_id = ${institutionId} and reference = any (${[...references]}::text[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

/** What earlier files said of these loans, in the words of a reading. */
async function saidBefore(
  db: Reader,
  file: FileToJudge,
  loans: ReadonlyMap<string, KnownLoan>,
): Promise<Map<string, Reading>> {
  const ids = [...loans.values()].map((loan) => loan.id);
  const { rows } = await sql<{ key: string; reading: Reading }>`${saidSql(file, db.city)}
    and l.id = any (${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row.reading]));
}

function saidSql({ kind, asOf }: FileToJudge, city: string) {
  if (kind === 'schedules') {
    return sql`
      select l.number || '|' || s.number as key, jsonb_build_object('dueOn', s.due_on, 'principal', s.principal::text,
        'interest', s.interest::text) as reading
      from lending.partner_schedule_line s
      join lending.partner_loan l on l.city_id = s.city_id and l.id = s.loan_id where s.city_id = ${city}`;
  }
  if (kind === 'repayments') {
    return sql`
      select l.number || '|' || r.reference as key, jsonb_build_object('paidOn', r.on_day, 'principal', r.principal::text,
        'interest', r.interest::text) as reading
      from lending.partner_repayment r
      join lending.partner_loan l on l.city_id = r.city_id and l.id = r.loan_id where r.city_id = ${city}`;
  }
  return sql`
    select l.number as key, jsonb_build_object('grade', l.grade::text, 'outstanding', l.reported_outstanding::text) as reading
    from lending.partner_loan l where l.city_id = ${city} and l.graded_on = ${asOf}`;
}
