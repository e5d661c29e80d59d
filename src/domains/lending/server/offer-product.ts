import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { getBook } from '#domains/ledger/server/index.ts';
import { savingsKeepers } from '#domains/partners/institution.ts';
import { findInstitution } from '#domains/partners/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { offerProductInput } from '../input.ts';
import { lendingProblems } from '../problems.ts';
import { assertComputable } from '../stored-terms.ts';
import { assertCodeFree, insertProduct } from './product-store.ts';

type Body = ReturnType<typeof offerProductInput.parse>;

/**
 * A lender offers a product: terms as data, with the days it is valid and the document it comes from. It
 * waits until a second person of the lender approves it, and is never changed afterwards.
 *
 * Refused when the lender's books are not kept here, when the code is taken, when no schedule can be computed from the
 * terms, and when something is to be set aside as savings at a lender that may not hold any.
 */
export const offerProduct = defineCommand({
  kind: 'lending.offer-product',
  version: 1,
  input: offerProductInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => offerWords(body),
  check: assertPossible,
  async handle(tx, body, context) {
    await assertPossible(tx, body, context);
    const { productId, ...product } = body;
    await insertProduct(tx, {
      ...product,
      id: productId,
      offeredAt: context.now,
      offeredBy: context.proposedBy ?? context.actor.userId,
    });
    return {
      answer: { productId },
      audit: {
        subject: { kind: 'product', id: productId },
        says: offerWords(body),
        data: { code: body.code, terms: body.terms, sourceDocument: body.sourceDocument },
      },
    };
  },
});

async function assertPossible(tx: Tx, body: Body, context: CommandContext): Promise<void> {
  await getBook(tx, body.institutionId);
  assertComputable(body.terms, {
    amounts: [body.minimumRupiah, body.maximumRupiah],
    today: context.today,
    savingsPercent: body.compulsorySavingsPercent,
  });
  const lender = await findInstitution(tx, body.institutionId);
  if (Number(body.compulsorySavingsPercent) > 0 && lender && !savingsKeepers.includes(lender.kind))
    throw lendingProblems.setAsideNowhere();
  await assertCodeFree(tx, body);
}

function offerWords(offer: {
  name: string;
  minimumRupiah: bigint;
  maximumRupiah: bigint;
  terms: { annualRatePercent: string };
}): Words {
  const { name, minimumRupiah: from, maximumRupiah: to, terms } = offer;
  return {
    id: `Menawarkan produk ${name}: ${formatRupiah(from, 'id')}–${formatRupiah(to, 'id')}, ${terms.annualRatePercent.replace('.', ',')} %`,
    en: `Offer the product ${name}: ${formatRupiah(from, 'en')}–${formatRupiah(to, 'en')}, ${terms.annualRatePercent} %`,
  };
}
