import { PassThrough, Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { computeLines } from './loan.ts';

const loan = (ref: number) =>
  JSON.stringify({
    ref,
    terms: {
      principal: '1000000',
      disbursedOn: '2026-01-05',
      annualRatePercent: '24',
      interestMethod: 'declining',
      installments: 12,
      repayEvery: { count: 1, unit: 'month' },
    },
  });

interface Answer {
  ref: number | null;
  error?: { code: string };
}

async function answersTo(text: string): Promise<Answer[]> {
  const output = new PassThrough();
  const read = output.toArray();
  await computeLines(Readable.from([Buffer.from(text)]), output);
  output.end();
  const lines = Buffer.concat((await read) as Buffer[])
    .toString()
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Answer);
}

it('answers line by line, in order, and goes on after one that cannot be computed', async () => {
  const answers = await answersTo(`${loan(1)}\n{"ref":\n\n${loan(3)}\n{"ref":4}`);
  expect(answers.map(({ ref, error }) => error?.code ?? ref)).toEqual([
    1,
    'lending.line-not-json',
    3,
    'lending.field-wrong',
  ]);
  expect(answers[3]?.ref).toBe(4);
});

it('reads no further than its answers are taken', async () => {
  let given = 0;
  const input = Readable.from(
    (function* () {
      for (; given < 5_000; given += 1) yield Buffer.from(`${loan(given)}\n`);
    })(),
    { objectMode: false },
  );
  const output = new PassThrough();
  const done = computeLines(input, output);
  for (let waited = 0; waited < 50; waited += 1) await turn();
  expect(given).toBeLessThan(500);
  let lines = 0;
  for await (const chunk of output) {
    lines += String(chunk).split('\n').length - 1;
    if (lines >= 5_000) output.end();
  }
  await done;
  expect(lines).toBe(5_000);
});
