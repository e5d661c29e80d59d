import type { Page } from 'playwright-core';
import type { Visitors } from '../week/visitors.ts';

/** What the cooperative does at its counter while the phone is in a yard. */
export async function chargeAtOffice(
  office: Visitors,
  borrower: string,
  rupiah: number,
): Promise<void> {
  const page = await loanStep(office, borrower, 'biaya');
  await page.selectOption('[name=kind]', 'penalty');
  await page.fill('[name=amountRupiah]', String(rupiah));
  await page.fill('[name=reason]', 'terlambat dua kali');
  await press(page, 'Kenakan');
}

export async function payOffAtOffice(office: Visitors, borrower: string): Promise<void> {
  const page = await loanStep(office, borrower, 'lunas');
  await press(page, 'Catat pelunasan');
}

async function loanStep(office: Visitors, borrower: string, step: string): Promise<Page> {
  const query = new URLSearchParams({ status: 'active', q: borrower });
  const page = await office.as('koperasi', `/pembiayaan/pinjaman?${query}`);
  const loan = page.locator('tbody tr', { hasText: borrower }).locator('a').first();
  await page.goto(`${await loan.getAttribute('href')}/${step}`);
  return page;
}

async function press(page: Page, button: string): Promise<void> {
  const from = page.url();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL((url) => url.href !== from && !url.pathname.endsWith('/lunas'));
}
