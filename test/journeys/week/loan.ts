import type { Page } from 'playwright-core';
import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

/** Step 3: the group applies, each member's pre-check is seen, two people decide, the money is handed out. */
export async function borrow(visitors: Visitors, groupPath: string): Promise<void> {
  const groupId = groupPath.split('/').at(-1) ?? '';
  const officer = await visitors.as('petugas', `/pembiayaan/ajukan?kelompok=${groupId}`);
  const products = officer.locator('ul.choices a');
  if ((await products.count()) > 0) await products.first().click();
  await officer.getByLabel('Untuk apa').first().fill('Bahan keripik');
  await lookAt(officer);
  await officer.getByRole('button', { name: 'Kirim pengajuan' }).click();
  await officer.waitForURL(/pengajuan\/[0-9a-f-]{36}/);
  const path = new URL(officer.url()).pathname;
  await lookAt(officer);

  await decide(await visitors.as('koperasi', path), 'Rekomendasikan');
  await decide(await visitors.as('koperasi.ketua', path), 'Setujui');
  const paying = await visitors.as('koperasi', path);
  await decide(paying, 'Cairkan');
  await lookAt(paying);
}

/** Presses a step's button; once it is done the page offers it no more. */
async function decide(page: Page, step: string): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}
