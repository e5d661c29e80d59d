import { expect, test } from 'vitest';
import { Refusal } from '#platform/command/problem.ts';
import { readSpreadsheet, readWholeSpreadsheet } from './read-spreadsheet.ts';

const text = (content: string) => new TextEncoder().encode(content);

async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  try {
    await readWholeSpreadsheet({ bytes }, { limits });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}

test('a fault found in the thread comes back as a refusal that names the remedy', async () => {
  await expect(readWholeSpreadsheet({ bytes: text('%PDF-1.7') })).rejects.toMatchObject({
    code: 'spreadsheet.not-a-spreadsheet',
    status: 415,
    field: 'file',
  });
});

test('a file is read from its path and refused there when it is too big', async () => {
  const path = new URL(import.meta.url).pathname;
  await expect(readWholeSpreadsheet({ path }, { limits: { bytes: 10 } })).rejects.toMatchObject({
    code: 'spreadsheet.too-big',
  });
});

test('a file that takes too long is given up and its thread ended', async () => {
  const bytes = text('a,b\n'.repeat(90_000));
  expect(await refusal(bytes, { milliseconds: 1 })).toBe('spreadsheet.too-slow');
});

test('waiting for whoever takes the rows does not count as parsing time', async () => {
  let rows = 0;
  const source = { bytes: text('a,b\n'.repeat(1500)) };
  for await (const batch of readSpreadsheet(source, { limits: { milliseconds: 5000 } })) {
    rows += batch.rows.length;
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  expect(rows).toBe(1500);
});

test('reading can be cancelled between batches and reports its progress', async () => {
  const controller = new AbortController();
  const shares: number[] = [];
  const reading = async () => {
    const source = { bytes: text('a,b\n'.repeat(20_000)) };
    const options = {
      signal: controller.signal,
      onProgress: ({ share }: { share: number }) => void shares.push(share),
    };
    for await (const batch of readSpreadsheet(source, options)) {
      if (batch.rows[0]!.number > 1000) controller.abort(new Error('cancelled by her'));
    }
  };
  await expect(reading()).rejects.toThrow('cancelled by her');
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
});
