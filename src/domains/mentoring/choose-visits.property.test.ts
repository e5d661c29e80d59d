import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { chooseVisits, spreadVisits, visitQuotas, workdaysOf } from './choose-visits.ts';
import type { VisitCandidate } from './choose-visits.ts';

const rankUnder = (seed: string) => (name: string) =>
  createHash('sha256').update(`${seed}:${name}`).digest('hex');

const candidates = fc
  .array(
    fc.record({
      kecamatan: fc.constantFrom('15.71.01', '15.71.02', '15.71.03', '15.71.04'),
      ago: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ kecamatan, ago }, index): VisitCandidate => ({
      businessId: `usaha-${String(index).padStart(3, '0')}`,
      kecamatan,
      kelurahan: `${kecamatan}.100${index % 3}`,
      lastOn: ago === null ? null : addDays('2026-11-22', -ago),
      times: ago === null ? 0 : 1 + (index % 3),
    })),
  );

test('every place is given, never more than a kecamatan has businesses, and each has one while places last', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 70 }), fc.string(), (all, count, seed) => {
      const quotas = visitQuotas(all, count, rankUnder(seed));
      const given = [...quotas.values()].reduce((sum, n) => sum + n, 0);
      expect(given).toBe(Math.min(count, all.length));
      for (const [code, n] of quotas) {
        expect(n).toBeLessThanOrEqual(all.filter((one) => one.kecamatan === code).length);
        if (count >= quotas.size) expect(n).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('nobody is chosen while somebody of the same kecamatan has waited longer', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 30 }), fc.string(), (all, count, seed) => {
      const chosen = new Set(chooseVisits(all, count, rankUnder(seed)));
      for (const one of chosen)
        for (const other of all)
          if (other.kecamatan === one.kecamatan && !chosen.has(other))
            expect((other.lastOn ?? '') >= (one.lastOn ?? '')).toBe(true);
    }),
  );
});

test('week after week everybody is visited once before anybody of her kecamatan is visited twice', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 12 }), (all, count) => {
      const now: VisitCandidate[] = all.map((one) => ({ ...one, lastOn: null, times: 0 }));
      for (let week = 0; week < 80; week += 1) {
        const on = addDays('2026-01-05', week * 7);
        for (const chosen of chooseVisits(now, count, rankUnder(`pekan ${week}`)))
          now[now.indexOf(chosen)] = { ...chosen, lastOn: on, times: chosen.times + 1 };
      }
      for (const kecamatan of new Set(all.map((one) => one.kecamatan))) {
        const counts = now.filter((one) => one.kecamatan === kecamatan).map((one) => one.times);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(Math.min(...counts)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('the same seed and basis make the same choice, whatever order the basis comes in', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 30 }), fc.string(), (all, count, seed) => {
      expect(chooseVisits([...all].reverse(), count, rankUnder(seed))).toEqual(
        chooseVisits(all, count, rankUnder(seed)),
      );
    }),
  );
});

test('neighbours fall on the same day, and a day is never given more than its places', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, perDay) => {
      const days = workdaysOf('2026-11-23', '2026-11-24').map((on) => ({ on, places: perDay }));
      const spread = spreadVisits(all, days);
      expect(spread).toHaveLength(Math.min(all.length, 4 * perDay));
      for (const { on } of days)
        expect(spread.filter((one) => one.on === on).length).toBeLessThanOrEqual(perDay);
    }),
  );
});
