import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { noticeOf, noticeOn } from '../consent-notice.ts';
import { consentsOfPerson } from './consent-pages.ts';
import { allNotices, publishedNotices } from './notice-store.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
});

const body = (change: object = {}) => ({
  version: 2,
  validFrom: '2026-03-18',
  textId: 'Saya setuju data saya diberikan kepada {lembaga} untuk dinilai bagi pinjaman.',
  textEn: 'I agree that my data are given to {lembaga} to assess me for a loan.',
  spokenId: 'Bu, data Ibu kami kirim ke {lembaga}; mereka yang memutuskan. Setuju?',
  spokenEn: 'We send your data to {lembaga}; they decide. Do you agree to that?',
  sourceDocument: 'Nota dinas 12/2026',
  ...change,
});
const publish = (change: object = {}, as = melati.head) =>
  house.does(as, 'registry.publish-consent-notice', body(change), newId());
const agrees = (name: string, noticeVersion: number) =>
  house.does(melati.mentor, 'registry.record-consent', {
    personId: melati.member(name).id,
    purpose: 'share-with-lender',
    noticeVersion,
    channel: 'written',
    on: house.now.toISOString().slice(0, 10),
  });
const versionOf = async (name: string) => {
  const [one] = await house.app.read(testCity, (db) =>
    consentsOfPerson(db, melati.member(name).id),
  );
  return one?.noticeVersion;
};

test('a new statement holds from its day, and who answered before keeps what she was read', async () => {
  await agrees('Siti', 1);
  await publish();
  await agrees('Rohani', 1);
  house.now = new Date('2026-03-18T02:00:00Z');
  expect(await refusedAs(agrees('Nurhayati', 1))).toBe('registry.unknown-notice');
  await agrees('Nurhayati', 2);
  expect(await Promise.all(['Siti', 'Rohani', 'Nurhayati'].map(versionOf))).toEqual([1, 1, 2]);
  const notices = await house.app.read(testCity, allNotices);
  const now = noticeOn('share-with-lender', '2026-03-18', notices);
  expect(now.text('Bank Nagari').id).toContain('kepada Bank Nagari untuk');
  expect(now.text(null).en).toContain('every lender that works with this programme');
  expect(noticeOf('share-with-lender', 1, notices)?.version).toBe(1);
  const [published] = await house.app.read(testCity, publishedNotices);
  expect(published).toMatchObject({ version: 2, answers: 1n, publishedBy: 'Hj. Ratna' });
});

test('refuses one that was published meanwhile, one of the past, and one that names no lender', async () => {
  expect(await refusedAs(publish())).toBe('registry.notice-taken');
  const third = { version: 3, validFrom: '2026-03-17' };
  expect(await refusedAs(publish(third))).toBe('registry.notice-too-early');
  const nameless = 'Saya setuju data saya diberikan untuk dinilai bagi pinjaman.';
  expect(await refusedAs(publish({ version: 3, textId: nameless }))).toBe('command.invalid-input');
  expect(await refusedAs(publish({ version: 3 }, melati.mentor))).toBe('command.not-allowed');
});

test('two people publishing at once publish one', async () => {
  const third = { version: 3, validFrom: '2026-03-25' };
  const ended = await Promise.all([refusedAs(publish(third)), refusedAs(publish(third))]);
  expect(ended.toSorted()).toEqual(['accepted', 'registry.notice-taken']);
});
