import { redirect } from '@sveltejs/kit';
import { findMemberSession, openMemberSession, systemActor } from '#domains/access/server/index.ts';
import { readPassbook } from '#domains/mentoring/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import {
  consentsOfPerson,
  fieldsWaiting,
  findCardForPin,
  findCurrentPerson,
  profileOf,
} from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { refused } from '../../../../forms.ts';
import { dropMemberToken, keepMemberToken, memberToken } from '../../../../member-cookie.ts';
import { publicPaths } from '../../../../public-paths.ts';
import { isRefusal } from '../../../../refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A member's own page: her PIN first, then her passbook. Whether the card exists is not told before the PIN. */
export const load: PageServerLoad = async (event) => {
  const { app, city, today } = event.locals;
  const { token: card } = event.params;
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  const token = memberToken(event);
  if (!token) return { passbook: null };
  const found = await app.read(city, async (db) => {
    const session = await findMemberSession(db, { token, now: app.now() });
    const passbook = session ? await readPassbook(db, { cardId: session.cardId, today }) : null;
    if (!passbook) return null;
    const lenders = await listLenders(db, today);
    const { personId } = passbook.owner;
    const consents = await consentsOfPerson(db, personId);
    const current = await findCurrentPerson(db, personId);
    const values = await profileOf(db, { kind: 'person', id: current?.id ?? personId });
    const waiting = await fieldsWaiting(db, personId);
    return { passbook, lenders, consents, profile: { values: values ?? {}, waiting } };
  });
  const passbook = found?.passbook;
  // A session opened with another card does not open this one.
  if (!passbook || passbook.owner.token !== card) return { passbook: null };
  const { lenders, consents, profile } = found;
  const { token: _token, ...owner } = passbook.owner;
  return {
    passbook: {
      ...passbook,
      owner,
      today,
      receipts: passbook.receipts.map(({ token: receipt, ...rest }) => ({
        ...rest,
        href: publicPaths.receipt(receipt),
      })),
    },
    profile: { ...profile, commandId: newId() },
    consents: consents.map(({ id, purpose, institutionId, givenOn, withdrawnOn }) => ({
      id,
      purpose,
      lender: lenders.find((one) => one.id === institutionId)?.shortName ?? null,
      givenOn,
      withdrawnOn,
      commandId: newId(),
    })),
  };
};

export const actions: Actions = {
  masuk: async (event) => {
    const { app, city } = event.locals;
    const form = await event.request.formData();
    const pin = String(form.get('pin') ?? '')
      .replace(/\s/g, '')
      .slice(0, 12);
    try {
      const opened = await openMemberSession(
        app.signInPorts,
        { city, cardToken: event.params.token.slice(0, 80), pin, ip: event.getClientAddress() },
        findCardForPin,
      );
      keepMemberToken(event, opened.token);
    } catch (error) {
      if (isRefusal(error)) return refused(error);
      throw error;
    }
    redirect(303, `/saya/${event.params.token}`);
  },
  tarik: (event) =>
    asMember(event, (form) => ({
      kind: 'registry.withdraw-own-consent',
      body: { consentId: String(form.get('consentId') ?? '') },
    })),
  betulkan: (event) =>
    asMember(event, (form) => ({
      kind: 'registry.propose-own-correction',
      body: { field: String(form.get('field') ?? ''), value: String(form.get('value') ?? '') },
    })),
  keluar: (event) => {
    dropMemberToken(event);
    redirect(303, `/saya/${event.params.token}`);
  },
};

/** Members have no user of their own: her card and PIN opened this session, and the command checks that it is hers. */
async function asMember(
  event: RequestEvent,
  wanted: (form: FormData) => { kind: string; body: Record<string, string> },
) {
  const { app, city } = event.locals;
  const form = await event.request.formData();
  const token = memberToken(event);
  const here = `/saya/${event.params.token}`;
  const opened = token
    ? await app.read(city, (db) => findMemberSession(db, { token, now: app.now() }))
    : null;
  const id = String(form.get('commandId') ?? '');
  if (!opened || !isId(id)) redirect(303, here);
  const { kind, body } = wanted(form);
  try {
    await app.execute({
      ...{ id, kind, version: 1, actor: systemActor, city },
      body: { ...body, cardId: opened.cardId },
    });
  } catch (error) {
    if (isRefusal(error)) return refused(error);
    throw error;
  }
  redirect(303, here);
}
