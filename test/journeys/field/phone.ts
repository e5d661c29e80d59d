import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../../src/demo/demo-users.ts';
import { newId } from '#kernel/id.ts';
import { sealTo, fromBase64url, toBase64url } from '#platform/sync/seal.ts';
import { enrolAnswerShape, enrolInputShape } from '#platform/sync/protocol.ts';

export const pin = '274951';

/** What the phone was told when it was enrolled, overheard. */
interface Enrolment {
  readonly deviceId: string;
  readonly publicKey: string;
  readonly keyId: string;
}

/** A cheap phone in one mentor's hand. */
export class Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  enrolment: Enrolment | null = null;
  #seq = 0;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async of(browser: Browser, address: string): Promise<Phone> {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return new Phone(context, page);
  }

  async signIn(login: string): Promise<void> {
    await this.page.fill('input[name=login]', login);
    await this.page.fill('input[name=password]', demoPassword);
    await this.page.click('main form button');
    await this.page.waitForURL(/\/lapangan\//);
  }

  async setUp(name: string, chosen = pin): Promise<void> {
    const { page } = this;
    await page.getByLabel('Nama HP').fill(name);
    await page.getByLabel('PIN baru').fill(chosen);
    await page.getByLabel('Ulangi PIN').fill(chosen);
    const enrolled = page.waitForResponse(/\/api\/sync\/enrol$/);
    await page.getByRole('button', { name: /^Siapkan/ }).click();
    await this.#overhear(await enrolled);
    await this.title('Hari ini').waitFor();
  }

  async unlock(chosen = pin, page = this.page): Promise<void> {
    await page.getByLabel('PIN', { exact: true }).fill(chosen);
    await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  }

  /** The first data of a whole city, on whatever else the machine does meanwhile. */
  async firstData(): Promise<void> {
    await this.page.getByText(/Terkirim semua · data/).waitFor({ timeout: 90_000 });
  }

  title(name: string) {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  async tab(name: string, page = this.page): Promise<void> {
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
  }

  /** A file of unsent work of this phone, as it would have saved it: of any kind of command. */
  async unsentFile(kind: string, body: (id: string) => unknown): Promise<string> {
    const known = this.enrolment;
    if (!known) throw new Error('the phone was not set up');
    this.#seq += 1;
    const id = newId();
    const madeAt = new Date().toISOString();
    const frame = { id, kind, version: 1, subjects: [`person:${id}`], deps: [], photos: [] };
    const content = {
      ...frame,
      body: body(id),
      deviceId: known.deviceId,
      seq: this.#seq,
      madeAt,
      zone: 'Asia/Jakarta',
      clockOffsetMs: null,
    };
    const sealed = toBase64url(
      await sealTo(fromBase64url(known.publicKey), known.keyId, JSON.stringify(content)),
    );
    const row = { ...frame, sealed, keyId: known.keyId, madeAt, deviceId: known.deviceId };
    return JSON.stringify({
      format: 'naik-kelas-belum-terkirim',
      version: 1,
      deviceId: known.deviceId,
      exportedAt: madeAt,
      commands: [{ ...row, seq: this.#seq, place: this.#seq }],
    });
  }

  /** Opens such a file under Setelan, so that its work waits here. */
  async takeFile(text: string): Promise<void> {
    await this.tab('Setelan');
    await this.page.setInputFiles('input[type=file]', {
      name: 'cadangan.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await this.page.getByText(/catatan diambil dari berkas|bukan berkas cadangan/).waitFor();
  }

  close(): Promise<void> {
    return this.context.close();
  }

  async #overhear(response: { json(): Promise<unknown>; request(): { postDataJSON(): unknown } }) {
    const answer = enrolAnswerShape.parse(await response.json());
    const asked = enrolInputShape.parse(response.request().postDataJSON());
    if (asked.deviceId !== this.enrolment?.deviceId) this.#seq = 0;
    this.enrolment = { ...answer, deviceId: asked.deviceId };
  }
}
