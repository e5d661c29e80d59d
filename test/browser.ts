import chromiumPackage from '@sparticuz/chromium';
import axe from 'axe-core';
import type { Result } from 'axe-core';
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

/**
 * Fails when the page has a fault that keeps people with a screen reader, a keyboard or weak eyes out. Minor faults
 * pass; serious and critical ones don't.
 *
 * @throws Error naming every fault, the rule and the element
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = [...(await breachesOfRules(page)), ...(await paleLetters(page))];
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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * All rules but that of contrast, and that of regions, whose breaches are never more than moderate. Our pages have no
 * frames, so axe runs in the page itself and answers its violations alone: three times as fast as gathering all that
 * passed.
 */
function breachesOfRules(page: Page): Promise<Result[]> {
  return page.evaluate(async (values) => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const found = await here.run(document, {
      runOnly: { type: 'tag', values },
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      resultTypes: ['violations'],
    });
    return found.violations;
  }, rules);
}

/** Letters of one ink and size on one ground, as the browser counts them, that axe let pass on some page. */
const readable = new Set<string>();

/**
 * Contrast alone takes more than half of axe's time, which goes into finding what lies under each letter. So of all the
 * letters of one ink and size on one ground one place is judged, once for all pages; what stands over other things
 * (fixed, sticky, absolute) is judged on every page.
 */
async function paleLetters(page: Page): Promise<Result[]> {
  const { violations, passed } = await page.evaluate(judgeLetters, [...readable]);
  for (const one of passed) readable.add(one);
  return violations;
}

/** Runs in the page. */
async function judgeLetters(known: string[]): Promise<{ violations: Result[]; passed: string[] }> {
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element): string => {
    const counted = grounds.get(element);
    if (counted !== undefined) return counted;
    const style = getComputedStyle(element);
    const over = ['static', 'relative'].includes(style.position) ? '' : 'over';
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, over];
    const plain = own.join() === 'rgba(0, 0, 0, 0),none,1,none,';
    const below = element.parentElement ? groundOf(element.parentElement) : '';
    const ground = plain ? below : `${below}/${own.join()}`;
    grounds.set(element, ground);
    return ground;
  };
  const letters = [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.matches('input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
  );
  const places = new Map<string, Element>();
  const kinds = new Map<Element, string>();
  for (const element of letters) {
    if (!element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    // Axe excuses what is switched off and what is one letter, as an icon may be.
    const excused = element.closest(':disabled, [aria-disabled=true], label') !== null;
    const short = element.textContent.trim().length < 2;
    const looks = [color, fontSize, fontWeight, textShadow, excused, short];
    const kind = `${looks.join()} on ${groundOf(element)}`;
    if (places.has(kind)) continue;
    places.set(kind, element);
    kinds.set(element, kind);
  }
  for (const kind of known) places.delete(kind);
  const here = (window as unknown as { axe: typeof axe }).axe;
  if (places.size === 0) return { violations: [], passed: [] };
  const found = await here.run(
    { include: [...places.values()] as HTMLElement[] },
    { runOnly: ['color-contrast'], elementRef: true },
  );
  const passed = found.passes
    .flatMap(({ nodes }) => nodes)
    .flatMap(({ element }) => (element ? (kinds.get(element) ?? []) : []))
    .filter((kind) => !kind.includes('over'));
  const violations = found.violations.map((one) => ({
    ...one,
    nodes: one.nodes.map(({ element: _element, ...node }) => node),
  }));
  return { violations, passed };
}

/** Fails when something on the page is wider than the screen, which phones answer with sideways scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => {
    // Not `innerWidth`: on a phone it grows with a page that is too wide.
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  if (content > screen) {
    throw new Error(`${page.url()} is ${content} px wide on a screen of ${screen} px`);
  }
}
