import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFieldFiles, withField } from './field-files.ts';
import { serve } from './server.ts';
import type { WebServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-field-')) + sep;
let server: WebServer;
let at = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Lapangan</title>');
  writeFileSync(join(folder, 'sw.js'), 'worker');
  writeFileSync(join(folder, 'assets', 'app-1.js'), 'app');
  writeFileSync(join(folder, 'assets', 'app-1.js.gz'), gzipSync('app'));
  const pages = withField(readFieldFiles(folder), (_request, response) => response.end('pages'));
  server = await serve(pages, { host: '127.0.0.1', port: 0, origin: 'http://localhost:3000' });
  at = `http://127.0.0.1:${server.port}`;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(at + path, { redirect: 'manual', ...init });

test('every screen of the app is the same page, under a policy that lets nothing inline run', async () => {
  for (const path of ['/lapangan/', '/lapangan/pertemuan/01a', '/lapangan/kirim?x=1']) {
    const response = await ask(path);
    expect(await response.text()).toContain('Lapangan');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  }
});

test('the address without its slash leads to where the worker answers', async () => {
  const response = await ask('/lapangan?x=1');
  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe('/lapangan/?x=1');
});

test('named files are kept for ever, the worker never, and both are compressed beforehand', async () => {
  const asset = await ask('/lapangan/assets/app-1.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  expect(await asset.text()).toBe('app');
  const worker = await ask('/lapangan/sw.js');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const again = await ask('/lapangan/sw.js', {
    headers: { 'if-none-match': worker.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('what is no file of the app is not found, what is not the app is left to the pages', async () => {
  expect((await ask('/lapangan/assets/gone.js')).status).toBe(404);
  expect((await ask('/lapangan/..%2f..%2fpackage.json')).status).toBe(404);
  expect((await ask('/lapangan/', { method: 'POST' })).status).toBe(405);
  expect(await (await ask('/lapangan-lain')).text()).toBe('pages');
  expect(await (await ask('/hari-ini')).text()).toBe('pages');
});
