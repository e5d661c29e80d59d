import { error } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { consentPurposeNames } from '#domains/registry/consent.ts';
import type { ConsentPurpose } from '#domains/registry/consent.ts';
import { noticeOf, noticeOn } from '#domains/registry/consent-notice.ts';
import {
  allNotices,
  consentsOfPerson,
  findPerson,
  placeOfPeople,
} from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { consentWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const { app, city, today } = event.locals;
  const personId = event.params.id;
  if (!isId(personId)) error(404);
  const found = await app.read(city, async (db) => {
    const person = await findPerson(db, { scope: scopeOf(actor, 'see.people'), personId });
    if (!person) return null;
    const lenders = (await listLenders(db, today)).map(({ id, shortName }) => ({ id, shortName }));
    const place = await placeOfPeople(db, [personId]);
    const notices = await allNotices(db);
    return { person, lenders, place, notices, consents: await consentsOfPerson(db, personId) };
  });
  if (!found) error(404);
  const { person, lenders, place, notices } = found;
  const nameOf = (id: string | null) => lenders.find((one) => one.id === id)?.shortName ?? null;
  const purpose = purposeOf(event.url.searchParams.get('untuk'));
  const lender =
    purpose === 'share-with-lender'
      ? (lenders.find((one) => one.id === event.url.searchParams.get('lembaga')) ?? null)
      : null;
  const notice = noticeOn(purpose, today, notices);
  const isSame = (one: (typeof found.consents)[number]) =>
    one.withdrawnOn === null &&
    one.purpose === purpose &&
    (one.institutionId === null || one.institutionId === lender?.id);
  return {
    person: { id: person.id, name: person.name },
    consents: found.consents.map((one) => ({
      ...one,
      lender: nameOf(one.institutionId),
      text:
        noticeOf(one.purpose, one.noticeVersion, notices)?.text(nameOf(one.institutionId)) ?? null,
      commandId: newId(),
    })),
    asked: {
      purpose,
      lender,
      version: notice.version,
      text: notice.text(lender?.shortName ?? null),
      spoken: notice.spoken(lender?.shortName ?? null),
      stands: found.consents.some(isSame),
    },
    lenders,
    today,
    commandId: newId(),
    blocked: {
      record: mayWords(mayDo(actor, 'registry.record-consent', place)),
      withdraw: mayWords(mayDo(actor, 'registry.withdraw-consent', place)),
    },
  };
};

function purposeOf(asked: string | null): ConsentPurpose {
  return consentPurposeNames.find((name) => name === asked) ?? 'share-with-lender';
}

export const actions: Actions = {
  catat: async (event) => {
    const { values } = await readForm(event);
    const { channel, witness, on } = values;
    const personId = event.params.id;
    const done = { values, flash: words.recordDone, redirectTo: event.url.pathname };
    if (values.institutionId) {
      const { institutionId } = values;
      const body = { institutionId, personIds: [personId], channel, witness, on };
      return runCommand(event, 'lending.record-sharing-consent', body, done);
    }
    const noticeVersion = Number(values.noticeVersion);
    const body = { personId, purpose: values.purpose, noticeVersion, channel, witness, on };
    return runCommand(event, 'registry.record-consent', body, done);
  },
  tarik: async (event) => {
    const { values } = await readForm(event);
    const { consentId, channel, on, why } = values;
    return runCommand(
      event,
      'registry.withdraw-consent',
      { consentId, channel, on, why },
      { values, flash: words.withdrawDone, redirectTo: event.url.pathname },
    );
  },
};
