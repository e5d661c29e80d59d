import type { AnyCommand } from '#platform/command/command.ts';
import { divideShuAmongMembers } from './divide-shu.ts';
import type { InterestPaid } from './interest-port.ts';
import { payShu } from './pay-shu.ts';

/** @param interestPaid what members paid as interest, which lending knows */
export function savingsCommands(interestPaid: InterestPaid): AnyCommand[] {
  return [divideShuAmongMembers(interestPaid), payShu];
}

export { membersParts } from './divide-shu.ts';
export type { MembersPart } from './divide-shu.ts';
export { findDivision, listShuMembers, namesOfMembers } from './shu-store.ts';
export type { ShuDivision, ShuMemberRow } from './shu-store.ts';
export { planDeposits } from '../deposit.ts';
export type { DepositPlan, DepositSheet, Movement, MovementSource } from '../deposit.ts';
export type { SavingsAccount, SavingsKind } from '../savings-account.ts';
export {
  hasSavings,
  openSavingsAccounts,
  recordMovements,
  savedBy,
  savingsAccountsOf,
  savingsLinesOf,
} from './savings-store.ts';
export type { KeptAccount, Opening, SavingsLine } from './savings-store.ts';
export { verifySavings } from './verify-savings.ts';
