import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { copyDemoCity } from './copy-demo-city.ts';
import { firstDay } from './first-day.ts';
import { keepBooks, matchBank } from './office/books.ts';
import { closeDays, readSubsidy } from './office/close-day.ts';
import { liveThrough } from './office/loan-life.ts';
import { offerProduct } from './office/products.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';
import { Visitors } from './week/visitors.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-office-'));
const dataDir = join(folder, 'city');

describe('the lender’s office, on a desk and on a phone', () => {
  const visitors: Visitors[] = [];
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    copyDemoCity(dataDir);
    browser = await launchBrowser();
    served = await serveOn(dataDir, firstDay);
    for (const size of ['desk', 'phone'] as const) {
      const own = new Visitors(browser, size);
      await own.moveTo(served.address);
      visitors.push(own);
    }
  });

  afterAll(async () => {
    for (const own of visitors) await own.close();
    await served.stop();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each size does it for itself, with amounts and names of its own. */
  const each = (step: (own: Visitors, nth: number) => Promise<void>) => async () => {
    for (const [nth, own] of visitors.entries()) await step(own, nth + 1);
  };

  it(
    'defines a product beside its example, and another person puts it on offer',
    each((own, nth) => offerProduct(own, `Modal Dagang ${nth}`)),
  );

  it('charges, waives, takes and reverses on a loan, each figure open', each(liveThrough));

  it(
    'keeps the books: a journal with two people, statements, the bank’s lines',
    each(async (own, nth) => {
      await keepBooks(own, 750_000 + nth * 1000);
      await matchBank(own, 5_000 + nth);
    }),
  );

  it('reads what the government pays of the interest', each(readSubsidy));

  // Last: a day that is closed takes no more postings.
  it('closes the days that are open', each(closeDays));
});
