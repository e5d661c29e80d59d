/** Three to five round steps from zero to at least `max`, for an axis. */
export function niceTicks(max: number): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** Which of five shades a share (0–1) gets; null where there is no figure. */
export function shadeOf(share: number | null): number | null {
  if (share === null || Number.isNaN(share)) return null;
  return Math.min(4, Math.max(0, Math.floor(share * 5)));
}
