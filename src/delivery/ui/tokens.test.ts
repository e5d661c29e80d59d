import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of one block, found by the selector that opens it. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const text = ['ink', 'ink-2', 'ink-3', 'brand', 'brand-hover', 'red', 'blue', 'gold-ink'];
const surfaces = ['paper', 'card', 'sunk'];
const pairs: [string, string, number][] = [
  ...text.flatMap((ink) => surfaces.map((under): [string, string, number] => [ink, under, 4.5])),
  ...surfaces.flatMap((under): [string, string, number][] => [
    ['control', under, 3],
    ['gold', under, 3],
  ]),
  ...['brand-wash', 'gold-wash', 'red-wash', 'blue-wash'].flatMap(
    (wash): [string, string, number][] => [
      ['ink', wash, 4.5],
      ['ink-2', wash, 4.5],
    ],
  ),
  ['brand-ink', 'brand-wash', 4.5],
  ['gold-ink', 'gold-wash', 4.5],
  ['red', 'red-wash', 4.5],
  ['blue', 'blue-wash', 4.5],
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['ink', 'tile-0', 4.5],
  ['ink', 'tile-1', 4.5],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('the %s theme', (_, selector) => {
  const colours = block(selector);
  it.each(pairs)('reads %s on %s at %f to 1 or better', (ink, under, least) => {
    expect(contrast(colours[ink] ?? '', colours[under] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('gives the system dark theme and the chosen one the same colours', () => {
  expect(block(":root:not([data-theme='light'])")).toEqual(block(":root[data-theme='dark']"));
});
