import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/id.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import type { Pool } from 'pg';
import type { WorldHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { openApp } from '../src/app.ts';
import { inTurn, percentile, timed } from './measure.ts';
import type { Benchmark } from './measure.ts';

const members = 25;
/** A repayment and a deposit each. */
const postings = members * 2;
const instalment = 50_000n;
const deposit = 5_000n;
/** Meetings held before it is measured. */
const warmUps = 4;
const ratioGoal = 4;
const p95GoalMs = 50;

/** A 25-member sheet through `execute`, beside one hand-written transaction of five statements per posting. */
export const postSheet: Benchmark = {
  name: 'post-sheet',
  async run(full) {
    const dataDir = mkdtempSync(join(tmpdir(), 'naik-sheet-'));
    const settings = readSettings({ NAIK_DATA: dataDir, LOG_LEVEL: 'silent' });
    const database = await openDatabase(settings, { purpose: 'serve' });
    const owner = openOwnerPool(database.url, 2);
    try {
      await migrate(owner);
      const { house, close } = await openWorld(settings, database.url);
      const melati = await foundMelati(house, { size: members, weeks: 48 });
      const meetings = await plannedMeetings(owner);
      for (const meeting of meetings.splice(0, warmUps)) await closeMeeting(house, melati, meeting);
      // As in any database in which a group has met: without statistics every city-first index looks alike, and an empty
      // table is best read whole.
      await owner.query('analyze');
      const accounts = await handWrittenBooks(owner);
      const rounds = Math.min(meetings.length, full ? 42 : 30);
      const measured = await inTurn(
        rounds,
        (round) => timed(() => closeMeeting(house, melati, meetings[round])),
        () => timed(() => postByHand(owner, accounts)),
      );
      await close();
      const total = (times: number[]) => times.reduce((sum, ms) => sum + ms, 0);
      const perSecond = (times: number[]) => (postings * times.length * 1000) / total(times);
      // Ratio of speeds, so that more is better, as the goal says it.
      const ratio = 1 / measured.ratio;
      const p95 = percentile(measured.ours, 95);
      return {
        figure: perSecond(measured.ours),
        unit: 'postings/s',
        reference: perSecond(measured.reference),
        ratio,
        goal: `≥ ${ratioGoal}× as many postings a second; sheet p95 ≤ ${p95GoalMs} ms`,
        holds: ratio >= ratioGoal && p95 <= p95GoalMs,
        notes: [
          `one sheet of ${members}: p50 ${percentile(measured.ours, 50).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (after ${warmUps} to warm up)`,
        ],
      };
    } finally {
      await owner.end();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function openWorld(settings: ReturnType<typeof readSettings>, databaseUrl: string) {
  const house: { now: Date } = { now: new Date('2026-01-07T01:00:00Z') };
  const app = await openApp(settings, { databaseUrl, now: () => house.now });
  const world: WorldHouse = Object.assign(house, {
    app,
    does: async (...[actor, kind, body, id = newId()]: Parameters<WorldHouse['does']>) =>
      (await app.execute({ id, kind, version: 1, actor, city: '15.71', body })).answer,
  });
  return { house: world, close: () => app.close() };
}

interface Planned {
  id: string;
  held_on: string;
}

async function plannedMeetings(owner: Pool): Promise<Planned[]> {
  const { rows } = await owner.query<Planned>(
    `select id, held_on::text as held_on from mentoring.meeting where state = 'planned' order by held_on`,
  );
  return rows;
}

async function closeMeeting(
  house: WorldHouse,
  melati: Melati,
  meeting: Planned | undefined,
): Promise<void> {
  if (!meeting) throw new Error('no meeting is left');
  house.now = new Date(`${meeting.held_on}T08:00:00Z`);
  const total = BigInt(members) * (instalment + deposit);
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: meeting.id,
    lines: melati.members.map(({ id }) => ({
      personId: id,
      presence: 'present',
      repaymentRupiah: instalment.toString(),
      savingsRupiah: deposit.toString(),
    })),
    topicCode: null,
    count: [{ denomination: 5_000, pieces: Number(total / 5_000n) }],
  });
}

/** The smallest honest ledger: accounts with balances, journals, entries, and a slip for who paid. */
async function handWrittenBooks(owner: Pool): Promise<string[]> {
  await owner.query(`
    create schema by_hand;
    create table by_hand.account (city_id text, id uuid, balance bigint not null default 0, primary key (city_id, id));
    create table by_hand.journal (city_id text, id uuid, says text not null, on_day date not null, primary key (city_id, id));
    create table by_hand.entry (city_id text, journal_id uuid, account_id uuid, amount bigint not null,
      primary key (city_id, journal_id, account_id), foreign key (city_id, journal_id) references by_hand.journal (city_id, id),
      foreign key (city_id, account_id) references by_hand.account (city_id, id));
    create table by_hand.slip (city_id text, journal_id uuid, account_id uuid not null, amount bigint not null,
      primary key (city_id, journal_id), foreign key (city_id, journal_id) references by_hand.journal (city_id, id))`);
  const ids = Array.from({ length: postings + 1 }, () => randomUUID());
  await owner.query(
    `insert into by_hand.account (city_id, id) select '15.71', id from unnest($1::uuid[]) as id`,
    [ids],
  );
  return ids;
}

/**
 * Five statements between `begin` and `commit`, as a careful programmer writes a posting and as pgbench counts its own:
 * the journal, its two entries, either balance, the slip. No command receipt, no check, no audit.
 */
async function postByHand(owner: Pool, [bag = '', ...leaves]: string[]): Promise<void> {
  const client = await owner.connect();
  const move = (account: string, amount: number) =>
    client.query(
      `update by_hand.account set balance = balance + $2 where city_id = '15.71' and id = $1`,
      [account, amount],
    );
  try {
    for (const leaf of leaves) {
      const journal = randomUUID();
      await client.query('begin');
      await client.query(
        `insert into by_hand.journal values ('15.71', $1, 'setoran', '2026-01-14')`,
        [journal],
      );
      await client.query(
        `insert into by_hand.entry values ('15.71', $1, $2, 5000), ('15.71', $1, $3, -5000)`,
        [journal, bag, leaf],
      );
      await move(bag, 5000);
      await move(leaf, -5000);
      await client.query(`insert into by_hand.slip values ('15.71', $1, $2, 5000)`, [
        journal,
        leaf,
      ]);
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}
