import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { latestWholeQuarter } from '#domains/registry/server/index.ts';
import { oldestCounting } from '#domains/registry/welfare/welfare-standing.ts';
import { drawInvitations as draw } from '../fair-draw.ts';
import type { Drawn, Standing } from '../fair-draw.ts';
import { drawInvitationsInput } from '../invitation-input.ts';
import type { DrawInvitations, InvitationRule } from '../invitation-input.ts';
import { invitationProblems } from '../invitation-problems.ts';
import { hasBusiness, neverServed } from './never-served.ts';

/** A person's lot in a draw: nobody who states the seed beforehand can choose it. */
export function lotOf(seed: string, personId: string): string {
  return createHash('sha256').update(`${seed}\n${personId}`).digest('hex');
}

/**
 * Draws whom to invite among those who are poor by the list, have a business and were never served: places in
 * proportion to each kelurahan, lots from the seed. Everybody who stood in it is kept, so it can be drawn again.
 *
 * Refused where nobody meets the rule, for a day that is over, and for a seed that was used.
 */
export const drawInvitationsCommand = defineCommand({
  kind: 'programmes.draw-invitations',
  version: 1,
  input: drawInvitationsInput,
  async handle(tx, body, context) {
    if (body.heldOn < context.today) throw invitationProblems.heldInPast();
    const pool = await findPool(tx, body.rule);
    if (pool.length === 0) throw invitationProblems.nobodyToInvite();
    const drawn = draw(pool, {
      places: body.places,
      womenFirst: body.rule.womenFirst,
      lotOf: (personId) => lotOf(body.seed, personId),
    });
    await writeDraw(tx, body, { drawn, context });
    const invited = drawn.filter((one) => one.chosen).length;
    return {
      answer: { drawId: body.drawId, pool: pool.length, invited },
      audit: {
        subject: { kind: 'invitation-draw', id: body.drawId },
        says: {
          id: `Mengundi ${invited} undangan dari ${pool.length} orang untuk ${body.title}, benih “${body.seed}”`,
          en: `Drew ${invited} invitations among ${pool.length} people for ${body.title}, seed “${body.seed}”`,
        },
        data: { rule: body.rule },
      },
    };
  },
});

async function findPool(db: Reader, rule: InvitationRule): Promise<Standing[]> {
  const oldest = oldestCounting(await latestWholeQuarter(db));
  const { rows } = await sql<Standing>`
    with said as materialized (
      select d.person_id, d.decile, d.quarter from registry.latest_decile d where d.city_id = ${db.city}
    ), home as materialized (
      select c.person_id, c.blind_index, c.relation from registry.current_household c where c.city_id = ${db.city}
    )
    select p.id as "personId", p.kelurahan_code as kelurahan,
      coalesce(coalesce(s.head_sex, case when c.relation = 'head' then p.sex end) = 'female', false) as "womenHeaded"
    from said d
    join registry.person p on p.city_id = ${db.city} and p.id = d.person_id and p.state in ('provisional', 'registered')
    left join home c on c.person_id = p.id
    left join lateral (select s.head_sex from registry.household h
      join registry.household_said s on s.city_id = h.city_id and s.household_id = h.id
      where h.city_id = p.city_id and h.blind_index = c.blind_index order by s.said_on desc, s.recorded_at desc limit 1) s on true
    where d.decile <= ${rule.mostDecile} and d.quarter >= coalesce(${oldest}, d.quarter)
      and (${rule.kecamatan}::text is null or p.kecamatan_code = ${rule.kecamatan})
      and ${hasBusiness(db)} and ${neverServed(db)}
      and (${!rule.notInvitedBefore} or not exists (select from programmes.invitation i where i.city_id = p.city_id
        and i.person_id = p.id and i.chosen))`.execute(db);
  return rows;
}

async function writeDraw(
  tx: Tx,
  body: DrawInvitations,
  { drawn, context }: { drawn: readonly Drawn[]; context: CommandContext },
): Promise<void> {
  const ids = drawn.map((one) => one.personId).toSorted();
  const hash = createHash('sha256').update(ids.join('\n')).digest('hex');
  const { numAffectedRows } = await sql`
    insert into programmes.invitation_draw (city_id, id, title, held_on, places, rule, seed, pool, pool_hash, drawn_at,
      drawn_by, by_name)
    values (${tx.city}, ${body.drawId}::uuid, ${body.title}, ${body.heldOn}::date, ${body.places},
      ${JSON.stringify(body.rule)}::jsonb, ${body.seed}, ${drawn.length}, ${hash}, ${context.now}::timestamptz,
      ${context.actor.userId}::uuid, ${context.actor.name})
    on conflict (city_id, seed) do nothing`.execute(tx);
  if ((numAffectedRows ?? 0n) === 0n) throw invitationProblems.seedUsed();
  await sql`
    insert into programmes.invitation (city_id, draw_id, person_id, kelurahan_code, rank, chosen, women_headed)
    select ${tx.city}, ${body.drawId}::uuid, r."personId", r.kelurahan, r.rank, r.chosen, r."womenHeaded"
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as r ("personId" uuid, kelurahan text, rank int, chosen boolean,
      "womenHeaded" boolean)`.execute(tx);
}
