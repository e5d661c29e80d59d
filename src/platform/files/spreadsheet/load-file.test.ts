import { appendFileSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loadSpreadsheetFile } from './load-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-load-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('ten gigabytes are refused by their size, before a byte is read', async () => {
  const path = file('besar.xlsx', '');
  truncateSync(path, 10_000_000_000);
  const before = process.memoryUsage().rss;
  await expect(loadSpreadsheetFile(path)).rejects.toMatchObject({ code: 'spreadsheet.too-big' });
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test('a file somebody saves while it is read is refused, not read half old and half new', async () => {
  const path = file('dibuka.csv', Buffer.alloc(2_000_000, 'nama,alamat\n'));
  const loading = loadSpreadsheetFile(path);
  const loaded = { yet: false };
  const refused = expect(
    loading.finally(() => {
      loaded.yet = true;
    }),
  ).rejects.toMatchObject({ code: 'spreadsheet.changed-meanwhile' });
  // However busy the machine is, it is saved between any two looks at it.
  while (!loaded.yet) {
    appendFileSync(path, 'Siti,Jl. Mawar\n');
    await turn();
  }
  await refused;
});

test('a file nobody touches is read whole', async () => {
  const bytes = await loadSpreadsheetFile(file('biasa.csv', 'nama\nSiti\n'));
  expect(Buffer.from(bytes).toString()).toBe('nama\nSiti\n');
});
