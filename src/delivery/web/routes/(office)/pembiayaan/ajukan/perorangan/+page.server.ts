import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { isFor } from '#domains/lending/borrowers.ts';
import { checkPerson, personLoanRules } from '#domains/lending/eligibility.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findBorrower, listProducts, placeOfPerson } from '#domains/lending/server/index.ts';
import { listPeople } from '#domains/registry/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { digitsOf } from '../../terms-form.ts';
import { applyWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

/** People shown for choosing; a search narrows them. */
const mostPeople = 25;

/** Three steps, each an address: who, which product, how much. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const query = event.url.searchParams;
  const personId = query.get('orang');
  const q = query.get('q')?.trim() ?? '';
  return app.read(city, async (db) => {
    if (!isId(personId)) {
      const list = { q, sort: 'name', direction: 'asc', size: mostPeople, offset: 0 } as const;
      const { rows } = await listPeople(db, {
        scope: scopeOf(actor, 'lending.apply-for-person'),
        list: { ...list, filters: {} },
      });
      const mayApply = maySee(actor, 'lending.apply-for-person');
      return { step: 'person' as const, mayApply, q, people: rows };
    }
    const place = await placeOfPerson(db, personId);
    const blocked = mayWords(mayDo(actor, 'lending.apply-for-person', place));
    // Whoever may not apply for her does not read her pre-check either.
    if (blocked) throw lendingProblems.unknownBorrower();
    const offered = await listProducts(db, {
      on: today,
      scope: scopeOf(actor, 'see.applications'),
    });
    const products = offered.filter((product) => isFor(product, 'person'));
    const product =
      products.find((each) => each.id === query.get('produk')) ??
      (products.length === 1 ? products[0] : undefined);
    const institutionId = product?.institutionId ?? products[0]?.institutionId ?? null;
    const person =
      institutionId && (await findBorrower(db, { personId, institutionId, on: today }));
    if (!product || !person)
      return { step: 'product' as const, mayApply: true, personId, products };
    return {
      step: 'ask' as const,
      mayApply: true,
      person: { id: person.personId, name: person.name, business: person.facts.businessName },
      product,
      severalProducts: products.length > 1,
      checks: checkPerson(
        { ...person.facts, amountRupiah: product.minimumRupiah },
        { ...personLoanRules, ...product },
      ),
      firstDueOn: addDays(today, 7),
      earliest: addDays(today, 1),
      commandId: newId(),
    };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const applicationId = text('commandId');
    const body = {
      applicationId,
      personId: text('personId'),
      productId: text('productId'),
      firstDueOn: text('firstDueOn'),
      amountRupiah: digitsOf(text('amountRupiah')),
      purpose: text('purpose'),
      consents: data.get('consents') !== null,
    };
    return runCommand(event, 'lending.apply-for-person', body, {
      values,
      flash: applyWords.sent,
      redirectTo: `/pembiayaan/pengajuan/${applicationId}`,
    });
  },
};
