import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

/** Step 7: the mayor reads the page; a figure opens its definition, cut-off and rows, and downloads. */
export async function readFigures(visitors: Visitors): Promise<void> {
  const page = await visitors.as('walikota', '/laporan');
  await page.getByRole('heading', { name: /anggota, \d+ kelompok/ }).waitFor();
  await lookAt(page);
  await page.goto('/laporan/angka');
  await lookAt(page);
  for (const indicator of ['setoran-tepat', 'par30', 'pertemuan', 'temuan', 'terjangkau']) {
    await page.goto(`/laporan/angka/${indicator}`);
    await page.getByText('Definisi').first().waitFor();
    await lookAt(page);
    for (const [format, begins] of [
      ['xlsx', 'PK'],
      ['csv', ''],
    ] as const) {
      const href = await page
        .locator(`a[href*="unduh"][href*="${format}"]`)
        .first()
        .getAttribute('href');
      const response = await page.request.get(new URL(href ?? '', page.url()).href);
      const body = await response.body();
      if (
        response.status() !== 200 ||
        body.length < 20 ||
        !body.toString('latin1').startsWith(begins)
      ) {
        throw new Error(`${indicator} did not download as ${format}: ${response.status()}`);
      }
    }
  }
}
