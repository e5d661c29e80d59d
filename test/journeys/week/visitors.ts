import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../../src/demo/demo-users.ts';
import { expectAccessible, expectNoSidewaysScroll, newVisitor } from '../../browser.ts';
import type { sizes } from '../../browser.ts';

export type Size = keyof typeof sizes;

/** Sessions by server and login: a code of the second factor works once, so nobody signs in twice within half a minute. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** The people of one journey, each in a browser of her own, all on screens of one size. */
export class Visitors {
  private readonly browser: Browser;
  private readonly size: Size;
  private contexts = new Map<string, BrowserContext>();
  private address = '';

  constructor(browser: Browser, size: Size) {
    this.browser = browser;
    this.size = size;
  }

  /** Points everybody at a server; sessions of the one before are forgotten. */
  async moveTo(address: string): Promise<void> {
    await this.close();
    this.address = address;
  }

  async close(): Promise<void> {
    for (const context of this.contexts.values()) await context.close();
    this.contexts = new Map();
  }

  /** A page of somebody who is signed in, at a path. */
  async as(login: string, path: string): Promise<Page> {
    const known = this.contexts.get(login);
    const context = known ?? (await newVisitor(this.browser, this.size, this.address));
    this.contexts.set(login, context);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
    if (!known) await this.bringSession(page, login);
    await page.goto(path);
    return page;
  }

  private async bringSession(page: Page, login: string): Promise<void> {
    const key = `${this.address} ${login}`;
    const session = sessions.get(key);
    if (session) return page.context().addCookies(session);
    await signIn(page, login);
    sessions.set(key, await page.context().cookies());
  }

  /** A page of anybody, with no session. */
  async anybody(path: string): Promise<Page> {
    const context = await newVisitor(this.browser, this.size, this.address);
    this.contexts.set(`anybody ${this.contexts.size}`, context);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(path);
    return page;
  }
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/masuk');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', demoPassword);
  await page.click('main form button');
  await page.waitForURL((url) => url.pathname !== '/masuk');
  if (!page.url().includes('/masuk/kode')) return;
  // A demo city shows the code of the moment; a real one leaves it on the phone.
  const code = await page.locator('.code').innerText();
  await page.fill('input[name=code]', code);
  await page.click('main form button');
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'));
}

/** Every page the journey stops at must be usable by everybody, and fit its screen. */
export async function lookAt(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  // On a screen as tall as the page nothing lies half under a bar that stays at the bottom; axe would
  // take what is left of a button for all of it.
  const screen = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (screen) await page.setViewportSize({ ...screen, height: Math.max(screen.height, height) });
  await expectAccessible(page);
  if (screen) await page.setViewportSize(screen);
}
