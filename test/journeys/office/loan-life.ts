import type { Page } from 'playwright-core';
import { lookAt } from '../week/visitors.ts';
import type { Visitors } from '../week/visitors.ts';
import { approve } from './approve.ts';

/**
 * A penalty is charged, a part of it waived by two people, a repayment taken and reversed; every step shows first what
 * it would do, and afterwards each figure opens to where it comes from.
 */
export async function liveThrough(visitors: Visitors, nth: number): Promise<void> {
  const page = await visitors.as('koperasi', '/pembiayaan/pinjaman?status=active');
  const loans = page.locator('tbody a[href^="/pembiayaan/pinjaman/"]');
  const loan = (await loans.nth(nth).getAttribute('href')) ?? '';
  await page.goto(loan);
  await lookAt(page);

  await page.goto(`${loan}/biaya`);
  await page.selectOption('[name=kind]', 'penalty');
  await page.fill('[name=amountRupiah]', `${7 + nth}000`);
  await page.fill('[name=reason]', 'terlambat dua kali');
  await page.getByRole('button', { name: 'Lihat' }).click();
  await page.locator('table').first().waitFor();
  await lookAt(page);
  await press(page, 'Kenakan', loan);

  const why = `musibah keluarga ${nth}`;
  await page.goto(`${loan}/bebaskan`);
  await page.selectOption('[name=part]', 'penalty');
  await page.fill('[name=amountRupiah]', '3000');
  await page.fill('[name=reason]', why);
  await press(page, 'Usulkan pembebasan', loan);
  await approve(visitors, 'koperasi.ketua', why);

  await page.goto(`${loan}/bayar`);
  await page.fill('[name=amountRupiah]', '20000');
  await press(page, 'Catat angsuran', loan);
  await page.getByRole('link', { name: 'Batalkan' }).first().click();
  await page.waitForURL(/batalkan/);
  await page.fill('[name=reason]', 'salah orang');
  await press(page, 'Batalkan catatan', loan);

  await page.getByRole('link', { name: 'Dari mana angkanya' }).first().click();
  await page.waitForURL(/asal\?catatan=/);
  await page.locator('details[open]').getByText('Membatalkan: Angsuran').waitFor();
  await lookAt(page);
}

async function press(page: Page, button: string, back: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL((url) => url.pathname === back);
}
