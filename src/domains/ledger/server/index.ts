export { getBook, leavesOf, openAccounts, openBook, postJournals } from './ledger-store.ts';
export type { Book, NewAccount } from './ledger-store.ts';
