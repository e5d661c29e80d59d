import type { Json } from '#platform/command/command.ts';
import type { LoanStep } from './loan-steps.ts';

const reversalLimit = 500_000;
const reason = 'menurut lembar uji';

/** Whether somebody else has to let it through. */
export function needsSecond(step: LoanStep): boolean {
  if (step.kind === 'reverse') return step.amount > reversalLimit;
  return ['waive', 'restructure', 'write-off', 'forgive'].includes(step.kind);
}

/** The command by which an officer asks for a step; what it does is said by the step. */
export function commandOf(step: LoanStep): { kind: string; body: Record<string, Json> } {
  const document = 'Keputusan pengurus 7/2026';
  switch (step.kind) {
    case 'repay': {
      const cover: Record<string, Json> =
        step.coveredBy === undefined
          ? {}
          : { asCover: true, payerId: step.coveredBy, agreedOn: '2026-01-01' };
      const { id: repaymentId, on, excess } = step;
      return {
        kind: 'record-repayment',
        body: { repaymentId, amountRupiah: String(step.amount), on, excess, ...cover },
      };
    }
    case 'charge': {
      const { id: chargeId, charge: kind, on, dueOn: due } = step;
      const amountRupiah = String(step.amount);
      return {
        kind: 'charge-loan',
        body: { chargeId, kind, on, dueOn: due, amountRupiah, reason },
      };
    }
    case 'waive':
      return {
        kind: 'waive',
        body: { part: step.part, amountRupiah: String(step.amount), reason },
      };
    case 'reverse':
      return {
        kind: 'reverse-entry',
        body: { entryId: step.entryId, amountRupiah: String(step.amount), reason },
      };
    case 'restructure':
      return {
        kind: 'restructure-loan',
        body: {
          annualRatePercent: '10',
          installments: 6,
          repayEvery: { count: 2, unit: 'week' },
          firstDueOn: step.firstDueOn,
          reason,
        },
      };
    case 'write-off':
      return { kind: 'write-off-loan', body: { document, reason } };
    case 'recover':
      return {
        kind: 'record-recovery',
        body: { recoveryId: step.id, on: step.on, amountRupiah: String(step.amount) },
      };
    case 'forgive':
      return {
        kind: 'forgive-debt',
        body: { document, reason, amountRupiah: String(step.amount) },
      };
    case 'refund':
      return {
        kind: 'refund-overpayment',
        body: { amountRupiah: String(step.amount), to: step.to },
      };
  }
}
