import { launchBrowser } from '#test/browser.ts';
import type { Benchmark } from './measure.ts';
import { startServer } from './server.ts';
import { gzipBytes, signedIn } from './visitor.ts';

const publicGoalKb = 50;
const officeGoalKb = 90;
const fieldGoalKb = 300;
const publicPaths = ['/', '/masuk', '/periksa'];
const officePath = '/hari-ini';

interface Weighed {
  path: string;
  scriptKb: number;
  totalKb: number;
}

/** JavaScript and all bytes (gzip) of each public page and of the office's start page, as a browser asks for them. */
export const weight: Benchmark = {
  name: 'weight',
  async run() {
    const server = await startServer();
    const browser = await launchBrowser();
    try {
      const cookie = await signedIn(server.address, 'petugas');
      const weigh = async (path: string, as = ''): Promise<Weighed> => {
        const context = await browser.newContext({ extraHTTPHeaders: as ? { cookie: as } : {} });
        const page = await context.newPage();
        const asked = new Map<string, string>();
        page.on('request', (r) => asked.set(r.url(), r.resourceType()));
        await page.goto(server.address + path, { waitUntil: 'networkidle' });
        await context.close();
        let script = 0;
        let total = 0;
        for (const [url, kind] of asked) {
          if (!url.startsWith(server.address)) continue;
          const bytes = await gzipBytes(url, as);
          total += bytes;
          if (kind === 'script') script += bytes;
        }
        return { path, scriptKb: script / 1000, totalKb: total / 1000 };
      };
      const pages: Weighed[] = [];
      for (const path of publicPaths) pages.push(await weigh(path));
      const office = await weigh(officePath, cookie);
      const fieldKb = await precacheKb(server.address);
      const heaviest = Math.max(...pages.map((page) => page.scriptKb));
      return {
        figure: heaviest,
        unit: 'kB JS public',
        reference: null,
        ratio: null,
        goal: `≤ ${publicGoalKb} kB JS public, ≤ ${officeGoalKb} kB office, ≤ ${fieldGoalKb} kB field precache`,
        holds:
          heaviest <= publicGoalKb && office.scriptKb <= officeGoalKb && fieldKb <= fieldGoalKb,
        notes: [
          ...[...pages, office].map(
            (p) =>
              `${p.path.padEnd(12)} ${p.scriptKb.toFixed(1)} kB JS, ${p.totalKb.toFixed(1)} kB in all`,
          ),
          `field precache ${fieldKb.toFixed(1)} kB in all`,
        ],
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Everything the field app's service worker fetches on its first day, by the list it carries. */
async function precacheKb(address: string): Promise<number> {
  const worker = await (await fetch(`${address}/lapangan/sw.js`)).text();
  const list = /"files":(\[[^\]]*\])/.exec(worker)?.[1];
  if (list === undefined) throw new Error('the service worker carries no list of files');
  const files = JSON.parse(list) as string[];
  let bytes = 0;
  for (const file of files) bytes += await gzipBytes(`${address}/lapangan/${file}`);
  return bytes / 1000;
}
