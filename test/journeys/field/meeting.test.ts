import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, launchBrowser } from '../../browser.ts';
import { copyDemoCity } from '../copy-demo-city.ts';
import { firstDay } from '../first-day.ts';
import { serveOn } from '../server.ts';
import type { Served } from '../server.ts';
import { Visitors, lookAt } from '../week/visitors.ts';
import { chargeAtOffice, payOffAtOffice } from './at-the-office.ts';
import { BadLine } from './bad-line.ts';
import { Phone, pin } from './phone.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-meeting-'));
const dataDir = join(folder, 'city');
const notes = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100];
const numberOf = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

describe('a weekly meeting without signal', () => {
  let served: Served;
  let browser: Browser;
  let line: BadLine;
  let phone: Phone;
  let page: Page;
  let meeting: string;
  let token: string;
  let office: Visitors;
  let paysOff: string;

  beforeAll(async () => {
    copyDemoCity(dataDir);
    browser = await launchBrowser();
    served = await serveOn(dataDir, firstDay);
    office = new Visitors(browser, 'desk');
    await office.moveTo(served.address);
    line = await BadLine.before(served.address);
    phone = await Phone.of(browser, line.address);
    page = phone.page;
    await page.goto('/masuk?next=/lapangan/');
    await phone.signIn('pendamping');
    await phone.setUp('Samsung Rina');
    await phone.firstData();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  });

  afterAll(async () => {
    await office.close();
    await phone.close();
    await line.close();
    await served.stop();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ready = (at: Page) => at.locator('[data-ready]').waitFor();
  const unlockSheet = async (at: Page) => {
    await at.getByLabel('PIN', { exact: true }).fill(pin);
    await ready(at);
  };
  const borrowers = (at: Page) => at.locator('li .row').filter({ hasText: 'kali setor' });
  const presentOf = (at: Page) => at.locator('footer .sum .small').first().textContent();

  it('opens the sheet offline, and a reload in the middle loses nothing', async () => {
    const link = page.locator('section a[href*="/pertemuan/"]:not([href$="kuitansi"])').first();
    meeting = new URL((await link.getAttribute('href')) ?? '', line.address).pathname;
    await link.click();
    await ready(page);
    const nameOf = (nth: number) => borrowers(page).nth(nth).locator('.name').innerText();
    paysOff = await nameOf(6);
    // The cooperative charges her a penalty: the sheet lies open and untouched, and takes it in while there is a signal.
    await chargeAtOffice(office, await nameOf(5), 7000);
    await phone.context.setOffline(true);
    await phone.context.setOffline(false);
    await page.getByText('termasuk biaya 7.000').waitFor();
    await phone.context.setOffline(true);
    // Somebody pays back a friend who had covered her: it lies on the table, and goes on to the friend.
    await page
      .locator('li .row', { hasText: /berutang .* kepada teman/ })
      .last()
      .click();
    await page.getByLabel('Kembalikan kepada teman').fill('5000');
    await page.locator('dialog button.main').click();
    await page.getByText('+5.000 untuk teman').waitFor();
    await page.locator('li .row').first().click();
    await page.getByRole('button', { name: 'Izin' }).click();
    await page.getByRole('button', { name: 'anak sakit' }).click();
    await page.locator('dialog button.main').click();
    const before = await presentOf(page);
    await page.getByText(/Izin · anak sakit/).waitFor();
    await lookAt(page);
    // Somebody has no money today; a friend covers it, read out to the group and agreed.
    await page.locator('li .row').nth(1).click();
    await page.getByRole('button', { name: 'Tidak setor', exact: true }).click();
    await page.locator('dialog section ul button').first().click();
    await page.getByText('Pas', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: /Disetujui kelompok/ }).check();
    await page.locator('dialog button.main').click();
    await page
      .getByText(/menanggung/)
      .first()
      .waitFor();
    // Somebody wishes to borrow next.
    await page.getByRole('button', { name: 'Lanjut ke topik' }).click();
    await page.getByRole('button', { name: 'Lanjut ke masalah' }).click();
    await page.getByRole('button', { name: 'Catat keinginan pinjam' }).click();
    await page.getByLabel('Siapa').selectOption({ index: 3 });
    await page.getByLabel('Jumlah').fill('2000000');
    await page.getByLabel('Untuk apa?').fill('Oven baru');
    await page.getByRole('button', { name: 'Simpan keinginan' }).click();
    await page.getByText('Oven baru').waitFor();
    for (let step = 0; step < 2; step += 1)
      await page.getByRole('button', { name: 'Kembali', exact: true }).click();
    // What a touch starts to write is there a moment later, whatever happens to the page.
    await page.waitForTimeout(400);
    await page.reload();
    await unlockSheet(page);
    await page.getByText(/Izin · anak sakit/).waitFor();
    expect(await presentOf(page)).toBe(before);
  });

  it('takes under a minute and twelve taps when everybody else pays, also with a second tab open', async () => {
    const other = await phone.context.newPage();
    await other.goto(meeting);
    await unlockSheet(other);
    await other.getByText(/Izin · anak sakit/).waitFor();
    const present = await presentOf(page);
    const started = Date.now();
    let taps = 0;
    const tap = async (name: RegExp) => {
      taps += 1;
      await page.getByRole('button', { name }).click();
    };
    await tap(/Lanjut ke topik/);
    await tap(/Lanjut ke masalah/);
    await tap(/Lanjut hitung uang/);
    let left = numberOf(await page.locator('dl dd').first().textContent());
    for (const note of notes) {
      const pieces = Math.floor(left / note);
      left -= pieces * note;
      if (pieces === 0) continue;
      taps += 1;
      const label = `Banyaknya ${note.toLocaleString('id-ID')}`;
      await page.getByLabel(label, { exact: true }).fill(String(pieces));
    }
    await lookAt(page);
    // Both tabs press at the same time, and the first dies between the tap and the word.
    const close = (at: Page) => at.getByRole('button', { name: 'Tutup pertemuan' });
    const both = await Promise.all([other, page].map((at) => close(at).elementHandle()));
    await Promise.all(both.map((button) => button.evaluate((one) => (one as HTMLElement).click())));
    taps += 1;
    const seconds = (Date.now() - started) / 1000;
    await page.close();
    page = other;
    await page.getByText('Tersimpan di HP', { exact: true }).waitFor();
    await page.getByRole('link', { name: /1 belum terkirim/ }).waitFor();
    process.stdout.write(
      `${present}: a meeting in ${taps} taps, ${seconds.toFixed(1)} s by the browser's clock\n`,
    );
    expect(taps).toBeLessThan(12);
    expect(seconds).toBeLessThan(60);
  });

  it('shows receipts that say they are not valid yet, and a check that says why', async () => {
    await page.getByText('Belum sah sampai diterima server').first().waitFor();
    const message = await page.getByRole('link', { name: 'WhatsApp' }).first().getAttribute('href');
    token = /\/v\/([\w-]{22})/.exec(decodeURIComponent(message ?? ''))?.[1] ?? '';
    await page.getByRole('button', { name: 'Tunjukkan QR' }).first().click();
    await page.getByRole('img', { name: /QR kuitansi/ }).waitFor();
    await lookAt(page);
    const anybody = await browser.newPage();
    await anybody.goto(`${served.address}/v/${token}`);
    await anybody.getByRole('heading', { name: 'Kuitansi belum dikenal' }).waitFor();
    await anybody.close();
    await page.getByRole('link', { name: 'Buku anggota' }).click();
    await page.getByText('Sisa pinjaman').waitFor();
    await lookAt(page);
    await page.goBack();
    await page.getByRole('link', { name: 'Tas uang' }).click();
    await page.getByText(/dari pertemuan yang belum terkirim/).waitFor();
    await lookAt(page);
    await expectNoSidewaysScroll(page);
    await page.goBack();
  });

  it('waits while the server is down, and says why it is refused for what the office did meanwhile', async () => {
    await payOffAtOffice(office, paysOff);
    line.state = 'bad-gateway';
    await phone.context.setOffline(false);
    await page.getByText(/1 belum terkirim/).waitFor();
    line.state = 'good';
    await phone.tab('Kiriman', page);
    await page.getByRole('button', { name: /Kirim sekarang|Mengirim/ }).click();
    await page.getByRole('heading', { name: /Perlu perbaikan/ }).waitFor();
    await page.getByText(`Setoran ${paysOff} melebihi sisa utangnya, Rp 0.`).waitFor();
    await lookAt(page);
  });

  it('is put right with all that was entered, arrives once, and then anybody can verify it', async () => {
    await page.getByRole('link', { name: 'Perbaiki' }).click();
    await ready(page);
    await page.getByText(/Izin · anak sakit/).waitFor();
    // What the office did reaches the phone a moment after the refusal, and the sheet with it.
    await page.getByText(`Setoran ${paysOff} melebihi sisa utangnya`).waitFor();
    await page.locator('li .row', { hasText: paysOff }).click();
    await page.getByText('Ia tidak berutang angsuran lagi').waitFor();
    await lookAt(page);
    await page.getByRole('button', { name: 'Jadikan tabungan' }).click();
    await page.locator('dialog button.main').click();
    for (const name of ['Lanjut ke topik', 'Lanjut ke masalah'])
      await page.getByRole('button', { name }).click();
    await page.getByText('Oven baru').waitFor();
    await page.getByRole('button', { name: 'Lanjut hitung uang' }).click();
    await page.getByRole('button', { name: 'Tutup pertemuan' }).click();
    await page.getByRole('heading', { name: 'Kuitansi' }).waitFor();
    // The phone's clock is days ahead of the city's: one is told, and it decides nothing.
    await page.getByText(/Jam HP meleset \d hari/).waitFor();
    await page.getByText('Sudah diterima server').waitFor();
    await page
      .getByText(/KW-2026-\d{6}/)
      .first()
      .waitFor();
    const anybody = await browser.newPage();
    await anybody.goto(`${served.address}/v/${token}`);
    await anybody.getByRole('heading', { name: 'Kuitansi asli' }).waitFor();
    await anybody.close();
  });
});
