import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { launchBrowser } from '../../browser.ts';
import { copyDemoCity } from '../copy-demo-city.ts';
import { firstDay } from '../first-day.ts';
import { serveOn } from '../server.ts';
import type { Served } from '../server.ts';
import { Visitors, lookAt } from '../week/visitors.ts';
import { BadLine } from './bad-line.ts';
import { Phone, pin } from './phone.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-field-'));
const dataDir = join(folder, 'city');

/** Somebody written down on the spot: the lightest whole command there is. */
const metInTheYard = (name: string) => () => ({
  encounterId: newId(),
  metOn: '2026-11-18',
  person: {
    ...{ id: newId(), name, nik: null, noNikWhy: 'not-with-her', sex: 'female' },
    ...{ bornOn: null, phone: null, address: null, kelurahanCode: null, rt: null, rw: null },
  },
  household: null,
  business: null,
  consent: {
    ...{ noticeVersion: 1, channel: 'spoken', witness: 'Bu RT Nurma' },
    ...{ mark: null, photoNoticeVersion: null },
  },
  photoSha256: null,
});
const writtenDown = 'registry.register-in-field';

describe('a mentor’s phone', () => {
  let served: Served;
  let browser: Browser;
  let line: BadLine;
  let phone: Phone;

  beforeAll(async () => {
    copyDemoCity(dataDir);
    browser = await launchBrowser();
    served = await serveOn(dataDir, firstDay);
    line = await BadLine.before(served.address);
    phone = await Phone.of(browser, line.address);
  });

  afterAll(async () => {
    await phone.close();
    await line.close();
    await served.stop();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is set up once, by whoever is signed in, under a PIN nobody guesses first', async () => {
    const { page } = phone;
    await page.goto('/lapangan');
    await page.getByRole('link', { name: 'Masuk dulu' }).click();
    await phone.signIn('pendamping');
    await lookAt(page);
    await page.getByLabel('Nama HP').fill('Samsung Rina');
    await page.getByLabel('PIN baru').fill('123456');
    await page.getByLabel('Ulangi PIN').fill('123456');
    await page.getByRole('button', { name: 'Siapkan HP ini' }).click();
    await page.getByText('PIN ini paling dulu dicoba orang').waitFor();
    await phone.setUp('Samsung Rina');
    await phone.firstData();
    await lookAt(page);
    // The city of this journey lives four days ago: its day counts, and the phone is told about its clock.
    await page.getByText('Rabu, 18 November 2026').waitFor();
    await page.getByText(/Jam HP meleset/).waitFor();
    for (const name of ['Kiriman', 'Setelan']) {
      await phone.tab(name);
      await lookAt(page);
    }
  });

  it('opens without signal, and only with its PIN', async () => {
    const { page, context } = phone;
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await lookAt(page);
    await page.getByLabel('PIN', { exact: true }).fill('274950');
    await page.getByText(/PIN salah. Sisa 9 kali/).waitFor();
    await phone.unlock();
    await page.getByText(/Tanpa sinyal/).waitFor();
    await phone.tab('Hari ini');
  });

  it('opens with a fingerprint too, and says when the finger is not hers', async () => {
    const { page, context } = phone;
    const chip = await context.newCDPSession(page);
    await chip.send('WebAuthn.enable');
    const { authenticatorId } = await chip.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true },
      },
    });
    await phone.tab('Hari ini');
    await phone.tab('Setelan');
    await page.getByRole('button', { name: 'Pakai sidik jari atau wajah' }).click();
    await page.getByLabel('PIN sekarang').fill(pin);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Sekarang bisa dibuka dengan sidik jari').waitFor();
    const lock = page.getByRole('button', { name: 'Kunci sekarang' });
    const finger = page.getByRole('button', { name: 'Buka dengan sidik jari atau wajah' });
    await lock.click();
    await finger.click();
    await lock.waitFor();
    await chip.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await lock.click();
    await finger.click();
    await page.getByText('tidak dikenali. Gunakan PIN').waitFor();
    await phone.unlock();
  });

  it('locks itself five minutes after the last touch, and warns when the phone is nearly full', async () => {
    const { page, context } = phone;
    const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
    const disk = await context.newCDPSession(page);
    const { origin } = new URL(line.address);
    await disk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage * 1.15 });
    await page.clock.install();
    await page.goto('/lapangan/setelan');
    await phone.unlock();
    await page.getByText('Penyimpanan HP hampir penuh').waitFor();
    const typed = page.getByLabel('PIN', { exact: true });
    await page.clock.runFor('04:45');
    expect(await typed.isVisible()).toBe(false);
    await page.clock.runFor('00:30');
    await typed.waitFor();
    await page.clock.resume();
    await phone.unlock();
    await disk.send('Storage.overrideQuotaForOrigin', { origin });
  });

  it('keeps what was recorded, shows it in every tab, and refuses to sign out meanwhile', async () => {
    const { page, context } = phone;
    const other = await context.newPage();
    await other.goto('/lapangan/kirim');
    await phone.unlock(pin, other);
    await phone.takeFile(await phone.unsentFile(writtenDown, metInTheYard('Rukmini Lapangan')));
    await page.getByText(/Masih ada 1 catatan belum terkirim/).waitFor();
    expect(await page.getByRole('button', { name: 'Keluar dari HP ini' }).isDisabled()).toBe(true);
    await other.getByText(/1 belum terkirim, yang tertua/).waitFor();
    await other.close();
    await phone.tab('Kiriman');
    await lookAt(page);
  });

  it('saves the unsent work as a file that tells nobody anything, and knows it again', async () => {
    const { page } = phone;
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Cadangkan ke berkas' }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ commands: [{ kind: writtenDown, seq: 1 }] });
    expect(text).not.toContain('Rukmini');
    await phone.takeFile(text);
    await page.getByText('0 catatan diambil dari berkas, 1 sudah ada').waitFor();
    await phone.takeFile('bukan berkas');
    await page.getByText('Ini bukan berkas cadangan kami').waitFor();
  });

  it('holds it while the server is down or answers with a page, and delivers once it is back', async () => {
    const { page, context } = phone;
    line.state = 'bad-gateway';
    await context.setOffline(false);
    await phone.tab('Kiriman');
    for (const state of ['bad-gateway', 'down'] as const) {
      line.state = state;
      const failed = page.waitForEvent('requestfinished').catch(() => null);
      await page.getByRole('button', { name: 'Kirim sekarang' }).click();
      await Promise.race([failed, page.waitForEvent('requestfailed')]);
      await page.getByText(/1 belum terkirim, yang tertua/).waitFor();
    }
    line.state = 'good';
    await page.getByRole('button', { name: /Kirim sekarang|Mengirim/ }).click();
    await page.getByText('Semua sudah terkirim.').waitFor();
    const office = new Visitors(browser, 'desk');
    await office.moveTo(served.address);
    const found = await office.as('petugas', '/orang?q=Rukmini');
    await found.getByText('Rukmini Lapangan').first().waitFor();
    await office.close();
  });

  it('shows what the server refused, why, and lets it go only with a reason', async () => {
    const { page } = phone;
    await phone.takeFile(await phone.unsentFile('lapangan.jenis-asing', () => ({})));
    await phone.tab('Kiriman');
    await page.getByRole('heading', { name: /Perlu perbaikan/ }).waitFor();
    await lookAt(page);
    await page.getByRole('button', { name: 'Buang', exact: true }).click();
    await page.getByRole('button', { name: 'Buang catatan ini' }).click();
    await page.getByText('Tulis alasannya').waitFor();
    await page.getByLabel('Mengapa dibuang?').fill('Salah berkas, sudah dicatat ulang');
    await lookAt(page);
    await page.getByRole('button', { name: 'Buang catatan ini' }).click();
    await page.getByText('Semua sudah terkirim.').waitFor();
    await page.getByRole('heading', { name: /Perlu perbaikan/ }).waitFor({ state: 'detached' });
  });

  it('delivers what a forgotten PIN had locked in, before it is set up anew', async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    // The discard took a number of its own.
    await phone.unsentFile('-', () => ({}));
    await phone.takeFile(await phone.unsentFile(writtenDown, metInTheYard('Sumarni Lapangan')));
    await page.getByRole('button', { name: 'Kunci sekarang' }).click();
    await page.getByText(/1 catatan belum terkirim. Tetap dikirim/).waitFor();
    await page.getByRole('button', { name: 'Lupa PIN' }).click();
    await lookAt(page);
    await page.getByRole('button', { name: 'Lepas PIN' }).click();
    await page.getByText(/1 belum terkirim, yang tertua/).waitFor();
    await lookAt(page);
    await context.setOffline(false);
    await page.getByText('Semua sudah terkirim.').waitFor();
    await phone.setUp('Samsung Rina', '880217');
    await page.getByText(/Terkirim semua · data/).waitFor();
  });

  it('says that it was revoked, keeps the work, and takes it along when set up anew', async () => {
    const { page } = phone;
    line.state = 'revoked';
    await phone.takeFile(await phone.unsentFile(writtenDown, metInTheYard('Hartini Lapangan')));
    await page.getByText(/HP ini sudah dicabut oleh kantor/).waitFor();
    await phone.tab('Kiriman');
    await page.getByRole('button', { name: 'Cadangkan ke berkas' }).waitFor();
    await lookAt(page);
    line.state = 'good';
    await phone.tab('Setelan');
    await page.getByRole('button', { name: 'Siapkan ulang HP ini' }).click();
    await phone.setUp('Samsung Rina', '880217');
    await page.getByText(/Terkirim semua · data/).waitFor();
  });

  it('takes a new version only between two screens', async () => {
    const { page } = phone;
    line.newVersion = 'versi 2';
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await page.getByRole('button', { name: /Versi baru siap/ }).waitFor();
    await lookAt(page);
    const loaded = page.waitForEvent('load');
    await page
      .getByRole('navigation', { name: 'Menu' })
      .getByRole('link', { name: 'Hari ini' })
      .click();
    await loaded;
    await phone.unlock('880217');
    await page.getByRole('button', { name: /Versi baru siap/ }).waitFor({ state: 'detached' });
  });

  it('gives way when a newer version takes the store over in another tab, and keeps what is in it', async () => {
    const { page, context } = phone;
    const other = await context.newPage();
    await other.goto('/lapangan/icon.svg');
    const kept = await other.evaluate(async () => {
      const [{ name = '' } = {}] = await indexedDB.databases();
      const asked = indexedDB.open(name, 2);
      await new Promise((done, fail) => {
        asked.onsuccess = done;
        asked.onblocked = fail;
      });
      const count = asked.result.transaction('commands').objectStore('commands').count();
      await new Promise((done) => (count.onsuccess = done));
      asked.result.close();
      return count.result;
    });
    expect(kept).toBeGreaterThan(0);
    const said = page.getByRole('heading', { name: 'Versi baru dibuka di tab lain' });
    await said.waitFor();
    await page.reload();
    await said.waitFor();
    await lookAt(page);
    await other.close();
  });

  it('says so when the browser threw its storage away', async () => {
    const { page } = phone;
    await page.goto('/lapangan/icon.svg');
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        await new Promise((done) => {
          indexedDB.deleteDatabase(name).onsuccess = done;
        });
      }
    });
    await page.goto('/lapangan/');
    await page.getByText('Penyimpanan HP ini dikosongkan').waitFor();
    await page.getByText(/Catatan terakhir bernomor \d/).waitFor();
    await lookAt(page);
  });
});
