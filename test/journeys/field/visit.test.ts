import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { copyDemoCity } from '../copy-demo-city.ts';
import { firstDay } from '../first-day.ts';
import { serveOn } from '../server.ts';
import type { Served } from '../server.ts';
import { Visitors, lookAt } from '../week/visitors.ts';
import { Phone } from './phone.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-visit-'));
const dataDir = join(folder, 'city');
let served: Served;
let browser: Browser;
let phone: Phone;

beforeAll(async () => {
  copyDemoCity(dataDir);
  browser = await launchBrowser();
  served = await serveOn(dataDir, firstDay);
  phone = await Phone.of(browser, served.address);
});

afterAll(async () => {
  await phone.close();
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a visit written down without signal becomes a case of its department once there is signal', async () => {
  const { page } = phone;
  await page.goto('/lapangan/');
  const signIn = page.getByRole('link', { name: /Masuk/ });
  await signIn.first().click();
  await phone.signIn('pendamping');
  await phone.setUp('HP Rina');
  await page
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('link', { name: 'Kunjungan' })
    .click();
  await page.getByRole('link', { name: 'Kunjungan di luar rencana' }).waitFor();
  await lookAt(page);

  await phone.context.setOffline(true);
  await page.getByRole('link', { name: 'Kunjungan di luar rencana' }).click();
  await page.getByLabel('Nama usaha, pemilik, atau produk').fill('kopi');
  await page.locator('a[href*="/kunjungan/usaha/"]').first().click();
  await page.getByRole('link', { name: 'Mulai kunjungan' }).click();
  await page.getByRole('button', { name: 'Berkurang' }).click();
  await lookAt(page);
  const next = page.getByRole('button', { name: 'Lanjut' });
  for (let question = 1; question <= 5; question += 1) await next.click();
  await page.getByRole('button', { name: 'Tambah temuan' }).click();
  await page.getByLabel('Apa yang ditemukan').fill('Saluran di depan dapur tersumbat');
  await page.locator('select').selectOption({ label: 'Dinkes' });
  for (let question = 6; question <= 12; question += 1) await next.click();
  await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
  await page.getByText('Tersimpan di HP').waitFor();

  await phone.context.setOffline(false);
  await page.getByRole('link', { name: 'Ke rute' }).click();
  await phone.tab('Kiriman');
  const visitors = new Visitors(browser, 'desk');
  await visitors.moveTo(served.address);
  const office = await visitors.as('koordinator', '/suara');
  await expect
    .poll(
      async () => {
        await office.goto('/suara?q=Saluran+di+depan+dapur+tersumbat');
        return office.locator('main').innerText();
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toContain('Dinkes');
  await visitors.close();
});
