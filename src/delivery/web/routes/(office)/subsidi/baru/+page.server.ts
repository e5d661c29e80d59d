import { scopeOf } from '#domains/access/who-may.ts';
import { listPartnerLenders } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import { parseRupiah } from '#kernel/money.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { subsidyWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'lending.offer-subsidy');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'lending.offer-subsidy');
  const lenders = await app.read(city, (db) => listPartnerLenders(db, scope));
  return { lenders, today, commandId: newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const decimal = (name: string) => text(name).replace(',', '.').replace(/\s*%$/, '');
    const rupiah = (name: string) => {
      const read = parseRupiah(text(name));
      return read.ok ? read.value.toString() : text(name);
    };
    const body = {
      agreementId: text('commandId'),
      institutionId: text('institutionId'),
      number: text('number'),
      name: text('name'),
      validFrom: text('validFrom'),
      validTo: text('validTo'),
      borrowerRatePercent: decimal('borrowerRatePercent'),
      governmentSharePercent: decimal('governmentSharePercent'),
      capRupiah: rupiah('capRupiah'),
      mostPrincipalRupiah: rupiah('mostPrincipalRupiah'),
      budgetLine: text('budgetLine'),
      sourceDocument: text('sourceDocument'),
    };
    return runCommand(event, 'lending.offer-subsidy', body, {
      values,
      flash: words.offered,
      redirectTo: '/subsidi',
    });
  },
};
