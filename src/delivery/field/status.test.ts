import { describe, expect, test } from 'vitest';
import { ageWords } from './age.ts';
import { signalWords, statusLines } from './status.ts';
import { freshMeta } from './store/idb-store.ts';

describe('the line about signal', () => {
  const calm = { online: true, busy: false, unsent: 0, age: null, refreshed: ageWords(0, 60_000) };
  const age = ageWords(0, 2 * 3_600_000);

  test('says how much is unsent and how old, with and without signal', () => {
    expect(signalWords({ ...calm, unsent: 3, age }).id).toBe('3 belum terkirim, tertua 2 jam lalu');
    expect(signalWords({ ...calm, online: false, unsent: 3, age }).en).toBe(
      'No signal · 3 unsent, oldest 2 hours ago',
    );
  });

  test('says that all is sent, and from when the data is', () => {
    expect(signalWords(calm).id).toBe('Terkirim semua · data 1 menit lalu');
    expect(signalWords({ ...calm, refreshed: null }).id).toBe('Data belum dimuat');
  });
});

describe('what is wrong with a phone', () => {
  const meta = freshMeta('hp');
  const well = { meta, storage: null, full: false, noRoom: false };
  const said = (change: Partial<Parameters<typeof statusLines>[0]>) =>
    statusLines({ ...well, ...change }).map(({ words }) => words.id);

  test('is nothing when all is well', () => {
    expect(said({})).toEqual([]);
    expect(said({ meta: { ...meta, clockOffsetMs: 9 * 60_000 } })).toEqual([]);
  });

  test('names revocation, an old app, lost numbers, a copied phone and a wrong clock', () => {
    expect(said({ meta: { ...meta, paused: { reason: 'unauthorised', at: 0 } } })[0]).toMatch(
      /dicabut/,
    );
    expect(said({ meta: { ...meta, paused: { reason: 'update-needed', at: 0 } } })[0]).toMatch(
      /terlalu lama/,
    );
    expect(said({ meta: { ...meta, lost: [4, 5] } })[0]).toMatch(/nomor 4, 5/);
    expect(said({ meta: { ...meta, doubleSeen: true } })[0]).toMatch(/salinan/);
    expect(said({ meta: { ...meta, clockOffsetMs: -3 * 86_400_000 } })[0]).toMatch(/3 hari/);
  });

  test('warns before the phone is full, and says so when it is', () => {
    const storage = { persistent: true, usedBytes: 85, quotaBytes: 100, nearlyFull: true };
    expect(said({ storage })[0]).toMatch(/hampir penuh/);
    expect(said({ storage, full: true })).toHaveLength(1);
    expect(said({ full: true })[0]).toMatch(/belum tersimpan/);
    expect(said({ storage, noRoom: true })).toEqual([expect.stringMatching(/kabar dari kota/)]);
  });
});
