import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** States in which a group's recognition is in force. */
export const inForce = sql.raw(`('recognised', 'active')`);

/** Members, groups and businesses, each once. */
export async function countPeopleAndGroups(
  db: Reader,
): Promise<{ members: bigint; groups: bigint; businesses: bigint }> {
  const { rows } = await sql<{ members: bigint; groups: bigint; businesses: bigint }>`
    select
      (select count(distinct m.person_id) from registry.membership m
        join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
        where m.city_id = ${db.city} and m.valid_to is null and g.state in ${inForce}) as members,
      (select count(*) from registry.business_group g where g.city_id = ${db.city} and g.state in ${inForce}) as groups,
      (select count(*) from registry.business b where b.city_id = ${db.city} and b.state = 'active') as businesses`.execute(
    db,
  );
  return rows[0] ?? { members: 0n, groups: 0n, businesses: 0n };
}
