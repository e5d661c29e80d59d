import { payoffQuote } from '#domains/lending/life/plan-repayment.ts';
import { printPayoffQuotes } from '#domains/lending/server/index.ts';
import { loanPaper } from '../paper.ts';
import type { RequestHandler } from './$types';

const rules = ['whole-plan', 'running-period', 'due-only'] as const;

/** What pays the loan off today. */
export const GET: RequestHandler = (event) =>
  loanPaper(event, 'Penawaran pelunasan', (paper, hand) =>
    printPayoffQuotes(
      paper,
      rules.map((interest) => payoffQuote(hand, { on: paper.on, interest })),
    ),
  );
