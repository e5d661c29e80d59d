import type { BusinessDate } from '#kernel/date.ts';
import type { Notice } from '#kernel/parsed.ts';
import type { IncomingKind } from '#domains/partners/file/file-layout.ts';
import type { ReadLine, Reading } from '#domains/partners/file/read-file.ts';
import type { LineOutcome } from './partner-file.ts';
import { judgedProblems } from './problems.ts';

/** A candidate as a decision line meets her. */
export interface KnownCandidate {
  readonly id: string;
  readonly personId: string;
  readonly state: 'sent' | 'approved' | 'refused';
  readonly reason: string | null;
}

/** A partner's loan as a line meets it; amounts in its smallest unit. */
export interface KnownLoan {
  readonly id: string;
  readonly personId: string;
  readonly principal: bigint;
  readonly disbursedOn: BusinessDate;
}

/** What earlier files said, by the key of a line: the fields that would be written. */
export interface KnownBooks {
  readonly candidates: ReadonlyMap<string, KnownCandidate>;
  readonly loans: ReadonlyMap<string, KnownLoan>;
  readonly said: ReadonlyMap<string, Reading>;
}

export interface JudgedLine extends ReadLine {
  readonly outcome: LineOutcome;
  readonly loanId: string | null;
}

/**
 * What a line of a lender's file means to the books: new, the same again, changed, about somebody or something we do
 * not know, or wrong. Looks at one line only, so the order of lines makes no difference.
 */
export function judgeLine(
  file: { kind: IncomingKind; asOf: BusinessDate },
  line: ReadLine,
  books: KnownBooks,
): JudgedLine {
  if (line.problem !== null) return { ...line, outcome: 'wrong', loanId: null };
  if (file.kind === 'decisions') return judgeDecision(line, books);
  const number = line.reading.loanNumber ?? '';
  const loan = books.loans.get(number);
  if (!loan) {
    return {
      ...line,
      outcome: 'unknown',
      problem: judgedProblems.unknownLoan(number),
      loanId: null,
    };
  }
  const problem = contradictionOf(file, line.reading, loan);
  if (problem) return { ...line, outcome: 'wrong', problem, loanId: loan.id };
  const before = books.said.get(line.key ?? '');
  const outcome = before === undefined ? 'new' : says(before, line.reading) ? 'same' : 'changed';
  if (outcome === 'changed' && file.kind === 'repayments') {
    return { ...line, outcome: 'wrong', problem: judgedProblems.saidOtherwise(), loanId: loan.id };
  }
  return { ...line, outcome, loanId: loan.id };
}

function judgeDecision(line: ReadLine, books: KnownBooks): JudgedLine {
  const { reading } = line;
  const reference = reading.reference ?? '';
  const candidate = books.candidates.get(reference);
  const wrong = (problem: Notice): JudgedLine => ({
    ...line,
    outcome: 'wrong',
    problem,
    loanId: null,
  });
  if (!candidate) {
    const problem = judgedProblems.unknownReference(reference);
    return { ...line, outcome: 'unknown', problem, loanId: null };
  }
  const loan = reading.loanNumber ? books.loans.get(reading.loanNumber) : undefined;
  if (loan && loan.personId !== candidate.personId) {
    return wrong(judgedProblems.loanOfAnother(reading.loanNumber ?? ''));
  }
  const sameLoan =
    !loan ||
    (loan.principal === BigInt(reading.principal ?? '0') &&
      loan.disbursedOn === reading.disbursedOn);
  if (!sameLoan) return wrong(judgedProblems.loanChanged());
  if (candidate.state === 'sent') return { ...line, outcome: 'new', loanId: loan?.id ?? null };
  const sameReason = candidate.state !== 'refused' || candidate.reason === reading.reason;
  if (candidate.state !== reading.decision || !sameReason)
    return wrong(judgedProblems.decidedOtherwise());
  const bringsLoan = Boolean(reading.loanNumber) && !loan;
  return { ...line, outcome: bringsLoan ? 'changed' : 'same', loanId: loan?.id ?? null };
}

function contradictionOf(
  file: { kind: IncomingKind; asOf: BusinessDate },
  reading: Reading,
  loan: KnownLoan,
): Notice | null {
  if (file.kind === 'repayments') {
    const paidOn = reading.paidOn ?? '';
    if (paidOn < loan.disbursedOn) return judgedProblems.beforeLoan(loan.disbursedOn);
    if (paidOn > file.asOf) return judgedProblems.afterFile(file.asOf);
  }
  if (file.kind === 'grades' && BigInt(reading.outstanding ?? '0') > loan.principal) {
    return judgedProblems.moreThanPrincipal();
  }
  return null;
}

/** Whether a line says again what is known; fields that are not kept, such as a total, do not count. */
function says(before: Reading, now: Reading): boolean {
  return Object.entries(before).every(([field, value]) => (now[field] ?? null) === value);
}
