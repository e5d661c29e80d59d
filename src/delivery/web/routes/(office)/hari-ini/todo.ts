import {
  countDeviceAlarms,
  countOpenReviews,
  listJobs,
  openProposals,
} from '#domains/access/server/index.ts';
import type { ProposalRow } from '#domains/access/server/index.ts';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listApplications } from '#domains/lending/server/index.ts';
import { meetingsOfMentor } from '#domains/mentoring/server/index.ts';
import {
  countBreaches,
  countDataRequests,
  countGroups,
  countReview,
  listImports,
} from '#domains/registry/server/index.ts';
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
    ...(await meetingsTodo(db, asked)),
    ...(await groupsTodo(db, asked)),
    ...(await applicationsTodo(db, asked)),
    ...(await importsTodo(db, asked)),
    ...(await peopleTodo(db, asked)),
    ...(await casesTodo(db, asked)),
    ...(await requestsTodo(db, asked)),
    ...(await breachesTodo(db, asked)),
    ...(await fieldTodo(db, asked)),
    ...(await jobsTodo(db, asked)),
  ];
  return {
    proposals,
    todos: todos
      .filter((todo) => todo.count > 0)
      .sort((a, b) => Number(b.urgent) - Number(a.urgent)),
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
    todos.push({
      key: 'verify',
      says: todoWords.groupsToVerify,
      count: inState('proposed'),
      href: '/kelompok?state=proposed',
      urgent: false,
    });
  }
  if (recognises) {
    todos.push({
      key: 'recognise',
      says: todoWords.groupsToRecognise,
      count: inState('verified'),
      href: '/kelompok/kukuhkan',
      urgent: false,
    });
  }
  return todos;
}

async function meetingsTodo(db: Reader, { actor, today }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'mentoring.close-meeting')) return [];
  const scope = scopeOf(actor, 'see.meetings');
  const meetings = await meetingsOfMentor(db, { mentorId: actor.userId, scope, today });
  const planned = meetings.today.filter((meeting) => meeting.state === 'planned');
  return [
    {
      key: 'left',
      says: todoWords.meetingsLeft,
      count: meetings.left.length,
      href: '/pertemuan',
      urgent: true,
    },
    {
      key: 'meetings',
      says: todoWords.meetings,
      count: planned.length,
      href: '/pertemuan',
      urgent: false,
    },
  ];
}

/** Each step of an application waits for another role. */
const applicationSteps = [
  ['lending.recommend-application', 'submitted', 'applicationsToRecommend'],
  ['lending.approve-application', 'recommended', 'applicationsToApprove'],
  ['lending.disburse-application', 'approved', 'applicationsToDisburse'],
] as const;

async function applicationsTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  const todos: Todo[] = [];
  for (const [kind, status, words] of applicationSteps) {
    if (!maySee(actor, kind)) continue;
    const ask = {
      q: '',
      sort: 'diajukan',
      direction: 'asc',
      size: 1,
      offset: 0,
      filters: { status },
    } as const;
    const { total } = await listApplications(db, ask, scopeOf(actor, 'see.applications'));
    todos.push({
      key: status,
      says: todoWords[words],
      count: total,
      href: `/pembiayaan/pengajuan?status=${status}`,
      urgent: false,
    });
  }
  return todos;
}

/** Files looked through for rows to repair; older ones are found in the list of imports. */
const recentImports = 20;

async function importsTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'registry.start-import')) return [];
  const { rows } = await listImports(db, { offset: 0, limit: recentImports });
  const open = rows.filter((row) => row.state === 'previewed' || row.state === 'applied');
  const repair = open.reduce((sum, row) => sum + (row.counts.repair ?? 0), 0);
  return [
    {
      key: 'imports',
      says: todoWords.importsToRepair,
      count: repair,
      href: '/impor',
      urgent: false,
    },
  ];
}

async function peopleTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'see.people-review')) return [];
  const counts = await countReview(db, scopeOf(actor, 'see.people-review'));
  const todo = (key: keyof typeof counts, says: Words, part: string): Todo => ({
    key,
    says,
    count: counts[key],
    href: `/orang/tinjauan?bagian=${part}`,
    urgent: false,
  });
  return [
    todo('pairs', todoWords.pairsToDecide, 'pasangan'),
    todo('provisional', todoWords.peopleToConfirm, 'orang'),
    todo('proposals', todoWords.changesToDecide, 'usulan'),
  ];
}

/** Only who may answer is reminded; the clock is the law's. */
async function requestsTodo(db: Reader, { actor, now }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'registry.answer-data-request')) return [];
  const { open, late } = await countDataRequests(db, now);
  const href = '/permintaan?keadaan=';
  return [
    {
      key: 'requests-late',
      says: todoWords.requestsLate,
      count: late,
      href: `${href}terlambat`,
      urgent: true,
    },
    {
      key: 'requests',
      says: todoWords.requestsOpen,
      count: open - late,
      href: `${href}open`,
      urgent: false,
    },
  ];
}

/** Whoever is to tell the people and the authority is reminded until both were told. */
async function breachesTodo(db: Reader, { actor, now }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'registry.note-breach-told')) return [];
  const { open, late } = await countBreaches(db, now);
  const href = '/permintaan/insiden';
  return [
    { key: 'breaches-late', says: todoWords.breachesLate, count: late, href, urgent: true },
    { key: 'breaches', says: todoWords.breachesOpen, count: open - late, href, urgent: false },
  ];
}

async function casesTodo(db: Reader, { actor, today }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'see.cases')) return [];
  const counts = await countCases(db, { scope: scopeOf(actor, 'see.cases'), today });
  return [
    {
      key: 'overdue',
      says: todoWords.casesOverdue,
      count: counts.overdue,
      href: '/suara?state=overdue',
      urgent: true,
    },
    {
      key: 'week',
      says: todoWords.casesThisWeek,
      count: counts.dueThisWeek,
      href: '/suara',
      urgent: false,
    },
    {
      key: 'answered',
      says: todoWords.casesAnswered,
      count: counts.answered,
      href: '/suara?state=answered',
      urgent: false,
    },
  ];
}

/** What came from phones and needs somebody: gaps first, because work may be lost. */
async function fieldTodo(db: Reader, { actor, now }: Asked): Promise<Todo[]> {
  const todos: Todo[] = [];
  if (maySee(actor, 'access.settle-field-review')) {
    const scope = scopeOf(actor, 'access.settle-field-review');
    const count = await countOpenReviews(db, { scope, userId: actor.userId });
    const href = '/pendampingan/tinjauan';
    todos.push({ key: 'field', says: todoWords.fieldReviews, count, href, urgent: true });
  }
  if (maySee(actor, 'see.devices')) {
    const { gaps, late } = await countDeviceAlarms(db, {
      scope: scopeOf(actor, 'see.devices'),
      now,
    });
    const href = '/pendampingan/hp';
    todos.push(
      { key: 'gaps', says: todoWords.phonesWithGaps, count: gaps, href, urgent: true },
      { key: 'unsent', says: todoWords.phonesUnsent, count: late, href, urgent: true },
    );
  }
  return todos;
}

async function jobsTodo(db: Reader, { actor }: Asked): Promise<Todo[]> {
  if (!maySee(actor, 'see.jobs')) return [];
  const { counts } = await listJobs(db, { state: 'failed', limit: 1, offset: 0 });
  return [
    {
      key: 'jobs',
      says: todoWords.jobsFailed,
      count: counts.failed ?? 0,
      href: '/pekerjaan?state=failed',
      urgent: true,
    },
  ];
}
