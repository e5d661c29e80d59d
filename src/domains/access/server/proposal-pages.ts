import { sql } from 'kysely';
import type { Words } from '#kernel/words.ts';
import type { Actor, Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { mayDo } from '../who-may.ts';

/** A parked command as the person sees it who may decide it, or who waits for it. */
export interface ProposalRow {
  id: string;
  kind: string;
  says: Words;
  proposedAt: Date;
  expiresAt: Date;
  proposerName: string;
  /** `decide`: hers to approve or refuse; `second-factor`: hers once she gives her code; `waits`: her own. */
  standing: 'decide' | 'second-factor' | 'waits';
}

interface Parked {
  id: string;
  kind: string;
  place: Place;
  says: Words;
  proposed_by: string;
  proposed_at: Date;
  expires_at: Date;
  proposer: string | null;
}

/** Open proposals that concern an actor, oldest first. What she may neither decide nor proposed is left out. */
export async function openProposals(
  db: Reader,
  asked: { actor: Actor; now: Date },
): Promise<ProposalRow[]> {
  const { rows } = await sql<Parked>`
    select p.id, p.kind, p.place, p.says, p.proposed_by, p.proposed_at, p.expires_at, u.name as proposer
    from access.proposal p left join access.user_account u on u.city_id = p.city_id and u.id = p.proposed_by
    where p.city_id = ${db.city} and p.state = 'proposed' and p.expires_at > ${asked.now}
    order by p.proposed_at limit 500`.execute(db);
  return rows.flatMap((row) => {
    const standing = standingOf(asked.actor, row);
    if (!standing) return [];
    return [
      {
        id: row.id,
        kind: row.kind,
        says: row.says,
        proposedAt: row.proposed_at,
        expiresAt: row.expires_at,
        proposerName: row.proposer ?? '–',
        standing,
      },
    ];
  });
}

function standingOf(actor: Actor, row: Parked): ProposalRow['standing'] | null {
  if (row.proposed_by === actor.userId) return 'waits';
  const verdict = mayDo(actor, row.kind, row.place);
  if (verdict === 'no') return null;
  return verdict === 'yes' ? 'decide' : 'second-factor';
}
