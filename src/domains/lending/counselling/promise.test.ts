import { describe, expect, it } from 'vitest';
import { standingOfPromises } from './promise.ts';

const promise = { id: 'p', entered: 10n, promisedOn: '2026-05-11', amountRupiah: 100_000n };
const paid = (on: string, amountRupiah: bigint, entered = 11n) => ({ entered, on, amountRupiah });
const stands = (payments: ReturnType<typeof paid>[], today: string) =>
  standingOfPromises([promise], payments, today).get('p');

describe('A promise to pay', () => {
  it('waits until its day has passed', () => {
    expect(stands([], '2026-05-11')).toEqual({ state: 'waiting', paidRupiah: 0n });
    expect(stands([], '2026-05-12')).toEqual({ state: 'broken', paidRupiah: 0n });
  });

  it('is kept by money paid until its day, be it in parts', () => {
    const parts = [paid('2026-05-08', 60_000n), paid('2026-05-11', 40_000n)];
    expect(stands(parts, '2026-05-11')).toEqual({ state: 'kept', paidRupiah: 100_000n });
    expect(stands(parts.slice(0, 1), '2026-05-12')).toEqual({
      state: 'partly',
      paidRupiah: 60_000n,
    });
  });

  it('is not kept by money that was there before, or came too late', () => {
    expect(stands([paid('2026-05-08', 100_000n, 9n)], '2026-05-12')?.state).toBe('broken');
    expect(stands([paid('2026-05-12', 100_000n)], '2026-05-12')?.state).toBe('broken');
  });

  it('is kept by money received in time and written down late', () => {
    expect(stands([paid('2026-05-10', 100_000n, 99n)], '2026-05-20')?.state).toBe('kept');
  });

  it('shares no rupiah with another: what keeps the first does not keep the second', () => {
    const second = { id: 'q', entered: 12n, promisedOn: '2026-05-18', amountRupiah: 100_000n };
    const standing = standingOfPromises(
      [second, promise],
      [paid('2026-05-09', 150_000n, 13n)],
      '2026-05-19',
    );
    expect(standing.get('p')).toEqual({ state: 'kept', paidRupiah: 100_000n });
    expect(standing.get('q')).toEqual({ state: 'partly', paidRupiah: 50_000n });
  });
});
