import type { AnyCommand } from '#platform/command/command.ts';
import { addAccount } from './add-account.ts';
import { bookLine } from './book-line.ts';
import { closeAccount } from './close-account.ts';
import { closeBookDay } from './close-book-day.ts';
import { closeMonth } from './close-month.ts';
import { countCash } from './count-cash.ts';
import { depositAtBank } from './deposit-at-bank.ts';
import { distributeShu } from './distribute-shu.ts';
import { importOpeningBalances } from './import-opening-balances.ts';
import { importStatement } from './import-statement.ts';
import { layChartCommand } from './lay-chart.ts';
import { matchLine } from './match-line.ts';
import { openBookCommand } from './open-book.ts';
import { postManualJournal } from './post-manual-journal.ts';
import { registerBankAccount } from './register-bank-account.ts';
import { reverseJournal } from './reverse-journal.ts';
import { setShuRule } from './set-shu-rule.ts';

export const ledgerCommands: AnyCommand[] = [
  openBookCommand,
  layChartCommand,
  addAccount,
  closeAccount,
  postManualJournal,
  reverseJournal,
  importOpeningBalances,
  closeBookDay,
  closeMonth,
  setShuRule,
  distributeShu,
  countCash,
  registerBankAccount,
  depositAtBank,
  importStatement,
  matchLine,
  bookLine,
];

export { getBook, leavesOf, openAccounts, openBook, postJournals } from './ledger-store.ts';
export type { Book, NewAccount } from './ledger-store.ts';
export { controlMovement } from './control-movement.ts';
export { exportCsv, exportHledger } from './export-journal.ts';
export { trialBalance } from './trial-balance.ts';
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
export { listChart, postableAccounts } from './chart-pages.ts';
export type { ChartAccount } from './chart-pages.ts';
export { findJournal, journalKinds, listJournals } from './journal-pages.ts';
export type { JournalAsk, JournalDetail, JournalRow } from './journal-pages.ts';
export { firstOpenMonth, listPeriods } from './close-month.ts';
export type { Period } from './close-month.ts';
export { hasOpeningBalances } from './import-opening-balances.ts';
export { findDistribution, findShuRule, surplusOfYear } from './shu-store.ts';
export type { ShuDistribution, ShuRule } from './shu-store.ts';
export { findBook, listBooks } from './book-pages.ts';
export type { BookRow } from './book-pages.ts';
export { accountEntries, movements } from './report-pages.ts';
export type { AccountEntry } from './report-pages.ts';
export { listBankAccounts, matchedLines } from './bank-pages.ts';
export type { BankAccountRow, MatchedLine } from './bank-pages.ts';
export { getBankAccount, openDeposits, openEntries, openLines, slipPhoto } from './bank-store.ts';
export type { BankAccount } from './bank-store.ts';
export { lastCount, recordCount } from './count-cash.ts';
export type { CashCount, Pieces } from './count-cash.ts';
export { closingState } from './closing-pages.ts';
export type { ClosingState } from './closing-pages.ts';
export { printStatement } from './print-statement.ts';
export type { PrintedStatement } from './print-statement.ts';
