export { planDeposits } from '../deposit.ts';
export type { DepositPlan, DepositSheet, Movement, MovementSource } from '../deposit.ts';
export type { SavingsAccount, SavingsKind } from '../savings-account.ts';
export {
  openSavingsAccounts,
  recordMovements,
  savingsAccountsOf,
  savingsLinesOf,
} from './savings-store.ts';
export type { Opening, SavingsLine } from './savings-store.ts';
