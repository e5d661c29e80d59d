import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { CaseDocument } from '../case-document.ts';

/** Cases not closed yet: of these groups, and those this person raised herself. */
export async function caseDocuments(
  db: Reader,
  asked: { groupIds: readonly string[]; raisedBy: string },
): Promise<CaseDocument[]> {
  const { rows } = await sql<CaseDocument>`
    select c.id, c.number, c.topic, c.text, c.state, c.raised_on as "raisedOn", c.due_on as "dueOn", d.short_name as "departmentName",
      c.group_id as "groupId", g.name as "groupName", c.person_id as "personId", c.answer
    from voice.case c
    left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and c.state <> 'closed'
      and (c.group_id = any (${[...asked.groupIds]}::uuid[]) or c.raised_by = ${asked.raisedBy})
    order by c.raised_at desc limit 1000`.execute(db);
  return rows;
}
