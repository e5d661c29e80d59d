import { sql } from 'kysely';
import { z } from 'zod';
import { findLetterhead } from '#domains/access/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { readOffice } from '../decree-issuer.ts';
import type { DecreeContent } from '../decree-paper.ts';
import { officerOf } from '../decree-text.ts';
import { groupRoles } from '../group-words.ts';
import type { GroupRole } from '../group.ts';
import type { CertificatePaper } from './documents/certificate.ts';
import type { MemberCardsPaper } from './documents/member-cards.ts';

/** A decree as it is printed: its frozen content and its public name. */
export interface PrintableDecree {
  readonly id: string;
  readonly number: string;
  readonly signedOn: string;
  readonly content: DecreeContent;
  readonly verifyUrl: string;
  readonly groupIds: readonly string[];
}

/** @param origin the address people type, without a slash at the end */
export async function findPrintableDecree(
  db: Reader,
  decreeId: string,
  origin: string,
): Promise<PrintableDecree | undefined> {
  if (!z.uuid().safeParse(decreeId).success) return undefined;
  const { rows } = await sql<{
    id: string;
    number: string;
    signedOn: string;
    content: DecreeContent;
    token: string;
    groupIds: string[];
  }>`
    select d.id, d.number, d.signed_on as "signedOn", d.content, d.verify_token as token,
      (select array_agg(dg.group_id order by dg.annex) from registry.decree_group dg
        where dg.city_id = d.city_id and dg.decree_id = d.id) as "groupIds"
    from registry.decree d where d.city_id = ${db.city} and d.id = ${decreeId}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { token, ...decree } = row;
  return { ...decree, verifyUrl: publicUrl(origin, token) };
}

/** The certificate of the nth group of a recognition; nothing for other decrees. */
export function certificateOf(
  decree: PrintableDecree,
  index: number,
): CertificatePaper | undefined {
  const { content } = decree;
  if (content.kind !== 'recognition') return undefined;
  const group = content.groups[index];
  if (!group) return undefined;
  const { city, seat, department, kind } = content.issuer;
  return {
    city,
    seat,
    department,
    authority: kind === 'mayor' ? `Wali ${city}` : `Kepala ${department} ${city}`,
    signatory: content.signatory,
    groupName: group.name,
    kelurahan: group.kelurahan,
    kecamatan: group.kecamatan,
    sector: group.sector,
    chair: officerOf(group, 'ketua'),
    memberCount: group.members.length,
    decreeNumber: decree.number,
    signedOn: decree.signedOn,
    validUntil: content.effectiveUntil,
    verifyUrl: decree.verifyUrl,
  };
}

/** The valid cards of a group, ready for the printer; nothing where it has none. */
export async function findMemberCards(
  db: Reader,
  groupId: string,
  origin: string,
): Promise<MemberCardsPaper | undefined> {
  const city = await findLetterhead(db);
  if (!city) return undefined;
  const { rows } = await sql<{
    name: string;
    role: GroupRole;
    number: string;
    token: string;
    validTo: string | null;
    issuedOn: string;
    groupName: string;
    kelurahan: string;
    kecamatan: string;
  }>`
    select p.name, m.role, c.number, c.token, c.valid_to as "validTo", c.issued_on as "issuedOn", g.name as "groupName",
      kel.name as kelurahan, kec.name as kecamatan
    from registry.member_card c
    join registry.membership m on m.city_id = c.city_id and m.id = c.membership_id
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    join registry.region kel on kel.city_id = g.city_id and kel.code = g.kelurahan_code
    join registry.region kec on kec.city_id = g.city_id and kec.code = g.kecamatan_code
    where c.city_id = ${db.city} and c.group_id = ${groupId} and c.revoked_at is null and m.valid_to is null
    order by array_position(array['ketua', 'sekretaris', 'bendahara', 'anggota'], m.role), p.name_key, c.number`.execute(
    db,
  );
  const first = rows[0];
  if (!first) return undefined;
  const { issuer } = readOffice(city);
  return {
    city: issuer.city,
    department: issuer.department,
    groupName: first.groupName,
    place: `${first.kelurahan}, ${first.kecamatan}`,
    issuedOn: first.issuedOn,
    backs: true,
    cards: rows.map((row) => ({
      name: row.name,
      role: groupRoles[row.role].id,
      cardNumber: row.number,
      validUntil: row.validTo,
      url: publicUrl(origin, row.token),
    })),
  };
}

/** The hash of the newest stored PDF of a subject, where one was made. */
export async function findDocument(
  db: Reader,
  kind: 'decree' | 'certificate' | 'member-cards',
  subjectId: string,
): Promise<{ sha256: string; title: string } | undefined> {
  const { rows } = await sql<{ sha256: string; title: string }>`
    select sha256, title from registry.document
    where city_id = ${db.city} and subject_id = ${subjectId} and kind = ${kind}
    order by made_at desc limit 1`.execute(db);
  return rows[0];
}

function publicUrl(origin: string, token: string): string {
  return `${origin}/k/${token}`;
}
