import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { FileKind } from '#domains/partners/file/file-layout.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Notice } from '#kernel/parsed.ts';
import type { AmountStyle } from '#kernel/scaled.ts';
import { containing, orderOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { lastWithdrawal, stillAgrees } from './sharing-consent-pages.ts';
import type { LineOutcome, PartnerFileState } from '../../partner/partner-file.ts';

/** Rows of lenders an actor sees, over the alias `i`: the whole city, or her own institution. */
export function ofLender(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(${scope.all} or i.id::text = any (${[...scope.institution]}::text[]))`;
}

/** A lender that keeps its own books, and how its books and ours stand. */
export interface PartnerLenderRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly running: number;
  readonly waiting: number;
  readonly matched: number;
  readonly differs: number;
  readonly unknown: number;
  readonly lastFileOn: BusinessDate | null;
}

export async function listPartnerLenders(db: Reader, scope: Scope): Promise<PartnerLenderRow[]> {
  const { rows } = await sql<PartnerLenderRow>`
    select i.id, i.name, i.short_name as "shortName",
      (select count(*)::int from lending.partner_loan l where l.city_id = i.city_id and l.institution_id = i.id
        and l.state = 'running') as running,
      (select count(*)::int from lending.partner_candidate c where c.city_id = i.city_id and c.institution_id = i.id
        and c.state = 'sent') as waiting,
      coalesce(r.matched, 0) as matched, coalesce(r.differs, 0) as differs, coalesce(r.unknown, 0) as unknown,
      (select max(f.as_of) from lending.partner_file f where f.city_id = i.city_id and f.institution_id = i.id
        and f.state = 'applied') as "lastFileOn"
    from partners.institution i
    left join lateral (
      select count(*) filter (where x.state = 'matched')::int as matched,
        count(*) filter (where x.state = 'differs')::int as differs, count(*) filter (where x.state = 'unknown')::int as unknown
      from lending.reconciliation_item x
      join lending.partner_loan l on l.city_id = x.city_id and l.id = x.loan_id
      where x.city_id = i.city_id and l.institution_id = i.id) r on true
    where i.city_id = ${db.city} and i.books = 'kept-by-partner' and ${ofLender(scope)} order by i.name`.execute(
    db,
  );
  return rows;
}

export interface PartnerFileRow {
  readonly id: string;
  readonly number: string;
  readonly lender: string;
  readonly institutionId: string;
  readonly kind: FileKind;
  readonly state: PartnerFileState;
  readonly fileName: string;
  readonly asOf: BusinessDate;
  readonly counts: Readonly<Record<string, number>>;
  readonly madeAt: Date;
  readonly madeBy: string | null;
}

const fileFrom = sql`from lending.partner_file f
    join partners.institution i on i.city_id = f.city_id and i.id = f.institution_id
    left join access.user_account u on u.city_id = f.city_id and u.id = f.made_by`;
const fileColumns = sql`f.id, f.number, i.short_name as lender, i.id as "institutionId", f.kind, f.state,
    f.file_name as "fileName", f.as_of as "asOf", f.counts, f.made_at as "madeAt", u.name as "madeBy"`;

const fileSorts = {
  waktu: 'f.made_at',
  nomor: 'f.number',
  lembaga: 'i.short_name',
  posisi: 'f.as_of',
};

/** Filters: `lembaga`, `jenis`, `status`. */
export async function listPartnerFiles(
  db: Reader,
  ask: ListAsk,
  scope: Scope,
): Promise<ListPage<PartnerFileRow>> {
  const { lembaga = null, jenis = null, status = null } = ask.filters;
  const pattern = containing(ask.q);
  const { rows } = await sql<PartnerFileRow & { total: bigint }>`
    select ${fileColumns}, count(*) over () as total ${fileFrom}
    where f.city_id = ${db.city} and ${ofLender(scope)}
      and (${ask.q} = '' or f.number ilike ${pattern} or f.file_name ilike ${pattern})
      and (${lembaga}::text is null or i.id::text = ${lembaga}) and (${jenis}::text is null or f.kind = ${jenis})
      and (${status}::text is null or f.state = ${status})
    order by ${orderOf(ask, fileSorts, 'f.id')} limit ${ask.size} offset ${ask.offset}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export interface PartnerFileDetail extends PartnerFileRow {
  /** How the lender writes its amounts; those of the lines are in its smallest unit. */
  readonly amounts: AmountStyle;
  readonly takings: readonly { readonly by: string; readonly at: string }[];
}

export async function findPartnerFile(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<PartnerFileDetail | null> {
  const { rows } = await sql<PartnerFileDetail>`
    select ${fileColumns}, (select jsonb_build_object('decimal', t.layout->>'decimal', 'digits', t.layout->'digits')
        from partners.file_template t where t.city_id = f.city_id and t.institution_id = f.institution_id
          and t.kind = f.kind and t.version = f.template_version) as amounts,
      coalesce((select jsonb_agg(jsonb_build_object('by', k.taken_by_name, 'at', k.taken_at)
        order by k.taken_at desc) from lending.partner_file_taking k where k.city_id = f.city_id and k.file_id = f.id), '[]')
        as takings
    ${fileFrom} where f.city_id = ${db.city} and f.id = ${id} and ${ofLender(scope)}`.execute(db);
  return rows[0] ?? null;
}

export interface PartnerLineRow {
  readonly line: number;
  readonly reading: Readonly<Record<string, string | null>>;
  readonly outcome: LineOutcome;
  readonly problem: Notice | null;
}

/** Filter: `hasil` (outcome). What is wrong or not known comes first. */
export async function listPartnerLines(
  db: Reader,
  ask: ListAsk,
  fileId: string,
): Promise<ListPage<PartnerLineRow>> {
  const { hasil = null } = ask.filters;
  const { rows } = await sql<PartnerLineRow & { total: bigint }>`
    select line, reading, outcome, problem, count(*) over () as total from lending.partner_file_line
    where city_id = ${db.city} and file_id = ${fileId} and (${hasil}::text is null or outcome = ${hasil})
    order by array_position(array['wrong', 'unknown', 'changed', 'new', 'same'], outcome), line
    limit ${ask.size} offset ${ask.offset}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export interface CandidateRow {
  readonly reference: string;
  readonly personId: string;
  readonly name: string;
  readonly state: 'sent' | 'approved' | 'refused';
  readonly reason: string | null;
  readonly decidedOn: BusinessDate | null;
  /** The day she took her consent back; from then on she goes out with no download. Null while it stands. */
  readonly withdrewOn: BusinessDate | null;
}

/** Who stands in a candidate file, and what became of each. No NIK. */
export async function candidatesOf(db: Reader, fileId: string): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select k.reference, k.person_id as "personId", p.name, k.state, k.reason, k.decided_on as "decidedOn",
      case when not ${stillAgrees} then ${lastWithdrawal} end as "withdrewOn"
    from lending.partner_candidate k join registry.person p on p.city_id = k.city_id and p.id = k.person_id
    where k.city_id = ${db.city} and k.file_id = ${fileId} order by k.reference`.execute(db);
  return rows;
}
