import { openBookCommand } from './open-book.ts';

export { getBook, leavesOf, openAccounts, openBook, postJournals } from './ledger-store.ts';
export type { Book, NewAccount } from './ledger-store.ts';

export const ledgerCommands = [openBookCommand];
export { controlMovement } from './control-movement.ts';
export { exportCsv, exportHledger } from './export-journal.ts';
export { controlTotals, trialBalance } from './trial-balance.ts';
export type { AccountBalance } from './trial-balance.ts';
export { verifyBooks } from './verify-books.ts';
export type { Check } from './verify-books.ts';
export {
  dayState,
  finishClosingDay,
  lastClosedDay,
  startClosingDay,
  uncountedCash,
} from './closing-day.ts';
export type { ClosingDay, DayState, UncountedCash } from './closing-day.ts';
