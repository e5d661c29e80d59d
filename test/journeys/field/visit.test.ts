import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
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

it('a visit without signal reaches its department with its picture, though the PIN was lost meanwhile', async () => {
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
  for (let question = 6; question <= 9; question += 1) await next.click();
  const picture = { name: 'dapur.jpg', mimeType: 'image/jpeg', buffer: await kitchen() };
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByRole('img', { name: 'Foto 1' }).waitFor();
  await page.getByRole('checkbox').check();
  for (let question = 10; question <= 12; question += 1) await next.click();
  await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
  await page.getByText('Tersimpan di HP').waitFor();

  // Ten wrong PINs take the snapshot away, and neither the visit nor its picture.
  await page.getByRole('link', { name: 'Ke rute' }).click();
  await phone.tab('Setelan');
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  const typed = page.getByLabel('PIN', { exact: true });
  for (let left = 9; left >= 1; left -= 1) {
    await typed.fill('111112');
    await page.getByText(`Sisa ${left} kali`).waitFor();
  }
  await typed.fill('111112');
  await page.getByRole('heading', { name: 'HP ini perlu disiapkan ulang' }).waitFor();
  await page.getByText(/1 belum terkirim/).waitFor();
  await lookAt(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Cadangkan ke berkas' }).click();
  const lines = readFileSync(await (await saving).path(), 'utf8').split('\n');
  expect(lines).toHaveLength(2);
  const arrives = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.status() === 200,
  );
  await phone.context.setOffline(false);
  await page.getByText('Semua sudah terkirim.').waitFor();
  await arrives;
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
  await office.goto('/pendampingan/kunjungan?q=kopi');
  await office.locator('tbody a').first().click();
  const seen = office.locator('main img').first();
  await seen.waitFor();
  const kept = await office.request.get((await seen.getAttribute('src')) ?? '');
  const { width, height, exif } = await sharp(await kept.body()).metadata();
  expect({ width, height, exif }).toEqual({ width: 1600, height: 1067, exif: undefined });
  await visitors.close();
});

/** As a phone takes it: large, and telling where it was taken. */
function kitchen(): Promise<Buffer> {
  const colour = { channels: 3, background: '#8a6d4b' } as const;
  return sharp({ create: { width: 3000, height: 2000, ...colour } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 36/1 0/1' } })
    .toBuffer();
}
