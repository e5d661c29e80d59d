import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHouse } from '#delivery/cli/house.ts';
import { startWebServer } from '#delivery/web/server.ts';
import { readSettings } from '#platform/config/settings.ts';
import { appKey } from '../src/app.ts';
import type { App } from '../src/app.ts';
import { loadDemoCity } from '../src/demo/load-demo-city.ts';
import { median, percentile } from './measure.ts';
import type { Benchmark } from './measure.ts';
import { growRegistry } from './grow-registry.ts';
import { freePort } from './server.ts';
import { signedIn } from './visitor.ts';
import { visit } from './visits.ts';

const readGoalMs = 50;
const connections = 50;
/**
 * Each of the fifty opens a page every second: many times a city hall's busiest hour. A
 * run without pauses would measure how long fifty queue for two cores (connections ÷ pages a second), not the page.
 */
const pagesPerSecond = 50;

interface Statement {
  text: string;
  values: unknown[];
}

/** The ten most used pages under load, each beside the bare SQL it asks, replayed on as many connections. */
export const pages: Benchmark = {
  name: 'pages',
  async run(full) {
    const dataDir = mkdtempSync(join(tmpdir(), 'naik-pages-'));
    const port = await freePort();
    const settings = readSettings({ NAIK_DATA: dataDir, PORT: String(port), LOG_LEVEL: 'silent' });
    const house = await openHouse(settings, { purpose: 'serve' });
    try {
      await loadDemoCity(house.app);
      await house.app.refreshCities();
      const records = await growRegistry(house.app, full ? 1_200_000 : 120_000);
      Object.assign(globalThis, { [appKey]: house.app });
      const web = await startWebServer(settings);
      const address = `http://localhost:${web.port}`;
      const rows = [];
      for (const { login, path } of await mostUsed(house.app)) {
        const cookie = await signedIn(address, login);
        const visit = async () => {
          const response = await fetch(address + path, { headers: { cookie } });
          await response.text();
          if (!response.ok) throw new Error(`${path} answered ${response.status}`);
        };
        // What is counted once until the next command is no part of what a page asks every time.
        await visit();
        const statements = await statementsOf(visit);
        const loaded = await load(address + path, cookie, full ? 10 : 2);
        rows.push({
          path,
          ...loaded,
          sqlP95: await replay(house.app, statements, full ? 10 : 2),
        });
      }
      await web.close();
      const worst = Math.max(...rows.map((row) => row.p95));
      const errors = rows.reduce((sum, row) => sum + row.errors, 0);
      return {
        figure: worst,
        unit: 'ms p95 of the slowest page',
        reference: Math.max(...rows.map((row) => row.sqlP95)),
        ratio: median(rows.map((row) => row.p95 / row.sqlP95)),
        goal: `p95 read ≤ ${readGoalMs} ms, 0 errors, ${connections} connections, ${pagesPerSecond} pages a second`,
        holds: worst <= readGoalMs && errors === 0,
        notes: [
          `${records.toLocaleString('en')} people and businesses`,
          ...rows.map(
            (r) =>
              `${r.path.slice(0, 44).padEnd(44)} p95 ${r.p95.toFixed(0)} ms, ${r.errors} errors; bare SQL p95 ${r.sqlP95.toFixed(0)} ms`,
          ),
        ],
      };
    } finally {
      await house.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

/** Who opens what most on a working day; one group, loan and person of the demo city stand for all. */
async function mostUsed(app: App): Promise<{ login: string; path: string }[]> {
  const one = async (sql: string) =>
    (await app.pools.owner.query<{ id: string }>(sql)).rows[0]?.id ?? '';
  const group = await one('select id from registry.business_group order by name limit 1');
  const loan = await one('select id from lending.loan order by number limit 1');
  const meeting = await one(
    `select id from mentoring.meeting where state = 'closed' order by held_on desc, id limit 1`,
  );
  return [
    { login: 'petugas', path: '/hari-ini' },
    { login: 'petugas', path: '/kelompok' },
    { login: 'petugas', path: `/kelompok/${group}` },
    { login: 'petugas', path: '/orang' },
    { login: 'petugas', path: '/suara' },
    { login: 'petugas', path: '/pendampingan' },
    { login: 'koperasi', path: `/pembiayaan/pinjaman/${loan}` },
    { login: 'koperasi', path: '/pembiayaan/pinjaman' },
    { login: 'pendamping', path: `/pertemuan/${meeting}` },
    { login: 'walikota', path: '/laporan' },
  ];
}

/** The statements one piece of work sends, as the driver sends them. */
async function statementsOf(work: () => Promise<void>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const original = pg.Client.prototype.query;
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    const [asked, values] = args;
    if (typeof asked === 'string')
      seen.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else if (isStatement(asked)) seen.push({ text: asked.text, values: asked.values ?? [] });
    return Reflect.apply(original, this, args) as unknown;
  });
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
  return seen;
}

function isStatement(asked: unknown): asked is { text: string; values?: unknown[] } {
  return typeof asked === 'object' && asked !== null && 'text' in asked;
}

async function load(url: string, cookie: string, seconds: number) {
  // As on a server that has been up for a minute: every connection has planned the page's statements.
  await visit({ url, cookie, visitors: 16, everyMs: 250, seconds: 2 });
  const { took, errors } = await visit({
    url,
    cookie,
    visitors: connections,
    everyMs: (connections / pagesPerSecond) * 1000,
    seconds,
  });
  return { p95: percentile(took, 95), errors };
}

/** 95th percentile of the page's own statements, by as many workers and at the same pace as the page had visitors. */
async function replay(
  app: App,
  statements: readonly Statement[],
  seconds: number,
): Promise<number> {
  const took: number[] = [];
  const every = (connections / pagesPerSecond) * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let time = 0; time < (seconds * 1000) / every; time += 1) {
        await new Promise((resolve) =>
          setTimeout(resolve, time === 0 ? (worker * every) / connections : every),
        );
        const started = performance.now();
        const client = await app.pools.app.connect();
        try {
          for (const { text, values } of statements) await client.query(text, values);
        } finally {
          client.release();
        }
        took.push(performance.now() - started);
      }
    }),
  );
  return percentile(took, 95);
}
