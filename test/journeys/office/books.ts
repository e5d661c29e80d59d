import { lookAt } from '../week/visitors.ts';
import type { Visitors } from '../week/visitors.ts';
import { approve } from './approve.ts';

const book = '/buku/kop-bina-sejahtera';

/** Trial balance and balance sheet are read; a manual journal that does not balance is refused, one that does waits for another person. */
export async function keepBooks(visitors: Visitors, amount: number): Promise<void> {
  const page = await visitors.as('kasir', book);
  await lookAt(page);
  await page.goto(`${book}/neraca`);
  await lookAt(page);
  await page.goto(`${book}/laba-rugi`);
  await lookAt(page);

  const says = `Sewa kantor ${amount}`;
  await page.goto(`${book}/jurnal/baru`);
  await page.fill('[name=says]', says);
  await page.fill('[name=document]', `KW-${amount}`);
  await page.selectOption('[name="lines.0.number"]', '5902');
  await page.fill('[name="lines.0.debitRupiah"]', String(amount));
  await page.selectOption('[name="lines.1.number"]', '1101');
  await page.fill('[name="lines.1.creditRupiah"]', String(amount - 1000));
  await page.getByRole('button', { name: 'Kirim untuk disetujui' }).click();
  await page.getByText('belum sama').first().waitFor();
  await lookAt(page);
  await page.fill('[name="lines.1.creditRupiah"]', String(amount));
  await page.getByRole('button', { name: 'Kirim untuk disetujui' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/baru'));
  await approve(visitors, 'koperasi.ketua', says);
  await page.goto(`${book}/jurnal`);
  await page.getByRole('link', { name: says }).first().click();
  await page.waitForURL(/jurnal\/[0-9a-f-]{36}/);
  await lookAt(page);
}

/** The bank's statement comes in, the same file again changes nothing, and a line nobody knew is told apart. */
export async function matchBank(visitors: Visitors, amount: number): Promise<void> {
  const page = await visitors.as('kasir', `${book}/bank`);
  await lookAt(page);
  await page.locator('table a').first().click();
  await page.waitForURL(/bank\/[0-9a-f-]{36}/);
  const statement = `Tanggal;Keterangan;Debet;Kredit;Saldo\n17/11/2026;ADM ${amount};${amount},00;0,00;90${amount},00\n`;
  const send = async () => {
    await page.setInputFiles('[name=file]', {
      name: `mutasi-${amount}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(statement),
    });
    await page.getByRole('button', { name: 'Impor rekening koran' }).click();
  };
  await send();
  const line = page.locator('li').filter({ hasText: `ADM ${amount}` });
  await line.waitFor();
  await lookAt(page);
  await send();
  await page.getByText('sudah pernah diimpor').first().waitFor();
}
