import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse } from '#delivery/cli/house.ts';
import { readSettings } from '#platform/config/settings.ts';
import { verifyCity } from '../../src/verify.ts';
import { launchBrowser } from '../browser.ts';
import { copyDemoCity } from './copy-demo-city.ts';
import { firstDay } from './first-day.ts';
import { lendToOnePerson, lowerInstalment, offerToOnePerson } from './lending/one-person.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';
import { Visitors } from './week/visitors.ts';

const parent = mkdtempSync(join(tmpdir(), 'naik-one-person-'));
const folder = join(parent, 'city');
let browser: Browser;
let served: Served | undefined;
const visitors: Visitors[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  copyDemoCity(folder);
  served = await serveOn(folder, firstDay);
  await offerToOnePerson(await visitorsOn('desk'));
});

afterAll(async () => {
  for (const one of visitors) await one.close();
  await served?.stop();
  await browser.close();
  rmSync(parent, { recursive: true, force: true });
});

async function visitorsOn(size: 'desk' | 'phone'): Promise<Visitors> {
  const fresh = new Visitors(browser, size);
  await fresh.moveTo(served?.address ?? '');
  visitors.push(fresh);
  return fresh;
}

it.each([
  ['desk', 'Hj. Siti Kusuma'],
  ['phone', 'Hj. Siti Hartini'],
] as const)(
  'on a %s: %s applies for herself, is paid out with an old debt settled, and gets the very instalment the what-if showed',
  async (size, name) => {
    const here = await visitorsOn(size);
    const loanPath = await lendToOnePerson(here, name);
    const { shown, stands } = await lowerInstalment(here, loanPath);
    expect(stands).toContain(shown);
  },
);

it('leaves books in which every journal, loan and case agrees', async () => {
  await served?.stop();
  const house = await openHouse(readSettings({ NAIK_DATA: folder }), { purpose: 'command' });
  const checks = await verifyCity(house.app, '15.71');
  await house.close();
  expect(checks.filter((check) => check.difference !== null)).toEqual([]);
});
