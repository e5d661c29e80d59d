import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, launchBrowser } from '../../browser.ts';
import { copyDemoCity } from '../copy-demo-city.ts';
import { firstDay } from '../first-day.ts';
import { serveOn } from '../server.ts';
import type { Served } from '../server.ts';
import { Visitors } from '../week/visitors.ts';
import { correctPhone, registerOnTheSpot, sendAll, setUpPhone } from './register-steps.ts';

const parent = mkdtempSync(join(tmpdir(), 'naik-register-'));
const nik = '9971015405900007';
const marlina = {
  name: 'Marlina Harahap',
  nik,
  bornOn: '14-5-1990',
  product: 'keripik singkong balado',
  mark: 'signature',
} as const;
let browser: Browser;
let served: Served | undefined;
let office: Visitors;
const phones: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const folder = join(parent, 'city');
  copyDemoCity(folder);
  served = await serveOn(folder, firstDay);
  office = new Visitors(browser, 'desk');
  await office.moveTo(served.address);
});

afterAll(async () => {
  await office.close();
  for (const phone of phones) await phone.close();
  await served?.stop();
  await browser.close();
  rmSync(parent, { recursive: true, force: true });
});

async function phone(name: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: served?.address ?? '',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    geolocation: { latitude: -1.6101, longitude: 103.6131, accuracy: 12 },
    permissions: ['geolocation'],
  });
  phones.push(context);
  return { context, page: await setUpPhone(context, name) };
}

async function look(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

it('registers people met without signal, knows one who was here, and leaves doubt and disagreement to the office', async () => {
  const { context, page } = await phone('HP Rina');
  // In the yard: nobody answers. One signs, one comes again with her card, one looks like her and has none.
  await context.setOffline(true);
  const picture = await sharp({
    create: { width: 2000, height: 1500, channels: 3, background: '#8a6d4b' },
  })
    .jpeg()
    .toBuffer();
  await registerOnTheSpot(page, { ...marlina, picture }, look);
  await registerOnTheSpot(page, { ...marlina, mark: 'thumb' });
  await registerOnTheSpot(page, { ...marlina, nik: null, product: 'kue basah', mark: 'witness' });
  await page.getByRole('link', { name: 'Buka profilnya' }).click();
  await page.getByText('belum terkirim', { exact: true }).first().waitFor();
  await look(page);

  await context.setOffline(false);
  await sendAll(page);
  await page.getByRole('link', { name: 'Orang', exact: true }).click();
  await page
    .getByText(/ternyata sudah terdaftar sebagai Marlina Harahap/)
    .waitFor({ state: 'attached' });
  await look(page);

  // The office: her second coming by the same NIK made her certain; the look-alike is a pair, decided by one key.
  const desk = await office.as('petugas', '/hari-ini');
  await desk.getByRole('link', { name: /mungkin satu orang/ }).click();
  await desk.getByRole('link', { name: 'Bandingkan' }).last().click();
  await desk.getByRole('heading', { name: 'Satu orang atau dua?' }).waitFor();
  await desk.getByText('keripik singkong balado').first().waitFor();
  await look(desk);
  await desk.locator('body').press('1');
  await desk.getByText('Putusan dicatat.').waitFor();
  await desk.goto('/orang?q=Marlina+Harahap');
  await desk.getByRole('link', { name: 'Marlina Harahap' }).first().click();
  await desk.getByRole('heading', { name: 'Dicatat di tempat' }).waitFor();
  expect(await desk.getByText('Dikenali sebagai orang ini').count()).toBe(2);
  expect(await desk.content()).not.toContain(nik);

  // Two phones correct one field: the first stands, the second is a proposal, and its author is told.
  const other = await phone('HP kedua');
  await context.setOffline(true);
  await correctPhone(page, 'Marlina Harahap', '0812-7000-0002');
  await correctPhone(other.page, 'Marlina Harahap', '0812-7000-0001');
  await sendAll(other.page);
  await context.setOffline(false);
  await sendAll(page);
  await page.getByRole('link', { name: 'Orang', exact: true }).click();
  await page
    .getByText(/sudah diubah orang lain menjadi 0812-7000-0001/)
    .first()
    .waitFor({ state: 'attached' });
  await desk.goto('/orang/tinjauan?bagian=usulan');
  await desk.getByText('0812-7000-0002').first().waitFor();
  await look(desk);
  await desk.getByRole('button', { name: 'Terima' }).last().click();
  await desk.getByText('Usulan diterima').waitFor();
});
