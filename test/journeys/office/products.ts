import { lookAt } from '../week/visitors.ts';
import type { Visitors } from '../week/visitors.ts';
import { approve } from './approve.ts';

/** An officer defines a product beside its live example; another person puts it on offer. */
export async function offerProduct(visitors: Visitors, name: string): Promise<void> {
  const page = await visitors.as('koperasi', '/pembiayaan/produk/baru');
  // The example counts along from here on.
  await page.waitForLoadState('networkidle');
  await page.fill('[name=name]', name);
  await page.fill('[name="terms.annualRatePercent"]', '18');
  await page.selectOption('[name=ratePer]', { index: 1 });
  await page.fill('[name="terms.installments"]', '12');
  await page.selectOption('[name="terms.repayEvery.unit"]', 'month');
  await page.fill('[name=minimumRupiah]', '1000000');
  await page.fill('[name=maximumRupiah]', '10000000');
  await page.fill('[name=stepRupiah]', '500000');
  await page.fill('[name=compulsorySavingsPercent]', '0');
  await page.fill('[name=contoh]', '6000000');
  await page.fill('[name=sourceDocument]', 'SK Pengurus 9/2026');
  await page.getByRole('button', { name: 'Hitung ulang' }).click();
  await page.getByText('Rp 6.000.000').first().waitFor();
  await lookAt(page);
  await page.fill('[name=productCode]', name.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  await page.getByRole('button', { name: 'Usulkan' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/baru'));
  await approve(visitors, 'koperasi.ketua', name);
  await page.goto('/pembiayaan/produk');
  const offered = page.getByText(name, { exact: true }).first();
  await offered.waitFor();
  await page.getByRole('link', { name: 'Lihat jadwal dan versi' }).first().click();
  await page.waitForURL(/produk\/[0-9a-f-]{36}/);
  await lookAt(page);
}
