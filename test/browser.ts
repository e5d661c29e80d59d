import chromiumPackage from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** The two sizes every page must hold up at: a cheap phone and an office desk. */
export const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
} as const;

/**
 * Starts the Chromium that comes with an npm package, so that nothing needs to be installed. The package's own flags
 * are for another place; these run as root in a container. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** A fresh visitor at one size, in Indonesian time; phones touch. */
export function newVisitor(
  browser: Browser,
  size: keyof typeof sizes,
  baseURL: string,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: sizes[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails when the page has a fault that keeps people with a screen reader, a keyboard or weak eyes out. Minor faults
 * pass; serious and critical ones don't. Our pages have no frames, so axe runs in the page itself and answers its
 * violations alone: three times as fast as gathering everything that passed.
 *
 * @throws Error naming every fault, the rule and the element
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const found = await here.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations;
  }, rules);
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`,
      ),
    );
  if (faults.length > 0)
    throw new Error(`${page.url()} is not accessible:\n  ${faults.join('\n  ')}`);
}

/** Fails when something on the page is wider than the screen, which phones answer with sideways scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(
    () => [document.documentElement.scrollWidth, window.innerWidth] as const,
  );
  if (content > screen) {
    throw new Error(`${page.url()} is ${content} px wide on a screen of ${screen} px`);
  }
}
