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
import { firstDay } from './first-day.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';
import { answerFinding } from './week/answers.ts';
import { recogniseGroup, seePapers } from './week/group.ts';
import { importMembers } from './week/import.ts';
import { borrow } from './week/loan.ts';
import { holdMeeting, planMeetings } from './week/meeting.ts';
import { readFigures } from './week/mayor.ts';
import { readPassbook } from './week/member.ts';
import { Visitors } from './week/visitors.ts';

// On the first Wednesday the group is recognised and gets its loans; on the next it meets.
const meetingDay = '2026-11-25T07:30:00Z';

const folder = mkdtempSync(join(tmpdir(), 'naik-week-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
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
    copyDemoCity(dataDir);
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
    expect(checks.filter((check) => check.counted === 0)).toEqual([]);
  });
});
