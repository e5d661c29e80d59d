import type { Page } from 'playwright-core';
import { openHouse } from '#delivery/cli/house.ts';
import { readSettings } from '#platform/config/settings.ts';
import { surname } from './group.ts';
import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

/** What a camera reads off Rohani's card and off her receipt; the QR codes hold no more than these. */
async function tokensOf(dataDir: string): Promise<{ card: string; receipt: string }> {
  const house = await openHouse(readSettings({ NAIK_DATA: dataDir }), { purpose: 'command' });
  const { rows } = await house.app.pools.owner.query<{ card: string; receipt: string }>(
    `select c.token as card, r.token as receipt from registry.member_card c
     join registry.person p on p.city_id = c.city_id and p.id = c.person_id
     join mentoring.receipt r on r.city_id = c.city_id and r.person_id = p.id
     where p.name = $1 order by r.issued_at desc limit 1`,
    [`Rohani ${surname}`],
  );
  await house.close();
  const [found] = rows;
  if (!found) throw new Error('Rohani has no card or no receipt');
  return found;
}

/** On a slow line she has typed before the page's scripts are there; they must not wipe it. */
async function typeBeforeScriptsArrive(page: Page, pin: string): Promise<void> {
  let release = (): void => undefined;
  const line = new Promise<void>((done) => (release = done));
  await page.route('**/*.js', async (route) => {
    await line;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('PIN').fill(pin);
  release();
  await page.waitForLoadState('networkidle');
  await page.unroute('**/*.js');
  const kept = await page.getByLabel('PIN').inputValue();
  if (kept !== pin) throw new Error(`the page kept "${kept}" of the PIN that was typed`);
}

/** Step 6: a member opens her own page with card and PIN; anyone can check the card and a receipt. */
export async function readPassbook(
  visitors: Visitors,
  groupPath: string,
  dataDir: string,
): Promise<void> {
  const tokens = await tokensOf(dataDir);
  const mentor = await visitors.as('pendamping', `${groupPath}/pin`);
  await lookAt(mentor);
  await mentor.getByRole('button', { name: `Buat PIN baru untuk Rohani ${surname}` }).click();
  const pin = (await mentor.locator('dd.pin').innerText()).trim();

  const anybody = await visitors.anybody(`/k/${tokens.card}`);
  await lookAt(anybody);
  const shown = await anybody.locator('main').innerText();
  if (shown.includes('Rohani')) throw new Error('the public page of a card shows whose it is');
  await anybody
    .getByRole('link', { name: 'Buka buku saya' })
    .or(anybody.locator('.own a'))
    .first()
    .click();
  await typeBeforeScriptsArrive(anybody, '999999');
  await anybody.getByRole('button', { name: 'Buka buku saya' }).click();
  await anybody
    .getByText(/tidak cocok/)
    .first()
    .waitFor();
  await anybody.getByLabel('PIN').fill(pin);
  await anybody.getByRole('button', { name: 'Buka buku saya' }).click();
  await anybody.getByText('Setor berikutnya').waitFor();
  // The lender was paid in full; her own record shows the miss and whom she owes.
  await anybody.getByText('Anda berutang kepada Siti Aminah').waitFor();
  await anybody
    .getByText(/ditanggung teman/)
    .first()
    .waitFor();
  await lookAt(anybody);

  const checking = await visitors.anybody(`/v/${tokens.receipt}`);
  await checking
    .getByText(/25\.000/)
    .first()
    .waitFor();
  await lookAt(checking);
}
