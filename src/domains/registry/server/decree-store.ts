import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { takeNumbers } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext, Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { DecreeContent, DecreeGroup, DecreeMember } from '../decree-paper.ts';
import { sectorNames } from '../sector.ts';
import type { Sector } from '../sector.ts';

/** A decree as it is written once; nothing of it ever changes. */
export interface NewDecree {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly content: DecreeContent;
  readonly supersedesId: string | null;
  readonly groupIds: readonly string[];
}

/** An unguessable name for a public page: 128 random bits, 22 letters. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

export async function addDecree(tx: Tx, decree: NewDecree, context: CommandContext): Promise<void> {
  const content = JSON.stringify(decree.content);
  const hash = createHash('sha256').update(content).digest();
  await sql`
    insert into registry.decree (city_id, id, kind, number, year, title, signed_on, valid_from, valid_to, signatory, content,
      content_hash, supersedes_id, signed_by, verify_token, created_at)
    values (${tx.city}, ${decree.id}, ${decree.content.kind}, ${decree.number}, ${decree.year}, ${decree.title},
      ${context.today}, ${decree.validFrom}, ${decree.validTo}, ${JSON.stringify(decree.content.signatory)}::jsonb,
      ${content}::jsonb, ${hash}, ${decree.supersedesId}, ${context.actor.userId}, ${newToken()}, ${context.now})`.execute(
    tx,
  );
  await sql`
    insert into registry.decree_group (city_id, decree_id, group_id, annex)
    select ${tx.city}, ${decree.id}, g.id, g.annex
    from unnest(${decree.groupIds}::uuid[]) with ordinality as g (id, annex)`.execute(tx);
}

/** The recognising decree a group stands on, with how often it was amended for this group. */
export async function findRecognition(
  tx: Tx,
  groupId: string,
): Promise<
  { id: string; number: string; signedOn: string; about: string; amendments: number } | undefined
> {
  const { rows } = await sql<{
    id: string;
    number: string;
    signedOn: string;
    about: string;
    amendments: number;
  }>`
    select d.id, d.number, d.signed_on as "signedOn", d.title as about,
      (select count(*)::int from registry.decree a
        join registry.decree_group ag on ag.city_id = a.city_id and ag.decree_id = a.id
        where a.city_id = d.city_id and a.kind = 'amendment' and ag.group_id = ${groupId}) as amendments
    from registry.decree d
    join registry.decree_group dg on dg.city_id = d.city_id and dg.decree_id = d.id
    where d.city_id = ${tx.city} and dg.group_id = ${groupId} and d.kind = 'recognition'
    order by d.created_at desc limit 1`.execute(tx);
  return rows[0];
}

/** Groups as their annex prints them, in the order asked for: members by office, then by name. No NIK is read. */
export async function findAnnexes(tx: Reader, groupIds: readonly string[]): Promise<DecreeGroup[]> {
  const { rows: groups } = await sql<{
    id: string;
    name: string;
    sector: Sector;
    kelurahan: string;
    kecamatan: string;
  }>`
    select g.id, g.name, g.sector, kel.name as kelurahan, kec.name as kecamatan
    from unnest(${groupIds}::uuid[]) with ordinality as asked (id, at)
    join registry.business_group g on g.city_id = ${tx.city} and g.id = asked.id
    join registry.region kel on kel.city_id = g.city_id and kel.code = g.kelurahan_code
    join registry.region kec on kec.city_id = g.city_id and kec.code = g.kecamatan_code
    order by asked.at`.execute(tx);
  const { rows: members } = await sql<{
    groupId: string;
    name: string;
    role: DecreeMember['role'];
    business: string | null;
    product: string | null;
    nib: string | null;
    phone: string | null;
  }>`
    select m.group_id as "groupId", p.name, m.role, b.name as business, b.product, b.nib, p.phone
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    where m.city_id = ${tx.city} and m.group_id = any(${groupIds}::uuid[]) and m.valid_to is null
    order by array_position(array['ketua', 'sekretaris', 'bendahara', 'anggota'], m.role), p.name_key, p.id`.execute(
    tx,
  );
  return groups.map(({ id, sector, ...group }) => ({
    ...group,
    sector: sectorNames[sector].id,
    members: members
      .filter((member) => member.groupId === id)
      .map((member) => ({
        name: member.name,
        role: member.role,
        business: member.business ?? '—',
        product: member.product ?? '—',
        ...(member.nib ? { nib: member.nib } : {}),
        ...(member.phone ? { phone: localPhone(member.phone) } : {}),
      })),
  }));
}

/** Starts the term of a group's recognition. */
export async function startTerm(
  tx: Tx,
  term: { groupIds: readonly string[]; validFrom: string; validTo: string | null },
): Promise<void> {
  await sql`
    update registry.business_group set valid_from = ${term.validFrom}, valid_to = ${term.validTo}
    where city_id = ${tx.city} and id = any(${term.groupIds}::uuid[])`.execute(tx);
  await sql`
    update registry.membership set valid_from = ${term.validFrom}
    where city_id = ${tx.city} and group_id = any(${term.groupIds}::uuid[]) and valid_to is null`.execute(
    tx,
  );
}

/** Issues a card to every member who has none yet; numbers run on through the year. */
export async function issueCards(
  tx: Tx,
  issued: { groupIds: readonly string[]; validTo: string | null; context: CommandContext },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select m.id from registry.membership m
    where m.city_id = ${tx.city} and m.group_id = any(${issued.groupIds}::uuid[]) and m.valid_to is null
      and not exists (select from registry.member_card c
        where c.city_id = m.city_id and c.membership_id = m.id and c.revoked_at is null)
    order by m.group_id, m.id`.execute(tx);
  if (rows.length === 0) return 0;
  const year = Number(issued.context.today.slice(0, 4));
  const first = await takeNumbers(tx, { name: 'member-card', year, count: rows.length });
  const cards = rows.map((row, index) => ({
    id: newId(),
    membershipId: row.id,
    number: `${year}-${String(first + index).padStart(5, '0')}`,
    token: newToken(),
  }));
  await sql`
    insert into registry.member_card (city_id, id, membership_id, person_id, group_id, number, token, issued_on, valid_to)
    select ${tx.city}, c.id, m.id, m.person_id, m.group_id, c.number, c.token, ${issued.context.today}::date, ${issued.validTo}::date
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as c (id uuid, "membershipId" uuid, number text, token text)
    join registry.membership m on m.city_id = ${tx.city} and m.id = c."membershipId"`.execute(tx);
  return cards.length;
}

/** What follows a decree: its PDF, certificates and cards. */
export function documentsJob(decreeId: string, number: string) {
  return {
    task: 'registry.make-decree-documents',
    title: { id: `Membuat dokumen SK ${number}`, en: `Making the documents of decree ${number}` },
    payload: { decreeId } satisfies Json,
  };
}

/** `+628127001234` → `0812-7001-234`, as people here write and dial it. */
function localPhone(phone: string): string {
  const digits = phone.startsWith('+62') ? `0${phone.slice(3)}` : phone;
  return digits.replace(/^(\d{4})(\d{4})(\d+)$/u, '$1-$2-$3');
}
