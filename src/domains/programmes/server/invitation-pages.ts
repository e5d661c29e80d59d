import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { pageOf } from '#platform/db/list-ask.ts';
import type { ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { drawInvitations } from '../fair-draw.ts';
import type { Standing } from '../fair-draw.ts';
import type { InvitationRule } from '../invitation-input.ts';
import { lotOf } from './draw-invitations.ts';

export interface DrawRow {
  readonly id: string;
  readonly title: string;
  readonly heldOn: BusinessDate;
  readonly places: number;
  readonly rule: InvitationRule;
  readonly seed: string;
  readonly pool: number;
  readonly invited: number;
  /** Which draw of the very same people this is: 2 says that somebody drew again. */
  readonly turn: number;
  readonly drawnAt: Date;
  readonly byName: string;
}

const columns = sql`d.id, d.title, d.held_on as "heldOn", d.places, d.rule, d.seed, d.pool, d.drawn_at as "drawnAt",
  d.by_name as "byName",
  (select count(*)::int from programmes.invitation i where i.city_id = d.city_id and i.draw_id = d.id and i.chosen) as invited,
  (select count(*)::int from programmes.invitation_draw e where e.city_id = d.city_id and e.pool_hash = d.pool_hash
    and (e.drawn_at, e.id) <= (d.drawn_at, d.id)) as turn`;

/** Draws, newest first. */
export async function listDraws(db: Reader, limit: number): Promise<DrawRow[]> {
  const { rows } = await sql<DrawRow>`
    select ${columns} from programmes.invitation_draw d where d.city_id = ${db.city}
    order by d.drawn_at desc, d.id limit ${limit}`.execute(db);
  return rows;
}

export interface InvitedRow {
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly business: string | null;
  readonly kelurahan: string | null;
  readonly kelurahanCode: string | null;
  readonly kecamatan: string | null;
  readonly rank: number;
  readonly chosen: boolean;
  readonly womenHeaded: boolean;
}

/** A draw opened, with the places of each kelurahan, and whether drawing again from its seed gives the same. */
export interface DrawPage extends DrawRow {
  readonly shares: readonly {
    readonly code: string | null;
    readonly kelurahan: string | null;
    readonly stood: number;
    readonly invited: number;
  }[];
  readonly repeats: boolean;
}

export async function findDraw(db: Reader, drawId: string): Promise<DrawPage | null> {
  const { rows } = await sql<DrawRow>`
    select ${columns} from programmes.invitation_draw d where d.city_id = ${db.city} and d.id = ${drawId}::uuid`.execute(
    db,
  );
  const found = rows[0];
  if (!found) return null;
  const { rows: stood } = await sql<Standing & { rank: number; chosen: boolean }>`
    select person_id as "personId", kelurahan_code as kelurahan, women_headed as "womenHeaded", rank, chosen
    from programmes.invitation where city_id = ${db.city} and draw_id = ${drawId}::uuid`.execute(
    db,
  );
  const { rows: shares } = await sql<DrawPage['shares'][number]>`
    select i.kelurahan_code as code, w.name as kelurahan, count(*)::int as stood, count(*) filter (where i.chosen)::int as invited
    from programmes.invitation i
    left join registry.region w on w.city_id = i.city_id and w.code = i.kelurahan_code
    where i.city_id = ${db.city} and i.draw_id = ${drawId}::uuid group by 1, 2 order by w.name nulls last`.execute(
    db,
  );
  const again = drawInvitations(stood, {
    places: found.places,
    womenFirst: found.rule.womenFirst,
    lotOf: (personId) => lotOf(found.seed, personId),
  });
  const was = new Map(stood.map((one) => [one.personId, one]));
  const repeats = again.every((one) => {
    const before = was.get(one.personId);
    return before?.rank === one.rank && before.chosen === one.chosen;
  });
  return { ...found, shares, repeats };
}

/** Who was invited, or who follows when somebody declines, by kelurahan and rank. People erased since are left out. */
export async function listInvited(
  db: Reader,
  drawId: string,
  ask: {
    readonly chosen: boolean;
    readonly kelurahan?: string;
    readonly size: number;
    readonly offset: number;
  },
): Promise<ListPage<InvitedRow>> {
  const { rows } = await sql<InvitedRow & { total: bigint }>`
    select p.id as "personId", p.name, p.phone, b.name as business, w.name as kelurahan, i.kelurahan_code as "kelurahanCode",
      k.name as kecamatan, i.rank, i.chosen, i.women_headed as "womenHeaded", count(*) over () as total
    from programmes.invitation i
    join registry.person p on p.city_id = i.city_id and p.id = i.person_id and p.state in ('provisional', 'registered')
    left join registry.region w on w.city_id = i.city_id and w.code = i.kelurahan_code
    left join registry.region k on k.city_id = i.city_id and k.code = left(i.kelurahan_code, 8)
    left join lateral (select b.name from registry.business b where b.city_id = p.city_id and b.owner_id = p.id
      and b.state = 'active' order by b.created_at, b.id limit 1) b on true
    where i.city_id = ${db.city} and i.draw_id = ${drawId}::uuid and i.chosen = ${ask.chosen}
      and (${ask.kelurahan ?? null}::text is null or i.kelurahan_code = ${ask.kelurahan ?? null})
    order by w.name nulls last, i.rank, p.id ${pageOf(ask)}`.execute(db);
  const total = Number(rows[0]?.total ?? 0n);
  return { rows: rows.map(({ total: _total, ...row }) => row), total };
}
