import { error } from '@sveltejs/kit';
import { secretReadingsOf } from '#domains/access/server/index.ts';
import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import {
  listLoans,
  listProducts,
  nextLoansOf,
  placeOfPerson,
} from '#domains/lending/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { showProfileValue } from '#domains/registry/field/profile-fields.ts';
import {
  consentsOfPerson,
  encountersOf,
  findPerson,
  listProfileProposals,
  listRegions,
  mergesInto,
} from '#domains/registry/server/index.ts';
import { isLifePart, lifePartNames, readableKinds } from '#domains/reporting/life-kinds.ts';
import { lifeOfPerson } from '#domains/reporting/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Lang } from '#kernel/words.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { actorWhoSees } from '../../../../see.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { peopleWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

const latestLoans = { q: '', sort: 'cair', direction: 'desc', size: 20, offset: 0 } as const;
const lifeLimit = 30;
const readingLimit = 20;
const proposalLimit = 20;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const personId = event.params.id;
  if (!isId(personId)) error(404);
  const { app, city, today, zone } = event.locals;
  const query = event.url.searchParams;
  const asked = query.get('jenis');
  const part = isLifePart(asked) ? asked : null;
  const from = Math.max(0, Math.trunc(Number(query.get('dari')) || 0));
  const found = await app.read(city, async (db) => {
    const person = await findPerson(db, { scope: scopeOf(actor, 'see.people'), personId });
    if (!person) return null;
    const seesLoans = maySee(actor, 'see.applications');
    const loans = seesLoans
      ? (
          await listLoans(
            db,
            { ...latestLoans, filters: { orang: personId }, on: today },
            scopeOf(actor, 'see.applications'),
          )
        ).rows
      : [];
    const place = await placeOfPerson(db, personId);
    // What a line is about asks for the screen it comes from, here where she lives: the rest is not even read.
    const sees: Parameters<typeof readableKinds>[0] = (kind) => mayDo(actor, kind, place) === 'yes';
    const kinds = readableKinds(sees, part);
    const page = { limit: lifeLimit + 1, offset: from };
    const life = await lifeOfPerson(db, { personId, kinds, zone, ...page });
    const mayApply = seesLoans && mayDo(actor, 'lending.apply-for-person', place) === 'yes';
    const groupId = person.memberships.find((one) => one.to === null)?.groupId ?? null;
    const next = mayApply
      ? await nextLoansOf(
          db,
          await listProducts(db, { on: today, scope: scopeOf(actor, 'see.applications') }),
          { personId, groupId, on: today },
        )
      : [];
    const readings = maySee(actor, 'see.secret-readings')
      ? await secretReadingsOf(db, { personId, limit: readingLimit })
      : null;
    const merges = await mergesInto(db, personId);
    const consents = await consentsOfPerson(db, personId);
    const lenderNames = namesOf(await listLenders(db, today));
    const encounters = await encountersOf(db, {
      personId,
      evidence: maySee(actor, 'see.consent-evidence'),
    });
    const changes = await changesProposed(db, { actor, personId, lang: event.locals.lang });
    return {
      person,
      merges: merges.map((one, at) => ({ ...one, last: at === 0, commandId: newId() })),
      encounters,
      changes,
      life: life.slice(0, lifeLimit),
      older: life.length > lifeLimit ? from + lifeLimit : null,
      next,
      seesGroups: maySee(actor, 'see.groups'),
      parts: lifePartNames.filter((one) => readableKinds(sees, one).length > 0),
      ...{ seesFamily: sees('see.family'), seesDeciles: sees('see.welfare') },
      loans,
      seesLoans,
      mayApply,
      readings,
      consents,
      lenderNames,
    };
  });
  if (!found) error(404);
  const mayReview = maySee(actor, 'see.people-review');
  return { ...found, mayReview, zone, part };
};

const namesOf = (lenders: readonly { id: string; shortName: string }[]) =>
  Object.fromEntries(lenders.map((one) => [one.id, one.shortName]));

/** What is proposed to be corrected about her, as a reader sees it. */
async function changesProposed(
  db: Reader,
  { actor, personId, lang }: { actor: Actor; personId: string; lang: Lang },
) {
  const proposals = await listProfileProposals(db, {
    scope: scopeOf(actor, 'see.people'),
    personId,
    limit: proposalLimit,
  });
  const regions = proposals.length > 0 ? await listRegions(db, 'kelurahan') : [];
  const placeName = (code: string) => regions.find((one) => one.code === code)?.name ?? null;
  return proposals.map((one) => {
    const at = { kind: one.subjectKind, field: one.field, placeName };
    const show = (value: string | null) => showProfileValue(at, value, lang);
    return { ...one, standing: show(one.standing), proposed: show(one.proposed) };
  });
}

export const actions: Actions = {
  pisahkan: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'registry.unmerge-people',
      { mergeId: values.mergeId, reason: values.reason },
      { values, flash: words.unmerged, redirectTo: `/orang/${event.params.id}` },
    );
  },
};
