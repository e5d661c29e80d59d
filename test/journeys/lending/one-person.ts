import type { Page } from 'playwright-core';
import { lookAt } from '../week/visitors.ts';
import type { Visitors } from '../week/visitors.ts';

/** The cooperative offers its group product for one person alone too; its second person approves. */
export async function offerToOnePerson(visitors: Visitors): Promise<void> {
  const page = await visitors.as('koperasi', '/pembiayaan/produk');
  const product = await page
    .locator('main a[href*="/pembiayaan/produk/"]:not([href$=baru])')
    .first()
    .getAttribute('href');
  await page.goto(`/pembiayaan/produk/baru?dari=${product?.split('/').at(-1) ?? ''}`);
  await page.getByLabel('Nama produk').fill('Modal Perorangan');
  await page.getByLabel('Yang boleh mengajukan').selectOption('person');
  await page.getByLabel('Tanggung renteng').uncheck();
  await page.getByLabel('Dokumen asal').fill('SK Pengurus 11/2026');
  await page.getByLabel('Kode', { exact: true }).fill('modal-perorangan');
  await lookAt(page);
  await page.getByRole('button', { name: 'Usulkan', exact: true }).click();
  await page.waitForURL(/\/pembiayaan\/produk$/u);
  await approveOf(visitors, 'Modal Perorangan');
}

/** An officer takes in one person's application; two people of the lender decide; the money goes out in two parts. */
export async function lendToOnePerson(visitors: Visitors, name: string): Promise<string> {
  const page = await visitors.as(
    'petugas',
    `/pembiayaan/ajukan/perorangan?q=${encodeURIComponent(name)}`,
  );
  await lookAt(page);
  await page.locator('main a[href*="orang="]').first().click();
  await page.getByRole('link', { name: /Modal Perorangan/u }).click();
  await page.getByLabel('Jumlah').waitFor();
  await page.getByLabel('Untuk apa').fill('Etalase');
  const consent = page.getByLabel('Pernyataan sudah dibacakan');
  if ((await consent.count()) > 0) await consent.check();
  await lookAt(page);
  await page.getByRole('button', { name: 'Kirim pengajuan' }).click();
  await page.waitForURL(/pengajuan\/[0-9a-f-]{36}/u);
  const path = new URL(page.url()).pathname;
  await press(await visitors.as('koperasi', path), 'Rekomendasikan');
  await press(await visitors.as('koperasi.ketua', path), 'Setujui');
  const paying = await visitors.as('koperasi', path);
  await paying.getByText('Bertahap, atau melunasi utang lama').click();
  await paying.getByLabel('Pemberi pinjaman lama').fill('Bank keliling');
  await paying.getByLabel('Dibayarkan kepadanya').fill('500.000');
  await paying.getByLabel('Bukti').fill('Kuitansi 14');
  await lookAt(paying);
  await press(paying, 'Cairkan');
  await paying.getByRole('link', { name: /^PJ-/u }).click();
  await paying.getByText('Bank keliling').waitFor();
  await lookAt(paying);
  return new URL(paying.url()).pathname;
}

/** Her instalment is lowered as the what-if showed it; answers the two sentences that must be the same amount. */
export async function lowerInstalment(
  visitors: Visitors,
  loanPath: string,
): Promise<{ shown: string; stands: string }> {
  const loanId = loanPath.split('/').at(-1) ?? '';
  const page = await visitors.as('koperasi', `/pembiayaan/andai?pinjaman=${loanId}`);
  await page.getByLabel('Ringankan angsuran').selectOption('75');
  await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await page.waitForURL(/turun=75/);
  const shown = await page.locator('td[data-label="Angsuran"] b').innerText();
  await lookAt(page);
  await page.getByLabel('Alasan').fill('dagangan sepi sesudah banjir');
  await page.getByRole('button', { name: 'Usulkan penyusunan ulang' }).click();
  await page.waitForURL((url) => url.pathname === loanPath);
  await approveOf(visitors, 'dagangan sepi');
  const after = await visitors.as('koperasi', loanPath);
  // The schedule, not the figure above it: that one adds the fee which is asked with the instalment.
  const stands = await after.locator('main table tbody').first().innerText();
  return { shown, stands };
}

/** The second person of the lender lets a proposal through from Today. */
async function approveOf(visitors: Visitors, words: string): Promise<void> {
  const page = await visitors.as('koperasi.ketua', '/hari-ini');
  const proposal = page.locator('article', { hasText: words });
  await proposal.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Disetujui dan dijalankan.').waitFor();
}

/** Presses a step's button; once it is done the page offers it no more. */
async function press(page: Page, step: string): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}
