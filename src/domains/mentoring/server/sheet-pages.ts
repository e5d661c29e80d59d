import { sql } from 'kysely';
import { loansOfGroup } from '#domains/lending/server/index.ts';
import { listDepartments } from '#domains/voice/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { collectorsOf } from '../collectors.ts';
import type { Collector } from '../collectors.ts';
import { sheetMembers } from '../sheet-payments.ts';
import type { SheetMember } from '../sheet-member.ts';
import { nextTopic } from '../topics.ts';
import type { TopicCode } from '../topics.ts';
import { allKeepers, membersOfGroup } from './sheet-source.ts';
import { together } from '#platform/db/together.ts';

/** Everything the phone needs to run a meeting, so that it can go on without a connection. */
export interface OpenedSheet {
  readonly members: readonly SheetMember[];
  /** Who takes the cash, each its own; nobody where no money can be taken. */
  readonly collectors: readonly Collector[];
  /** The group's turn; taken unless somebody chooses another. */
  readonly topic: TopicCode;
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
  }[];
}

export async function openSheet(
  db: Reader,
  asked: { groupId: string; heldOn: BusinessDate; today: BusinessDate },
): Promise<OpenedSheet> {
  const [loans, group, keepers, topic, departments] = await together(
    loansOfGroup(db, { groupId: asked.groupId, on: asked.heldOn }),
    membersOfGroup(db, asked.groupId),
    allKeepers(db),
    lastTopic(db, asked.groupId),
    listDepartments(db, asked.today),
  );
  const collectors = collectorsOf(keepers, loans);
  return {
    members: sheetMembers(group, loans, collectors),
    collectors,
    topic: nextTopic(topic),
    departments,
  };
}

async function lastTopic(db: Reader, groupId: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select topic_code as code from mentoring.meeting
    where city_id = ${db.city} and group_id = ${groupId} and state = 'closed' and topic_code is not null and topic_code <> 'other'
    order by held_on desc limit 1`.execute(db);
  return rows[0]?.code ?? null;
}
