import { printCard } from '#domains/lending/server/index.ts';
import { loanPaper } from '../paper.ts';
import type { RequestHandler } from './$types';

/** The borrower's card: her schedule, with a place to sign. */
export const GET: RequestHandler = (event) => loanPaper(event, 'Kartu angsuran', printCard);
