import { lookAt } from '../week/visitors.ts';
import type { Visitors } from '../week/visitors.ts';

/** Days that are open are closed from the page, which tells how far it is and then shows the portfolio. */
export async function closeDays(visitors: Visitors): Promise<void> {
  const page = await visitors.as('koperasi', '/pembiayaan/tutup-hari');
  await lookAt(page);
  const button = page.getByRole('button', { name: 'Tutup hari' });
  if ((await button.count()) > 0 && (await button.first().isEnabled())) {
    await button.first().click();
    await page.waitForLoadState('networkidle');
  }
  await page.getByText('PAR30').first().waitFor();
  await lookAt(page);
}

/** What the government pays of the interest: the budget, an agreement and its claims. */
export async function readSubsidy(visitors: Visitors): Promise<void> {
  const page = await visitors.as('petugas', '/subsidi');
  await lookAt(page);
  await page.locator('table a').first().click();
  await page.waitForURL(/subsidi\/[0-9a-f-]{36}/);
  await lookAt(page);
}
