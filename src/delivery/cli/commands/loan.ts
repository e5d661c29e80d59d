import type { Readable, Writable } from 'node:stream';
import { computeLoan, refusedLine } from '#domains/lending/compute-loan.ts';
import { computeProblems } from '#domains/lending/compute-problems.ts';
import type { CliCommand } from '../cli-command.ts';
import { linesOf, writeAll } from '../ndjson.ts';

// A schedule of ten years of days with every day named and paid is about 1 MB.
const mostBytes = 4 * 1024 * 1024;

export const loanComputeCommand: CliCommand = {
  name: 'loan compute',
  summary:
    'Computes schedules, allocations and payoffs of loans given as NDJSON; needs no database.',
  usage: '< LOANS.ndjson > ANSWERS.ndjson',
  help: `Reads one JSON object a line from standard input and writes one answer a line, in order, with the same "ref".
  { "ref": "a1",
    "terms": { "principal": "2000000", "disbursedOn": "2026-01-05", "annualRatePercent": "25",
      "interestMethod": "flat", "amortization": "equal-installments",
      "installments": 50, "repayEvery": { "count": 1, "unit": "week" } },
    "events": [{ "id": "t1", "kind": "repayment", "on": "2026-01-12", "amount": "50000" }],
    "asOf": "2026-02-01" }
Amounts are decimal strings in the currency's units, without thousands separators; "3" is 3 percent. A line that
cannot be computed answers {"ref":…,"error":{"code","message"}} and the rest go on; the exit code is 0.
Every field, the rules of rounding and counting, and the events: docs/operators.md, "Computing loans".`,
  async run() {
    await computeLines(process.stdin, process.stdout);
    return 0;
  },
};

/** Answers every line of a stream of loans, one at a time, so that memory does not grow with their number. */
export async function computeLines(input: Readable, output: Writable): Promise<void> {
  await writeAll(output, answers(input));
  // A reader that went away leaves input nobody needs.
  input.destroy();
}

async function* answers(input: Readable): AsyncGenerator<string> {
  for await (const line of linesOf(input, mostBytes)) {
    const answer =
      line === null
        ? refusedLine(null, computeProblems.lineTooLong({ mostBytes }))
        : computeLoan(line);
    yield `${JSON.stringify(answer)}\n`;
  }
}
