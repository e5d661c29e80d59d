import type { BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../../src/demo/demo-users.ts';

/** A cheap phone, 360 px wide, whose owner signed in once and set a PIN. */
export async function setUpPhone(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto('/masuk?next=/lapangan/');
  await page.fill('input[name=login]', 'pendamping');
  await page.fill('input[name=password]', demoPassword);
  await page.click('main form button');
  await page.getByLabel('Nama HP').fill(name);
  await page.getByLabel('PIN baru').fill('271904');
  await page.getByLabel('Ulangi PIN').fill('271904');
  await page.getByRole('button', { name: 'Siapkan HP ini' }).click();
  await page.getByRole('link', { name: 'Orang', exact: true }).waitFor();
  // Only now may the signal go: every screen is on the phone, and the people of her groups.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.getByRole('link', { name: 'Orang', exact: true }).click();
  await page.locator('.people li').first().waitFor();
  return page;
}

export interface Woman {
  readonly name: string;
  /** Without one, her card is at home. */
  readonly nik: string | null;
  readonly bornOn: string;
  readonly product: string;
  readonly mark: 'signature' | 'thumb' | 'witness';
  /** She agrees to a picture, and the phone may say where it is. */
  readonly picture?: Buffer;
}

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();

/** The whole conversation, one question a page; `look` is called at every one of them. */
export async function registerOnTheSpot(
  page: Page,
  woman: Woman,
  look: (page: Page, step: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const another = page.getByRole('button', { name: 'Daftarkan orang lain' });
  if (await another.isVisible()) await another.click();
  else {
    await page.getByRole('link', { name: 'Orang', exact: true }).click();
    await page.getByRole('link', { name: 'Daftarkan orang baru' }).click();
  }
  await page.getByRole('heading', { name: 'Bacakan ini dulu' }).waitFor();
  if (woman.picture) await letThePhoneRead(page);
  await look(page, 'statement');
  await page.getByRole('button', { name: 'Ia setuju' }).click();
  await giveConsent(page, woman.mark);
  await look(page, 'mark');
  await next(page);
  await page.getByLabel('Nama sesuai KTP').fill(woman.name);
  await look(page, 'name');
  await next(page);
  if (woman.nik === null) await page.getByLabel('KTP tidak dibawa').check();
  else await page.getByLabel('NIK, 16 angka').fill(woman.nik);
  await look(page, 'nik');
  await next(page);
  await page.getByLabel('Tanggal lahir').fill(woman.bornOn);
  await page.getByLabel('Perempuan').check();
  await look(page, 'birth');
  await next(page);
  await look(page, 'phone');
  await next(page);
  await page.getByLabel('Kelurahan').selectOption({ index: 3 });
  await page.getByLabel('Jalan, lorong, nomor').fill('Lorong Mawar');
  await page.getByLabel('RT').fill('4');
  await look(page, 'address');
  await next(page);
  await look(page, 'household');
  await next(page);
  await page.getByLabel('Dengan bahasa sehari-hari').fill(woman.product);
  await look(page, 'product');
  await next(page);
  await page.getByLabel('Mulai tahun').fill('2021');
  await page.getByLabel('Rp 1–5 juta').check();
  await look(page, 'business');
  await next(page);
  if (woman.picture) await takePictureAndPlace(page, woman.picture);
  await look(page, 'photo');
  await next(page);
  await look(page, 'summary');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan di HP').waitFor();
  await look(page, 'saved');
}

/** This browser has no voice, so the officer reads; given one, the phone reads the very words on the screen. */
async function letThePhoneRead(page: Page): Promise<void> {
  const aloud = page.getByRole('button', { name: 'Bacakan dengan suara HP' });
  await page.getByRole('button', { name: 'Ia setuju' }).waitFor();
  if (await aloud.isVisible()) throw new Error('a phone without an Indonesian voice offers one');
  await page.evaluate(() => {
    const spoken: string[] = [];
    class Utterance {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speak = ({ text }: Utterance) => spoken.push(text);
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
    Object.assign(speechSynthesis, { speak, getVoices: () => [{ lang: 'id-ID' }] });
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });
  await aloud.click();
  await page.getByRole('button', { name: 'Berhenti membacakan' }).waitFor();
  const heard = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  const shown = await page.locator('blockquote').innerText();
  if (heard.join() !== shown.trim()) throw new Error(`the phone read out: ${heard.join()}`);
}

async function takePictureAndPlace(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'dapur.jpg', mimeType: 'image/jpeg', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Foto tersimpan di HP.').waitFor();
  await page.getByRole('button', { name: 'Catat letak di sini' }).click();
  await page.getByText(/Letak tercatat/).waitFor();
}

async function giveConsent(page: Page, mark: Woman['mark']): Promise<void> {
  if (mark === 'witness') {
    await page.getByLabel('Lisan, ada saksi').check();
    await page.getByLabel('Nama saksi').fill('Emi Suryani');
    return;
  }
  await page
    .getByLabel(mark === 'signature' ? 'Tanda tangan di layar' : 'Cap jempol di layar')
    .check();
  const box = await page.getByTestId('mark').boundingBox();
  if (!box) throw new Error('there is no box to sign in');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  if (mark === 'signature') {
    for (const [x, y] of [
      [0.3, 0.2],
      [0.4, 0.7],
      [0.55, 0.3],
      [0.7, 0.65],
    ] as const)
      await page.mouse.move(...at(x, y), { steps: 4 });
  }
  await page.mouse.up();
  await page.getByText('Sudah ada goresan.').waitFor();
  if (mark === 'thumb') await page.getByLabel('Nama saksi').fill('Emi Suryani');
}

/** Waits until nothing is left to send: the phone says so in its tray. */
export async function sendAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Kiriman/ }).click();
  const send = page.getByRole('button', { name: 'Kirim sekarang' });
  if (await send.isVisible()) await send.click();
  await page.getByRole('heading', { name: /Terkirim/ }).waitFor();
  await page.getByRole('heading', { name: /Siap kirim/ }).waitFor({ state: 'hidden' });
}

/** Corrects somebody's telephone on her profile. */
export async function correctPhone(page: Page, name: string, telephone: string): Promise<void> {
  await page.getByRole('link', { name: 'Orang', exact: true }).click();
  await page.getByLabel('Cari nama, usaha, kelompok').fill(name);
  await page.locator('.people').getByRole('link', { name }).first().click();
  await page.getByRole('link', { name: 'Perbaiki data' }).click();
  await page.getByLabel('Telepon').fill(telephone);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('link', { name: 'Perbaiki data' }).waitFor();
}
