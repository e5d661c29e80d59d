/** How often somebody may ask: so many at once, and so many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A bucket of permissions for each name; names at rest are forgotten. */
export class RateLimit {
  private readonly rate: Rate;
  private readonly buckets = new Map<string, { left: number; at: number }>();

  constructor(rate: Rate) {
    this.rate = rate;
  }

  /** Whether one more is allowed now. @param at milliseconds */
  allows(name: string, at: number): boolean {
    const before = this.buckets.get(name) ?? { left: this.rate.burst, at };
    const filled = before.left + (Math.max(0, at - before.at) / 1000) * this.rate.perSecond;
    const left = Math.min(this.rate.burst, filled);
    if (this.buckets.size > 10_000) this.forget(at);
    this.buckets.set(name, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1;
  }

  private forget(at: number): void {
    const fullAfterMs = (this.rate.burst / this.rate.perSecond) * 1000;
    for (const [name, bucket] of this.buckets)
      if (at - bucket.at > fullAfterMs) this.buckets.delete(name);
  }
}
