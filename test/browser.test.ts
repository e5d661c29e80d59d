import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, launchBrowser } from './browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(() => browser.close());

const show = (main: string) =>
  page.setContent(
    `<html lang="id"><head><title>Coba</title></head><body style="background: #fff"><main><h1>Judul</h1>${main}</main></body></html>`,
  );
const pale = '<p style="color: #bbb">Terlalu pucat</p>';

it('letters too pale for their ground are found, also after pages on which all could be read', async () => {
  await show('<p>Terbaca</p><p style="color: #bbb; background: #000">Terbaca juga</p>');
  await expectAccessible(page);
  await show(`<p>Terbaca</p>${pale}`);
  await expect(expectAccessible(page)).rejects.toThrow('color-contrast');
  await expect(expectAccessible(page)).rejects.toThrow('Terlalu pucat');
});

it('what is switched off may be pale, and excuses nobody else of its colour', async () => {
  await show('<button disabled style="color: #ccc; background: #fff">Belum</button>');
  await expectAccessible(page);
  await show('<button style="color: #ccc; background: #fff">Sudah</button>');
  await expect(expectAccessible(page)).rejects.toThrow('Sudah');
});

it('a field without a name is found', async () => {
  await show('<input>');
  await expect(expectAccessible(page)).rejects.toThrow('label');
});
