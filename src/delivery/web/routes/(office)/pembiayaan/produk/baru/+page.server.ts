import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { newId } from '#kernel/id.ts';
import { parseRupiah } from '#kernel/money.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { productWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const { institution } = scopeOf(actor, 'lending.offer-product');
  const lenders = await app.read(city, (db) => listLenders(db, today));
  const own = lenders.filter(
    (lender) => lender.books === 'kept-here' && institution.includes(lender.id),
  );
  const verdict = mayDo(actor, 'lending.offer-product', { institution: own[0]?.id ?? null });
  return { lenders: own, today, blocked: mayWords(verdict), commandId: newId() };
};

const every: Record<string, { count: number; unit: string }> = {
  week: { count: 1, unit: 'week' },
  twoWeeks: { count: 2, unit: 'week' },
  month: { count: 1, unit: 'month' },
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const decimal = (name: string) => text(name).replace(',', '.').replace(/\s*%$/, '');
    const body = {
      productId: text('commandId'),
      institutionId: text('institutionId'),
      code: text('code'),
      name: text('name'),
      terms: {
        annualRatePercent: decimal('terms.annualRatePercent'),
        rateBasis: text('terms.rateBasis'),
        interestMethod: text('terms.interestMethod'),
        amortization: 'equal-installments',
        installments: Number(text('terms.installments')),
        repayEvery: every[text('every')],
        interestPeriod: 'same-as-repayment',
        dayCount: { year: '365', month: 'actual' },
        annuity: 'nominal',
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      },
      minimumRupiah: digitsOf(text('minimumRupiah')),
      maximumRupiah: digitsOf(text('maximumRupiah')),
      stepRupiah: digitsOf(text('stepRupiah')),
      compulsorySavingsPercent: decimal('compulsorySavingsPercent'),
      jointLiability: data.get('jointLiability') !== null,
      sourceDocument: text('sourceDocument'),
      validFrom: text('validFrom'),
      validTo: text('validTo') || null,
    };
    return runCommand(event, 'lending.offer-product', body, {
      values,
      flash: productWords.offered,
      redirectTo: '/pembiayaan/produk',
    });
  },
};

/** What was typed as digits; what is no amount stays as it is and is refused beside its field. */
function digitsOf(typed: string): string {
  const parsed = parseRupiah(typed);
  return parsed.ok ? parsed.value.toString() : typed;
}
