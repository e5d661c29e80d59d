import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, launchBrowser, newVisitor } from '../browser.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-price-'));
let browser: Browser;
let served: Served;

beforeAll(async () => {
  // Without a city: whoever was made an offer can price it even where no department has written anything down.
  served = await serveOn(folder, '2026-11-18T01:00:00Z', { NAIK_DEMO: 'off' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['desk', 'phone'] as const)(
  'anyone prices the offer she was made, on a %s',
  async (size) => {
    const visitor = await newVisitor(browser, size, served.address);
    const page = await visitor.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Bandingkan harga pinjaman' }).click();
    await page.getByText('Tawaran yang saya dapat').click();
    await page.getByLabel('Uang yang saya terima').fill('900.000');
    await page.getByLabel('Setiap kali membayar').fill('1,000');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page.getByText('bisa dibaca dua cara').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Setiap kali membayar').fill('130.000');
    await page.getByLabel('Berapa kali membayar').fill('10');
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page.getByRole('heading', { name: /Rp 44\.444/ }).waitFor();
    await page.getByText('Bunga efektif setahun', { exact: true }).click();
    await page.getByText('Suku sehari yang membuat').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(await page.locator('script').count()).toBe(0);
    await visitor.close();
  },
);
