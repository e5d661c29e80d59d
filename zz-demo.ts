import { mkdtempSync, rmSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import { openApp } from '/tmp/w/lead/src/app.ts';
import { loadDemoCity } from '/tmp/w/lead/src/demo/load-demo-city.ts';
const dataDir = mkdtempSync(join(tmpdir(), 'naik-d-'));
const settings = readSettings({ NAIK_DATA: dataDir, LOG_LEVEL: 'silent' });
let database = await openDatabase(settings, { purpose: 'serve' });
if (process.env.STATS) {
  const o = openOwnerPool(database.url, 2);
  await o.query("alter system set shared_preload_libraries='pg_stat_statements'");
  await o.query("alter system set pg_stat_statements.track='all'");
  await o.query("alter system set pg_stat_statements.track_planning='on'");
  await o.query("alter system set pg_stat_statements.max='10000'");
  await o.end();
  await database.stop();
  database = await openDatabase(settings, { purpose: 'serve' });
}
const owner = openOwnerPool(database.url, 2);
await migrate(owner);
if (process.env.STATS) await owner.query('create extension pg_stat_statements');
const app = await openApp(settings, { databaseUrl: database.url, poolSize: +(process.env.PS ?? 16), durable: process.env.DU as any ?? 'each' });
const pgcpu = () => {
  let t = 0;
  for (const d of readdirSync('/proc')) {
    if (!/^\d+$/.test(d)) continue;
    try {
      const c = readFileSync('/proc/' + d + '/cmdline', 'utf8');
      if (!c.startsWith('postgres')) continue;
      if (!readlinkSync('/proc/' + d + '/cwd').startsWith(dataDir)) continue;
      const f = readFileSync('/proc/' + d + '/stat', 'utf8')
        .split(') ')[1]!
        .split(' ');
      t += Number(f[11]) + Number(f[12]);
    } catch {}
  }
  return t * 10;
};
const kinds = new Map<string, { n: number; ms: number }>();
const t0 = performance.now(),
  c0 = process.cpuUsage(),
  p0 = pgcpu();
let lastKind = '';
const house: any = Object.create(app, {
  executeAt: {
    value: async (now: Date, e: any) => {
      if (e.kind !== lastKind && !kinds.has(e.kind)) {
        const c = process.cpuUsage(c0);
        console.log(
          ((performance.now() - t0) / 1000).toFixed(2),
          'node',
          ((c.user + c.system) / 1e6).toFixed(2),
          'pg',
          ((pgcpu() - p0) / 1000).toFixed(2),
          'first',
          e.kind,
        );
      }
      lastKind = e.kind;
      const t = performance.now();
      const s = kinds.get(e.kind) ?? { n: 0, ms: 0 };
      kinds.set(e.kind, s);
      const r = await app.executeAt(now, e);
      s.n++;
      s.ms += performance.now() - t;
      return r;
    },
  },
});
await loadDemoCity(house);
for (const d of readdirSync('/proc')) {
  if (!/^\d+$/.test(d)) continue;
  try {
    const cmd = readFileSync('/proc/' + d + '/cmdline', 'utf8');
    if (!cmd.startsWith('postgres') && !cmd.includes('bin/postgres')) continue;
    if (!readlinkSync('/proc/' + d + '/cwd').startsWith(dataDir)) continue;
    const f = readFileSync('/proc/' + d + '/stat', 'utf8').split(') ')[1]!.split(' ');
    console.log(cmd.slice(0, 60).replaceAll('\0', ' '), 'u', +f[11]! * 10, 's', +f[12]! * 10, 'children u', +f[13]! * 10, 's', +f[14]! * 10);
  } catch {}
}
const c = process.cpuUsage(c0);
console.log(
  'TOTAL',
  ((performance.now() - t0) / 1000).toFixed(2),
  'node',
  ((c.user + c.system) / 1e6).toFixed(2),
  'pg',
  ((pgcpu() - p0) / 1000).toFixed(2),
);
for (const [k, v] of [...kinds].sort((a, b) => b[1].ms - a[1].ms))
  console.log(k, v.n, (v.ms / v.n).toFixed(1) + ' ms');
if (process.env.STATS) {
  const { rows } = await owner.query("select toplevel, calls, plans, round(total_plan_time) plan, round(total_exec_time) exec, rows, regexp_replace(query,'\\s+',' ','g') q from pg_stat_statements where query not like '%pg_stat%' order by total_plan_time+total_exec_time desc limit 5000");
  (await import('node:fs')).writeFileSync('/tmp/prof/new/stats.json', JSON.stringify(rows, (k,v)=>typeof v==='bigint'?Number(v):v));
}
await app.close(); await owner.end(); await database.stop(); rmSync(dataDir,{recursive:true,force:true});
