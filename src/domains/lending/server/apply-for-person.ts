import { recordConsents } from '#domains/registry/server/index.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { checkPerson, personLoanRules, summaryOf } from '../eligibility.ts';
import { applyForPersonInput } from '../input.ts';
import { lendingProblems } from '../problems.ts';
import { applicationNumber, assertFits, getAskedProduct } from './asked-product.ts';
import { insertApplication } from './application-store.ts';
import { findBorrower } from './person-facts.ts';
import { placeOfPerson } from './person-place.ts';

/**
 * One person asks one lender for money, for herself: nobody answers for her. Her pre-check is kept as it stood; what it
 * found refuses nobody.
 *
 * Refused when the product is not on offer or not for one person alone, the amount does not fit it, or the first
 * instalment is not after today.
 */
export const applyForPerson = defineCommand({
  kind: 'lending.apply-for-person',
  version: 1,
  input: applyForPersonInput,
  place: (tx, body) => placeOfPerson(tx, body.personId),
  async handle(tx, body, context) {
    const { personId, amountRupiah, purpose } = body;
    const { today } = context;
    const product = await getAskedProduct(tx, { ...body, who: 'person', today });
    const { institutionId } = product;
    await recordConsents(tx, {
      personIds: body.consents ? [personId] : [],
      purpose: 'share-with-lender',
      channel: 'spoken',
      at: context.now,
      recordedBy: context.actor.userId,
      institutionId,
    });
    const borrower = await findBorrower(tx, { personId, institutionId, on: today });
    if (!borrower) throw lendingProblems.unknownBorrower();
    const { name, businessId, facts } = borrower;
    assertFits(product, { name, amountRupiah });
    const checks = checkPerson({ ...facts, amountRupiah }, { ...personLoanRules, ...product });
    const number = await applicationNumber(tx, today);
    await insertApplication(tx, {
      id: body.applicationId,
      number,
      productId: product.id,
      firstDueOn: body.firstDueOn,
      submittedAt: context.now,
      submittedBy: context.actor.userId,
      lendingGroup: null,
      members: [{ personId, businessId, amountRupiah, purpose, checks }],
    });
    return {
      answer: { applicationId: body.applicationId, number },
      audit: {
        subject: { kind: 'application', id: body.applicationId },
        says: {
          id: `Mengajukan pembiayaan perorangan ${number}: ${name}, ${formatRupiah(amountRupiah, 'id')}`,
          en: `Applied for a loan for one person, ${number}: ${name}, ${formatRupiah(amountRupiah, 'en')}`,
        },
        data: { personId, productId: product.id, preCheck: summaryOf(checks) },
      },
    };
  },
});
