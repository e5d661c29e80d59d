import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findLoan, getLoanInHand, lifeOf } from '#domains/lending/server/index.ts';
import type { LoanPaper } from '#domains/lending/server/index.ts';
import { isId } from '#kernel/id.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { downloadStream } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';

/** One of a loan's papers as a PDF, for whoever may see the loan. */
export async function loanPaper(
  event: RequestEvent,
  name: string,
  print: (paper: LoanPaper, hand: LoanInHand) => Promise<Uint8Array>,
): Promise<Response> {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const id = event.params.id ?? '';
  if (!isId(id)) throw lendingProblems.unknownLoan();
  const { paper, hand } = await app.read(city, async (db) => {
    const loan = await findLoan(db, { id, on: today }, scopeOf(actor, 'see.loans'));
    if (!loan) throw lendingProblems.unknownLoan();
    const { origin } = app.settings;
    return {
      paper: {
        loan,
        life: await lifeOf(db, id),
        on: today,
        url: `${origin}/pembiayaan/pinjaman/${id}`,
        origin: `${origin}/asal/${loan.number}`,
      },
      hand: await getLoanInHand(db, id),
    };
  });
  return downloadStream(Readable.from([await print(paper, hand)]), {
    name: `${name} ${paper.loan.number}.pdf`,
    type: 'application/pdf',
  });
}
