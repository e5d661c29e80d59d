import type { Pool } from 'pg';
import type { Sent } from './clients.ts';

/** What was promised against what is there. */
export interface Counted {
  readonly acknowledged: number;
  readonly refused: number;
  readonly lost: number;
  readonly doubled: number;
  /** Acknowledged commands by kind, for the summary. */
  readonly kinds: string;
  readonly closedUntil: string;
}

/**
 * Counts each command's effect in the tables: a repayment is one row of its amount, a sheet one row a member, a list its
 * people once, a closed day one portfolio. Done and not there is lost; there twice, or there though refused, is doubled.
 */
export async function countEffects(owner: Pool, log: readonly Sent[]): Promise<Counted> {
  const effects = await effectsBySubject(owner);
  let [lost, doubled] = [0, 0];
  const counts = new Map<string, number>();
  for (const sent of log) {
    if (sent.told === 'done') counts.set(sent.kind, (counts.get(sent.kind) ?? 0) + 1);
    const found = effects(sent);
    if (found === null) continue;
    const owed = sent.told === 'done' ? 1 : 0;
    if (found < owed) lost += 1;
    if (found > owed) doubled += 1;
  }
  const done = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const { rows } = await owner.query<{ day: string | null }>(
    `select max(day) as day from lending.portfolio_day`,
  );
  return {
    acknowledged: done,
    refused: log.filter((sent) => sent.told === 'refused').length,
    lost,
    doubled,
    kinds: [...counts].map(([kind, n]) => `${n} ${kind.replace(/^[a-z]+\./, '')}`).join(', '),
    closedUntil: rows[0]?.day ?? 'no day',
  };
}

/** How often a command took effect, whole; null for steps that leave nothing to count by themselves. */
async function effectsBySubject(owner: Pool): Promise<(sent: Sent) => number | null> {
  const repaid = await pairs(
    owner,
    `select source_id::text as key, sum(principal + interest + fee + penalty + overpaid) as value from lending.repayment group by 1`,
  );
  const imported = await pairs(
    owner,
    `select b.id::text as key, count(p.id) as value
     from registry.import_batch b
     left join registry.person p on p.name like 'Impor ' || substring(b.file_name from '[0-9]+') || ' %'
     where b.state = 'applied' group by 1`,
  );
  const names = await pairs(
    owner,
    `select 'twice' as key, count(*) - count(distinct name) as value from registry.person where name like 'Impor %'`,
  );
  const closed = await pairs(
    owner,
    `select day::text as key, count(*) as value from lending.portfolio_day group by 1`,
  );
  return ({ kind, subject, amountRupiah, answer }) => {
    if (amountRupiah > 0) return (repaid.get(subject) ?? 0) / amountRupiah;
    if (kind === 'registry.apply-import') {
      // Names resemble each other, so a list may wait for somebody to look at it: then nobody was promised.
      const promised = (answer as { people?: number } | null)?.people ?? 0;
      const there = (imported.get(subject) ?? 0) + (names.get('twice') ?? 0);
      return promised === 0 ? 1 + there : there / promised;
    }
    const finished = (answer as { done?: boolean } | null)?.done === true;
    return kind === 'lending.close-day' && finished ? (closed.get(subject) ?? 0) : null;
  };
}

async function pairs(owner: Pool, sql: string): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ key: string; value: bigint | string }>(sql);
  return new Map(rows.map(({ key, value }) => [key, Number(value)]));
}
