import { scopeOf } from '#domains/access/who-may.ts';
import {
  candidateGroups,
  listPartnerLenders,
  listWithoutConsent,
} from '#domains/lending/server/index.ts';
import { partnerBookProblems } from '#domains/lending/partner/problems.ts';
import { noticeOn } from '#domains/registry/consent-notice.ts';
import { allNotices } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { withoutConsentRules } from '../../rules.ts';
import type { Actions, PageServerLoad } from './$types';
import { everyLender } from './lenders.ts';
import { lackingWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'lending.record-sharing-consent');
  const scope = scopeOf(actor, 'lending.record-sharing-consent');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, withoutConsentRules);
  const found = await app.read(city, async (db) => {
    const lenders = await listPartnerLenders(db, everyLender);
    const lender = lenders.find((one) => one.id === event.params.id);
    if (!lender) throw partnerBookProblems.notAPartnerLender();
    const people = await listWithoutConsent(db, list, { institutionId: lender.id, scope });
    const groups = (await candidateGroups(db, lender.id)).filter((one) => one.withoutConsent > 0);
    return { lenders, lender, people, groups, notices: await allNotices(db) };
  });
  const { notices, ...shown } = found;
  const notice = noticeOn('share-with-lender', today, notices);
  return {
    ...shown,
    lenders: found.lenders.map(({ id, shortName }) => ({ id, shortName })),
    groups: found.groups.map(({ id, name }) => ({ id, name })),
    list,
    today,
    spoken: notice.spoken(found.lender.shortName),
    version: notice.version,
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const { institutionId, channel, witness, on } = values;
    const body = { institutionId, personIds: data.getAll('personIds'), channel, witness, on };
    return runCommand(event, 'lending.record-sharing-consent', body, {
      values,
      flash: words.done,
      redirectTo: event.url.pathname + event.url.search,
    });
  },
};
