import { fail } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { closedDaysFrom, listProducts } from '#domains/lending/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { besideFields, conditionsOf } from '../../conditions-form.ts';
import { digitsOf, percentOf, rateQuestion, termsOf } from '../../terms-form.ts';
import { productWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';
import { newProductValues, valuesOfProduct } from './values.ts';

/** With `?dari=` an existing product, its terms are there to begin with: a new version of it. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const { institution } = scopeOf(actor, 'lending.offer-product');
  const scope = scopeOf(actor, 'see.applications');
  const from = event.url.searchParams.get('dari');
  const { lenders, earlier, closed } = await app.read(city, async (db) => ({
    lenders: await listLenders(db, today),
    closed: await closedDaysFrom(db, today),
    earlier: from ? (await listProducts(db, { scope })).find((one) => one.id === from) : undefined,
  }));
  const own = lenders.filter(
    (lender) => lender.books === 'kept-here' && institution.includes(lender.id),
  );
  const verdict = mayDo(actor, 'lending.offer-product', { institution: own[0]?.id ?? null });
  return {
    lenders: own.map((lender) => ({ value: lender.id, label: lender.shortName })),
    values: earlier ? valuesOfProduct(earlier, today) : newProductValues(today),
    earlierName: earlier?.name ?? null,
    today,
    closed,
    blocked: mayWords(verdict),
    commandId: newId(),
  };
};

export const actions: Actions = {
  /** Without JavaScript: the page again, with the example of what was typed. */
  hitung: async (event) => ({ values: (await readForm(event)).values, problem: undefined }),
  propose: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const question = rateQuestion(text);
    if (question) {
      const fields = { [text('ratePer') ? 'terms.annualRatePercent' : 'ratePer']: question };
      return fail(422, {
        problem: { code: 'lending.rate-in-doubt', words: question, fields },
        values,
      });
    }
    const body = {
      productId: text('commandId'),
      institutionId: text('institutionId'),
      code: text('productCode'),
      name: text('name'),
      terms: { ...termsOf(text), ...conditionsOf(text) },
      minimumRupiah: digitsOf(text('minimumRupiah')),
      maximumRupiah: digitsOf(text('maximumRupiah')),
      stepRupiah: digitsOf(text('stepRupiah')),
      compulsorySavingsPercent: percentOf(text('compulsorySavingsPercent')),
      jointLiability: data.get('jointLiability') !== null,
      borrowers: text('borrowers'),
      sourceDocument: text('sourceDocument'),
      validFrom: text('validFrom'),
      validTo: text('validTo') || null,
    };
    const result = await runCommand(event, 'lending.offer-product', body, {
      values,
      flash: productWords.offered,
      redirectTo: '/pembiayaan/produk',
    });
    if (!('data' in result) || !result.data.problem) return result;
    const { problem } = result.data;
    return fail(result.status, {
      ...result.data,
      problem: { ...problem, fields: besideFields(problem.fields) },
    });
  },
};
