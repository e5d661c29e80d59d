import type { Visitors } from '../week/visitors.ts';

/** The second person finds what was proposed among her day's work, by its own words, and lets it through. */
export async function approve(visitors: Visitors, login: string, words: string): Promise<void> {
  const page = await visitors.as(login, '/hari-ini');
  const card = page.locator('article').filter({ hasText: words }).first();
  await card.getByRole('button', { name: 'Setujui' }).click();
  await card.waitFor({ state: 'detached' });
}
