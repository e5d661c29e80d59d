import { error } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import {
  findFamily,
  latestWholeQuarter,
  placeOfPeople,
  withoutDeciles,
} from '#domains/registry/server/index.ts';
import { standingOf } from '#domains/registry/welfare/welfare-standing.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import { digitsOf } from '../../pembiayaan/terms-form.ts';
import { familyWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.family');
  const personId = event.params.id;
  if (!isId(personId)) error(404);
  const { app, city, today, zone } = event.locals;
  const found = await app.read(city, async (db) => {
    const family = await findFamily(db, { scope: scopeOf(actor, 'see.family'), personId });
    if (!family) return null;
    const place = await placeOfPeople(db, [personId]);
    const may = (kind: string) => mayWords(mayDo(actor, kind, place));
    const latestWhole = await latestWholeQuarter(db);
    const seesDeciles = mayDo(actor, 'see.welfare', place) === 'yes';
    const standing = standingOf(family.assessments[0] ?? null, latestWhole);
    return {
      family: seesDeciles ? family : withoutDeciles(family),
      standing: seesDeciles ? standing : null,
      listed: standing?.state === 'current',
      seesDeciles,
      mayDescribe: may('registry.describe-family'),
      mayPropose: may('registry.propose-welfare-change'),
      maySettle: may('registry.settle-welfare-proposal'),
    };
  });
  if (!found) error(404);
  const ids = { describeId: newId(), proposeId: newId(), settleId: newId() };
  return { ...found, ...ids, me: actor.userId, today, zone };
};

const text = (value: string | string[] | undefined) => String(value ?? '').trim();
const count = (value: string | string[] | undefined) => Math.trunc(Number(text(value)));

export const actions: Actions = {
  catat: async (event) => {
    const { values } = await readForm(event);
    const kk = text(values.kk).replace(/[\s.-]/g, '');
    const spending = digitsOf(text(values.spendingRupiah));
    const body = {
      saidId: values.commandId,
      personId: event.params.id,
      kk: kk === '' ? null : kk,
      saidOn: values.saidOn,
      relation: values.relation,
      headSex: values.headSex,
      people: count(values.people),
      children: count(values.children),
      spendingRupiah: spending === '' ? null : spending,
    };
    // The number of a family card is never given back to a page.
    const { kk: _secret, ...shown } = values;
    return runCommand(event, 'registry.describe-family', body, {
      values: shown,
      flash: words.saved,
      redirectTo: `/keluarga/${event.params.id}`,
    });
  },
  usulkan: async (event) => {
    const { data, values } = await readForm(event);
    const body = {
      proposalId: values.commandId,
      personId: event.params.id,
      asks: values.asks,
      why: values.why,
      byHerself: data.get('byHerself') !== null,
    };
    return runCommand(event, 'registry.propose-welfare-change', body, {
      values,
      flash: words.proposed,
      redirectTo: `/keluarga/${event.params.id}`,
    });
  },
  jawab: async (event) => {
    const { values } = await readForm(event);
    const { proposalId, outcome, answer } = values;
    return runCommand(
      event,
      'registry.settle-welfare-proposal',
      { proposalId, outcome, answer },
      { values, flash: words.settled, redirectTo: `/keluarga/${event.params.id}` },
    );
  },
};
