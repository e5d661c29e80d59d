import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { MemberShare, ShareBasis } from '../shu-shares.ts';

/**
 * What each person had saved at an institution at the end of a year, all kinds and all her records together: who was
 * recorded twice is one member, under the record that stands.
 */
export async function savedAtYearEnd(
  db: Reader,
  asked: { institutionId: string; year: number },
): Promise<ShareBasis[]> {
  const { rows } = await sql<ShareBasis>`
    select coalesce(p.merged_into, p.id) as "personId", sum(m.amount_rupiah)::bigint as "basisRupiah"
    from savings.account a
    join registry.person p on p.city_id = a.city_id and p.id = a.person_id
    join savings.movement m on m.city_id = a.city_id and m.account_id = a.id and m.on_day <= make_date(${asked.year}, 12, 31)
    where a.city_id = ${db.city} and a.institution_id = ${asked.institutionId}
    group by 1 having sum(m.amount_rupiah) > 0 order by 1`.execute(db);
  return rows;
}

export interface ShuDivision {
  readonly year: number;
  readonly paidTo: 'savings' | 'payable';
  readonly totalRupiah: bigint;
  readonly members: number;
  readonly meetingDocument: string;
  readonly journalId: string | null;
  readonly decidedAt: Date;
}

export async function findDivision(
  db: Reader,
  asked: { institutionId: string; year: number },
): Promise<ShuDivision | null> {
  const { rows } = await sql<ShuDivision>`
    select year, paid_to as "paidTo", total_rupiah as "totalRupiah", members, meeting_document as "meetingDocument",
      journal_id as "journalId", decided_at as "decidedAt"
    from savings.shu_division
    where city_id = ${db.city} and institution_id = ${asked.institutionId} and year = ${asked.year}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function insertDivision(
  tx: Tx,
  division: ShuDivision & { institutionId: string; proposedBy: string; approvedBy: string },
  shares: readonly (MemberShare & { part: number })[],
): Promise<void> {
  await sql`
    insert into savings.shu_division (city_id, institution_id, year, paid_to, total_rupiah, members, meeting_document,
      journal_id, decided_at, proposed_by, approved_by)
    values (${tx.city}, ${division.institutionId}, ${division.year}, ${division.paidTo}, ${division.totalRupiah},
      ${division.members}, ${division.meetingDocument}, ${division.journalId}, ${division.decidedAt},
      ${division.proposedBy}, ${division.approvedBy})`.execute(tx);
  const rows = shares.map(({ part, personId, basisRupiah, amountRupiah }) => ({
    part,
    person_id: personId,
    basis_rupiah: basisRupiah.toString(),
    amount_rupiah: amountRupiah.toString(),
  }));
  await sql`
    insert into savings.shu_share (city_id, institution_id, year, part, person_id, basis_rupiah, amount_rupiah)
    select ${tx.city}, ${division.institutionId}, ${division.year}, r.part, r.person_id, r.basis_rupiah, r.amount_rupiah
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (part int, person_id uuid, basis_rupiah bigint,
      amount_rupiah bigint)`.execute(tx);
}

/** One member of a year's list: what she has from savings, from interest, and in all. */
export interface ShuMemberRow {
  readonly personId: string;
  readonly name: string;
  readonly parts: Readonly<Record<string, { basis: string; amount: string }>>;
  readonly totalRupiah: bigint;
  /** When and how she fetched it, where it was kept as payable; null while it waits. */
  readonly paid: { readonly on: BusinessDate; readonly to: 'cash' | 'savings' } | null;
}

/** Everybody who would share, by name, before anything is written. */
export async function namesOfMembers(
  db: Reader,
  parts: readonly { part: number; shares: readonly MemberShare[] }[],
): Promise<ShuMemberRow[]> {
  const shares = parts.flatMap(({ part, shares: of }) => of.map((one) => ({ ...one, part })));
  const { rows } = await sql<{ personId: string; name: string }>`
    select id as "personId", name from registry.person
    where city_id = ${db.city} and id = any (${[...new Set(shares.map((one) => one.personId))]}::uuid[])
    order by name, id`.execute(db);
  return rows.map((person) => {
    const own = shares.filter((share) => share.personId === person.personId);
    const texts = own.map(({ part, basisRupiah, amountRupiah }) => [
      String(part),
      { basis: basisRupiah.toString(), amount: amountRupiah.toString() },
    ]);
    return {
      ...person,
      parts: Object.fromEntries(texts) as ShuMemberRow['parts'],
      totalRupiah: sum(own.map((one) => one.amountRupiah)),
      paid: null,
    };
  });
}

/** Everybody who shares in a year's SHU, by name. */
export async function listShuMembers(
  db: Reader,
  asked: { institutionId: string; year: number },
): Promise<ShuMemberRow[]> {
  const { rows } = await sql<ShuMemberRow>`
    select p.id as "personId", p.name, sum(s.amount_rupiah)::bigint as "totalRupiah",
      jsonb_object_agg(s.part, jsonb_build_object('basis', s.basis_rupiah::text, 'amount', s.amount_rupiah::text)) as parts,
      (select jsonb_build_object('on', f.on_day, 'to', f.paid_to) from savings.shu_payment f
        where f.city_id = ${db.city} and f.institution_id = ${asked.institutionId} and f.year = ${asked.year}
          and f.person_id = p.id) as paid
    from savings.shu_share s join registry.person p on p.city_id = s.city_id and p.id = s.person_id
    where s.city_id = ${db.city} and s.institution_id = ${asked.institutionId} and s.year = ${asked.year}
    group by p.id, p.name order by p.name, p.id`.execute(db);
  return rows;
}

/** One person's shares of a year's SHU, one for each part that is divided among members. */
export async function sharesOf(
  db: Reader,
  asked: { institutionId: string; year: number; personId: string },
): Promise<{ part: number; name: string; amountRupiah: bigint }[]> {
  const { rows } = await sql<{ part: number; name: string; amountRupiah: bigint }>`
    select s.part, p.name, s.amount_rupiah as "amountRupiah"
    from savings.shu_share s join registry.person p on p.city_id = s.city_id and p.id = s.person_id
    where s.city_id = ${db.city} and s.institution_id = ${asked.institutionId} and s.year = ${asked.year}
      and s.person_id = ${asked.personId}
    order by s.part`.execute(db);
  return rows;
}

/** Keeps that she fetched it; false when she had already, by whoever was first. */
export async function insertShuPayment(
  tx: Tx,
  payment: {
    readonly institutionId: string;
    readonly year: number;
    readonly personId: string;
    readonly amountRupiah: bigint;
    readonly paidTo: 'cash' | 'savings';
    readonly journalId: string;
    readonly on: BusinessDate;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into savings.shu_payment (city_id, institution_id, year, person_id, amount_rupiah, paid_to, on_day, journal_id,
      paid_by, paid_at)
    values (${tx.city}, ${payment.institutionId}, ${payment.year}, ${payment.personId}, ${payment.amountRupiah},
      ${payment.paidTo}, ${payment.on}, ${payment.journalId}, ${payment.by}, ${payment.at})
    on conflict do nothing returning person_id`.execute(tx);
  return rows.length === 1;
}
