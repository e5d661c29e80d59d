import { missVisitInput, moveVisitInput, visitInput } from '#domains/mentoring/visit-input.ts';
import { missedWords } from '#domains/mentoring/visit-words.ts';
import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { Documents } from '../documents.ts';
import type { CommandKind, DraftKind, HomeAction, TodaySource } from '../screen.ts';
import { visitsView } from './visits-view.ts';
import { visitScreenWords as w } from './words.ts';

const name: Words = { id: 'Kunjungan', en: 'Visit' };

/** Today's and overdue visits of the plan, and what was visited today. */
export const visitsToday: TodaySource = ({ documents, pending, today }) => {
  const view = visitsView(documents, pending);
  if (!view) return [];
  return view.planned
    .filter((one) => one.state === 'planned' || (one.state === 'done' && one.onDay === today))
    .map((one) => ({
      id: one.id,
      dueOn: one.onDay,
      at: null,
      title: one.businessName,
      note: {
        id: `Kunjungan · ${one.kelurahanName ?? one.ownerName}`,
        en: `Visit · ${one.kelurahanName ?? one.ownerName}`,
      },
      path: `/kunjungan/usaha/${one.businessId}?rencana=${one.id}`,
      state: one.state === 'planned' ? 'due' : view.unsentIds.has(one.id) ? 'unsent' : 'done',
    }));
};

export const unplannedVisit: HomeAction = {
  path: '/kunjungan/pilih',
  label: w.other,
  icon: 'pin',
};

function businessName(documents: Documents, id: string): string {
  return visitsView(documents, [])?.businesses.get(id)?.name ?? '';
}

function plannedName(documents: Documents, id: string): string {
  return visitsView(documents, [])?.planned.find((one) => one.id === id)?.businessName ?? '';
}

function says(words: Words, what: string): Words {
  return { id: `${words.id} ${what}`.trim(), en: `${words.en} ${what}`.trim() };
}

/** What the tray knows of visits. A visit is refused only where nobody has heard of its business. */
export const visitCommandKinds: readonly CommandKind[] = [
  {
    kind: 'mentoring.record-visit',
    name,
    says: (body, documents) => {
      const visit = visitInput.safeParse(body);
      return visit.success ? says(name, businessName(documents, visit.data.businessId)) : name;
    },
    repairPath: () => null,
  },
  {
    kind: 'mentoring.miss-visit',
    name: w.cannot,
    says: (body, documents) => {
      const missed = missVisitInput.safeParse(body);
      if (!missed.success) return w.cannot;
      const why = missedWords[missed.data.why];
      const what = plannedName(documents, missed.data.plannedVisitId);
      return { id: `${what}: ${why.id.toLowerCase()}`, en: `${what}: ${why.en.toLowerCase()}` };
    },
    repairPath: () => null,
  },
  {
    kind: 'mentoring.move-visit',
    name: w.move,
    says: (body, documents) => {
      const moved = moveVisitInput.safeParse(body);
      if (!moved.success) return w.move;
      const what = plannedName(documents, moved.data.plannedVisitId);
      return {
        id: `${what} ke ${formatDate(moved.data.to, 'id')}`,
        en: `${what} to ${formatDate(moved.data.to, 'en')}`,
      };
    },
    repairPath: () => null,
  },
];

export const visitDraftKind: DraftKind = {
  prefix: 'visit:',
  name,
  says: (key, documents) => says(name, businessName(documents, key.slice('visit:'.length))),
  path: (key) => `/kunjungan/catat/${key.slice('visit:'.length)}`,
};
