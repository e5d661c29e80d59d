import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '#delivery/cli/house.ts';
import { readSettings } from '#platform/config/settings.ts';
import { verifyCity } from '../../src/verify.ts';
import { launchBrowser } from '../browser.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';
import { keepBooks, matchBank } from './office/books.ts';
import { closeDays, readSubsidy } from './office/close-day.ts';
import { liveThrough } from './office/loan-life.ts';
import { offerProduct } from './office/products.ts';
import { answerFinding } from './week/answers.ts';
import { recogniseGroup, seePapers } from './week/group.ts';
import { importMembers } from './week/import.ts';
import { borrow } from './week/loan.ts';
import { holdMeeting, planMeetings } from './week/meeting.ts';
import { readFigures } from './week/mayor.ts';
import { readPassbook } from './week/member.ts';
import { Visitors } from './week/visitors.ts';

// Wednesday the 18th the group is recognised and gets its loans; on Wednesday the 25th it meets.
const firstDay = '2026-11-18T01:00:00Z';
const meetingDay = '2026-11-25T07:30:00Z';

const folder = mkdtempSync(join(tmpdir(), 'naik-week-'));
const city = join(folder, 'city');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  // The demo city is loaded once; each journey gets a copy of it.
  const served = await serveOn(city, firstDay);
  await served.stop();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['desk', 'phone'] as const)('one programme week, on a %s', (size) => {
  const dataDir = join(folder, size);
  let served: Served;
  let visitors: Visitors;
  let group = '';

  beforeAll(async () => {
    // `cp -a` keeps the folders' modes, which the database insists on.
    spawnSync('cp', ['-a', city, dataDir]);
    served = await serveOn(dataDir, firstDay);
    visitors = new Visitors(browser, size);
    await visitors.moveTo(served.address);
  });

  afterAll(async () => {
    await visitors.close();
    await served.stop();
  });

  it('1. a spreadsheet of members comes in, and again, and changes nothing', () =>
    importMembers(visitors));

  it('2. a group is proposed, verified and recognised by three people, with its papers', async () => {
    group = await recogniseGroup(visitors);
    await seePapers(visitors, group);
  });

  it('3. the group plans its meetings and applies, two people decide, the money is handed out', async () => {
    await planMeetings(visitors, group, '2026-11-25');
    await borrow(visitors, group);
  });

  it('4. a week later the group meets, and the meeting closes when the count fits', async () => {
    await served.stop();
    served = await serveOn(dataDir, meetingDay);
    await visitors.moveTo(served.address);
    await holdMeeting(visitors);
  });

  it('5. the problem noted is answered and closed by the department', () =>
    answerFinding(visitors));

  it('6. a member reads her passbook, and anyone can verify a card and a receipt', () =>
    readPassbook(visitors, group, dataDir));

  it('7. the mayor’s page shows it, and every figure opens', () => readFigures(visitors));

  it('8. verify finds all of it sound', async () => {
    const house = await openHouse(readSettings({ NAIK_DATA: dataDir }), { purpose: 'command' });
    const checks = await verifyCity(house.app, '15.71');
    await house.close();
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
    expect(checks.every((check) => check.counted > 0)).toBe(true);
  });
});

describe('the lender’s office, on a desk and on a phone', () => {
  const dataDir = join(folder, 'office');
  const visitors: Visitors[] = [];
  let served: Served;

  beforeAll(async () => {
    spawnSync('cp', ['-a', city, dataDir]);
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
