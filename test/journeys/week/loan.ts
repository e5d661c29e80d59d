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

  const lender = await visitors.as('koperasi', path);
  await lender.getByRole('button', { name: 'Rekomendasikan' }).click();
  await lender.getByText('Direkomendasikan').first().waitFor();
  const approver = await visitors.as('koperasi.ketua', path);
  await approver.getByRole('button', { name: 'Setujui' }).click();
  await approver.getByText('Disetujui').first().waitFor();
  const paying = await visitors.as('koperasi', path);
  await paying.getByRole('button', { name: /Cairkan/ }).click();
  await paying.getByText('Dicairkan').first().waitFor();
  await lookAt(paying);
}
