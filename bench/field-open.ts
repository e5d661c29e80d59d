import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '#test/browser.ts';
import { demoPassword } from '../src/demo/demo-users.ts';
import { median } from './measure.ts';
import type { Benchmark } from './measure.ts';
import { startServer } from './server.ts';

const goalMs = 2_000;
const slowDown = 4;
const pin = '274951';

/**
 * The field app on a slow phone without signal: from opening its address to its lock screen, and from the last digit
 * of the PIN to today's list, on a processor slowed down four times.
 */
export const fieldOpen: Benchmark = {
  name: 'field-open',
  async run(full) {
    const server = await startServer();
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({
        baseURL: server.address,
        viewport: { width: 360, height: 740 },
      });
      const page = await enrolledPhone(context);
      await context.setOffline(true);
      const slow = await context.newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
      const shown: number[] = [];
      const unlocked: number[] = [];
      for (let i = 0; i < (full ? 15 : 5); i += 1) {
        const times = await openOnce(page);
        shown.push(times.shown);
        unlocked.push(times.unlocked);
      }
      const figure = median(shown) + median(unlocked);
      return {
        figure: figure / 1000,
        unit: 's',
        reference: null,
        ratio: null,
        goal: `≤ ${goalMs / 1000} s offline, processor ${slowDown}× slower`,
        holds: figure <= goalMs,
        notes: [
          `lock screen after ${median(shown).toFixed(0)} ms, today's list ${median(unlocked).toFixed(0)} ms after the last digit`,
        ],
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

async function enrolledPhone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/masuk?next=/lapangan/');
  await page.fill('input[name=login]', 'pendamping');
  await page.fill('input[name=password]', demoPassword);
  await page.click('main form button');
  await page.getByLabel('Nama HP').fill('Bangku uji');
  await page.getByLabel('PIN baru').fill(pin);
  await page.getByLabel('Ulangi PIN').fill(pin);
  await page.getByRole('button', { name: 'Siapkan HP ini' }).click();
  await page.getByText(/Terkirim semua · data/).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page;
}

async function openOnce(page: Page): Promise<{ shown: number; unlocked: number }> {
  const started = performance.now();
  await page.goto('/lapangan/', { waitUntil: 'commit' });
  const field = page.getByLabel('PIN', { exact: true });
  await field.waitFor();
  const shown = performance.now() - started;
  const typed = performance.now();
  await field.fill(pin);
  await page.getByRole('heading', { name: 'Hari ini', exact: true, level: 1 }).waitFor();
  return { shown, unlocked: performance.now() - typed };
}
