import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { claimProblems } from '#domains/lending/claim-problems.ts';
import { inAgreedOrder, owedOf } from '#domains/lending/member-claims.ts';
import {
  claimEntries,
  claimsOf,
  findJointLiabilityGroup,
  memberSeries,
} from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { digitsOf } from '../../terms-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { renteng } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) throw claimProblems.unknownLendingGroup();
  const found = await app.read(city, async (db) => {
    const group = await findJointLiabilityGroup(db, id, scopeOf(actor, 'see.loans'));
    if (!group) throw claimProblems.unknownLendingGroup();
    return {
      group,
      series: await memberSeries(db, id),
      claims: inAgreedOrder(await claimsOf(db, { lendingGroupId: id })).map((claim) => ({
        ...claim,
        owedRupiah: owedOf(claim),
      })),
      entries: await claimEntries(db, id),
    };
  });
  const { institutionId: institution, businessGroupId: group, kecamatan, kelurahan } = found.group;
  const verdict = mayDo(actor, 'lending.repay-claims', {
    institution,
    group,
    kecamatan,
    kelurahan,
  });
  return {
    ...found,
    today,
    blocked: mayWords(verdict),
    commandIds: { repay: newId(), forgive: newId(), order: newId(), reverse: newId() },
  };
};

async function fields(event: RequestEvent) {
  const { data, values } = await readForm(event);
  return { values, data, text: (name: string) => String(data.get(name) ?? '').trim() };
}

const back = (event: RequestEvent) => `/pembiayaan/tanggung-renteng/${event.params.id}`;

export const actions: Actions = {
  repay: async (event) => {
    const { values, text } = await fields(event);
    const body = {
      lendingGroupId: event.params.id,
      debtorId: text('debtorId'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
    };
    return runCommand(event, 'lending.repay-claims', body, {
      values,
      flash: renteng.repaidDone,
      redirectTo: back(event),
    });
  },
  forgive: async (event) => {
    const { values, text } = await fields(event);
    const body = {
      claimId: text('claimId'),
      amountRupiah: digitsOf(text('amountRupiah')),
      reason: text('reason'),
      creditorAgrees: text('creditorAgrees') === 'on',
    };
    return runCommand(event, 'lending.forgive-claim', body, {
      values,
      flash: renteng.forgivenDone,
      redirectTo: back(event),
    });
  },
  order: async (event) => {
    const { values, data, text } = await fields(event);
    const places = data
      .getAll('claimIds')
      .map((claimId) => ({ claimId, place: Number(text(`place-${String(claimId)}`)) }));
    const body = {
      lendingGroupId: event.params.id,
      claimIds: places.toSorted((a, b) => a.place - b.place).map((one) => one.claimId),
      reason: text('reason'),
    };
    return runCommand(event, 'lending.order-claims', body, {
      values,
      flash: renteng.orderDone,
      redirectTo: back(event),
    });
  },
  reverse: async (event) => {
    const { values, text } = await fields(event);
    const body = { entryId: text('entryId'), reason: text('reason') };
    return runCommand(event, 'lending.reverse-claim-entry', body, {
      values,
      flash: renteng.reversedDone,
      redirectTo: back(event),
    });
  },
};
