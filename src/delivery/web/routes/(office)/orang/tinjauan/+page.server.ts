import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { showProfileValue } from '#domains/registry/field/profile-fields.ts';
import {
  countBusinessPairs,
  countReview,
  listBusinessPairs,
  listPairs,
  listProfileProposals,
  listProvisional,
  listRegions,
} from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { reviewWords as words, type ReviewParts } from './words.ts';

const rules = { sorts: ['waiting'], size: 25 } as const satisfies ListRules;
const parts = ['orang', 'pasangan', 'usaha', 'usulan'] as const;
type Part = (typeof parts)[number];

/** The part that opens by itself: pairs before all, also where nothing waits, because that is where one looks for more. */
function firstWaiting(counts: ReviewParts): Part {
  if (counts.pairs > 0) return 'pasangan';
  if (counts.businesses > 0) return 'usaha';
  if (counts.provisional > 0) return 'orang';
  return counts.proposals > 0 ? 'usulan' : 'pasangan';
}

const totals: Record<Part, (counts: ReviewParts) => number> = {
  orang: (counts) => counts.provisional,
  pasangan: (counts) => counts.pairs,
  usaha: (counts) => counts.businesses,
  usulan: (counts) => counts.proposals,
};

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people-review');
  const { app, city, lang, zone } = event.locals;
  const scope = scopeOf(actor, 'see.people-review');
  const list = readListState(event.url, rules);
  const page = { scope, limit: list.size, offset: list.offset };
  const asked = event.url.searchParams.get('bagian');
  const found = await app.read(city, async (db) => {
    const counts = {
      ...(await countReview(db, scope)),
      businesses: await countBusinessPairs(db, scope),
    };
    const first = firstWaiting(counts);
    const part = parts.find((one) => one === asked) ?? first;
    const regions = part === 'usulan' ? await listRegions(db, 'kelurahan') : [];
    const placeName = (code: string) => regions.find((one) => one.code === code)?.name ?? null;
    const proposals = part === 'usulan' ? await listProfileProposals(db, page) : [];
    return {
      part,
      counts,
      people: part === 'orang' ? await listProvisional(db, page) : [],
      pairs: part === 'pasangan' ? await listPairs(db, page) : [],
      businesses: part === 'usaha' ? await listBusinessPairs(db, page) : [],
      proposals: proposals.map((one) => {
        const at = { kind: one.subjectKind, field: one.field, placeName };
        return {
          ...one,
          standing: showProfileValue(at, one.standing, lang),
          proposed: showProfileValue(at, one.proposed, lang),
          own: one.proposedBy === actor.userId,
        };
      }),
    };
  });
  const rows = found.part === 'orang' ? found.people : found.proposals;
  return {
    ...found,
    zone,
    maySeek: mayDo(actor, 'registry.ask-look-alikes', {}) === 'yes',
    seekId: newId(),
    decidedBefore: isId(event.url.searchParams.get('putus'))
      ? event.url.searchParams.get('putus')
      : null,
    undoAt: found.part === 'usaha' ? '/orang/tinjauan/usaha' : '/orang/tinjauan',
    undoId: newId(),
    me: actor.userId,
    list,
    total: totals[found.part](found.counts),
    commandIds: Object.fromEntries(rows.map((row) => [row.id, newId()])),
  };
};

export const actions: Actions = {
  pastikan: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'registry.confirm-person',
      { personId: values.personId },
      { values, flash: words.confirmed, redirectTo: '/orang/tinjauan?bagian=orang' },
    );
  },
  cari: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'registry.ask-look-alikes',
      {},
      { values, flash: words.sought, redirectTo: '/orang/tinjauan?bagian=pasangan' },
    );
  },
  putuskan: async (event) => {
    const { values } = await readForm(event);
    const accept = values.decision === 'accept';
    return runCommand(
      event,
      'registry.decide-profile-proposal',
      { proposalId: values.proposalId, accept },
      {
        values,
        flash: accept ? words.accepted : words.kept,
        redirectTo: '/orang/tinjauan?bagian=usulan',
      },
    );
  },
};
