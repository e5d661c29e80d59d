import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '#delivery/cli/house.ts';
import { readSettings } from '#platform/config/settings.ts';
import { verifyCity } from '../../src/verify.ts';
import { launchBrowser } from '../browser.ts';
import { copyDemoCity } from './copy-demo-city.ts';
import { agree, bringFiles, nameCandidates, reconcile, withdraw } from './partner/bank-loan.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';
import { Visitors } from './week/visitors.ts';

const today = '2026-11-18';
const parent = mkdtempSync(join(tmpdir(), 'naik-partner-'));
const folder = join(parent, 'city');
let browser: Browser;
let served: Served;
let visitors: Visitors;

beforeAll(async () => {
  browser = await launchBrowser();
  copyDemoCity(folder);
  served = await serveOn(folder, `${today}T03:00:00Z`);
  visitors = new Visitors(browser, 'phone');
  await visitors.moveTo(served.address);
});

afterAll(async () => {
  await visitors.close();
  await browser.close();
  await served.stop();
  rmSync(parent, { recursive: true, force: true });
});

describe('a loan that the bank keeps, from consent to reconciliation, on a phone', () => {
  let group = '';
  let references: string[] = [];

  it('1. who was read the statement agrees, before a witness', async () => {
    group = await agree(visitors);
  });

  it('2. they are named to the bank, which takes the file with their NIKs', async () => {
    references = await nameCandidates(visitors, group);
    expect(references).toHaveLength(2);
  });

  it('3. decisions, schedule and repayments come in and are applied', () =>
    bringFiles(visitors, references, today));

  it('4. every line stands beside ours, and the one that differs says why', () =>
    reconcile(visitors));

  it('5. who takes her consent back is marked on the file', () => withdraw(visitors));

  it('6. and the books add up', async () => {
    await served.stop();
    const house = await openHouse(readSettings({ NAIK_DATA: folder }), { purpose: 'command' });
    const checks = await verifyCity(house.app, '15.71');
    await house.close();
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });
});
