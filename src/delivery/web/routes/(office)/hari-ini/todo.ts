import { listJobs, openProposals } from '#domains/access/server/index.ts';
import type { ProposalRow } from '#domains/access/server/index.ts';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { countGroups } from '#domains/registry/server/index.ts';
import { countCases } from '#domains/voice/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { todoWords } from './words.ts';

/** One line of today's list: what waits, how many, where to do it. */
export interface Todo {
  key: string;
  says: Words;
  count: number;
  href: string;
  /** Overdue or failed, and so first. */
  urgent: boolean;
}

export interface Today {
  proposals: ProposalRow[];
  todos: Todo[];
}

interface Asked {
  actor: Actor;
  now: Date;
  today: BusinessDate;
}

/** Everything that waits for one person today, what is late first. Nothing she may not see is counted. */
export async function todayOf(db: Reader, asked: Asked): Promise<Today> {
  const proposals = await openProposals(db, asked);
  const todos = [
    ...(await groupsTodo(db, asked)),
    ...(await casesTodo(db, asked)),
    ...(await jobsTodo(db, asked)),
  ];
  return {
    proposals,
    todos: todos.filter((todo) => todo.count > 0).sort((a, b) => Number(b.urgent) - Number(a.urgent)),
  };
}

async function groupsTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  const verifies = maySee(actor, 'registry.verify-group');
  const recognises = maySee(actor, 'registry.recognise-groups');
  if (!verifies && !recognises) return [];
  const counts = await countGroups(db, scopeOf(actor, 'see.groups'));
  const inState = (state: string) => counts.find((row) => row.state === state)?.groups ?? 0;
  const todos: Todo[] = [];
  if (verifies) {
    todos.push({ key: 'verify', says: todoWords.groupsToVerify, count: inState('proposed'), href: '/kelompok?state=proposed', urgent: false });
  }
  if (recognises) {
    todos.push({ key: 'recognise', says: todoWords.groupsToRecognise, count: inState('verified'), href: '/kelompok/kukuhkan', urgent: false });
  }
  return todos;
}

async function casesTodo(db: Reader, { actor, today }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'see.cases')) return [];
  const counts = await countCases(db, { scope: scopeOf(actor, 'see.cases'), today });
  return [
    { key: 'overdue', says: todoWords.casesOverdue, count: counts.overdue, href: '/suara?state=overdue', urgent: true },
    { key: 'week', says: todoWords.casesThisWeek, count: counts.dueThisWeek, href: '/suara', urgent: false },
    { key: 'answered', says: todoWords.casesAnswered, count: counts.answered, href: '/suara?state=answered', urgent: false },
  ];
}

async function jobsTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'see.jobs')) return [];
  const { counts } = await listJobs(db, { state: 'failed', limit: 1, offset: 0 });
  return [{ key: 'jobs', says: todoWords.jobsFailed, count: counts.failed ?? 0, href: '/pekerjaan?state=failed', urgent: true }];
}
