import { printStatement } from '#domains/lending/server/index.ts';
import { loanPaper } from '../paper.ts';
import type { RequestHandler } from './$types';

/** The loan's statement: everything that happened to it. */
export const GET: RequestHandler = (event) => loanPaper(event, 'Rekening koran', printStatement);
