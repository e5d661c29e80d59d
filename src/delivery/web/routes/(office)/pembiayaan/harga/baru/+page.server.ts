import { fail } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { listWrittenOffers } from '#domains/lending/server/index.ts';
import { listInstitutions } from '#domains/partners/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { digitsOf, percentOf, rateQuestion, termsOf } from '../../terms-form.ts';
import { pricesWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { newOfferValues, valuesOfOffer } from './values.ts';

/** `?ganti=` an offer: its price begins the form, and the new one takes its place. `?cara=cerita`: as people tell it. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const { searchParams } = event.url;
  const scope = scopeOf(actor, 'lending.publish-offer');
  const replaces = searchParams.get('ganti');
  const { institutions, old } = await app.read(city, async (db) => ({
    institutions: await listInstitutions(db, { on: today }),
    old: isId(replaces)
      ? (await listWrittenOffers(db)).find((offer) => offer.id === replaces)
      : undefined,
  }));
  const own = institutions.filter((one) => scope.all || scope.institution.includes(one.id));
  const told = old ? old.price.kind === 'told' : searchParams.get('cara') === 'cerita';
  return {
    institutions: own.map((one) => ({ value: one.id, label: one.shortName })),
    old: old ? { id: old.id, name: old.name } : null,
    told,
    values: old ? valuesOfOffer(old, today) : newOfferValues(today),
    today,
    blocked: mayWords(mayDo(actor, 'lending.publish-offer', { institution: own[0]?.id ?? null })),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const question = text('cara') === 'told' ? null : rateQuestion(text);
    if (question) {
      const fields = { [text('ratePer') ? 'terms.annualRatePercent' : 'ratePer']: question };
      return fail(422, {
        problem: { code: 'lending.rate-in-doubt', words: question, fields },
        values,
      });
    }
    const body = {
      offerId: text('commandId'),
      institutionId: text('institutionId'),
      name: text('name'),
      lender: text('lender'),
      sort: text('sort'),
      unsettled: text('unsettled') || null,
      sourceDocument: text('sourceDocument'),
      validFrom: text('validFrom'),
      validTo: text('validTo') || null,
      replacesId: text('replacesId') || null,
      price: text('cara') === 'told' ? toldOf(text) : byTermsOf(text),
    };
    return runCommand(event, 'lending.publish-offer', body, {
      values,
      flash: pricesWords.proposed,
      redirectTo: '/pembiayaan/harga',
    });
  },
};

type Text = (name: string) => string;

function toldOf(text: Text) {
  return {
    kind: 'told',
    askedRupiah: digitsOf(text('price.askedRupiah')),
    receivedRupiah: digitsOf(text('price.receivedRupiah')),
    instalmentRupiah: digitsOf(text('price.instalmentRupiah')),
    installments: Number(text('price.installments') || Number.NaN),
    repayEvery: {
      count: Number(text('price.repayEvery.count') || Number.NaN),
      unit: text('price.repayEvery.unit'),
    },
  };
}

function byTermsOf(text: Text) {
  const most = text('price.mostInstallments');
  return {
    kind: 'terms',
    terms: termsOf(text),
    minimumRupiah: digitsOf(text('price.minimumRupiah')),
    maximumRupiah: digitsOf(text('price.maximumRupiah')),
    mostInstallments: most === '' ? null : Number(most),
    upfrontFeePercent: percentOf(text('price.upfrontFeePercent') || '0'),
    savingsPercent: percentOf(text('price.savingsPercent') || '0'),
  };
}
