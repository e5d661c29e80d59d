import { describe, expect, test } from 'vitest';
import { PlaceIndex, type Place } from '../place-matching.ts';
import { readPlace } from './place-reading.ts';
import type { Reason } from './reason.ts';

// A city that does not exist, with names as cities have them: one that is part of another, two that share a word, a number.
const kecamatan = { timur: '99.01.01', utara: '99.01.02', pasar: '99.01.03' };
const kelurahan = (code: string, name: string, parent: string): Place => ({
  ...{ code: `${parent}.${code}`, name, parent },
  level: 'kelurahan',
});
const places = new PlaceIndex(
  [
    { code: kecamatan.timur, level: 'kecamatan', name: 'Rimbajaya Timur', parent: '99.01' },
    { code: kecamatan.utara, level: 'kecamatan', name: 'Rimbajaya Utara', parent: '99.01' },
    { code: kecamatan.pasar, level: 'kecamatan', name: 'Pasar Lama', parent: '99.01' },
    kelurahan('1001', 'Gunung Pandan', kecamatan.timur),
    kelurahan('1002', 'Sungai Intan', kecamatan.timur),
    kelurahan('1003', 'Wono Asri Ilir', kecamatan.utara),
    kelurahan('1004', 'Wono Asri Ulu', kecamatan.utara),
    kelurahan('1005', 'Simpang III Karet', kecamatan.utara),
    kelurahan('1006', 'Batu Licin', kecamatan.pasar),
  ],
  ['Kota Rimbajaya', 'Provinsi Angan'],
);

function read(texts: { kelurahan?: string; kecamatan?: string }) {
  const reasons: Reason[] = [];
  const at = readPlace({ kelurahan: '', kecamatan: '', address: '', ...texts }, places, reasons);
  const repair = reasons.find(({ level }) => level === 'repair');
  return { code: at.kelurahanCode ?? at.kecamatanCode, repair };
}

describe('a kecamatan lands on its code', () => {
  test.each([
    ['as it is', 'Rimbajaya Timur', kecamatan.timur],
    ['shouted, with a space behind', 'RIMBAJAYA  TIMUR ', kecamatan.timur],
    ['with what it is before it', 'Kec. Rimbajaya Timur', kecamatan.timur],
    ['shortened', 'Rimbajaya Tim.', kecamatan.timur],
    ['its half alone', 'Utara', kecamatan.utara],
    ['in one word', 'RimbajayaUtara', kecamatan.utara],
    ['in three', 'Rimba Jaya Utara', kecamatan.utara],
    ['a letter short', 'Rimbajay Utara', kecamatan.utara],
    ['two letters exchanged', 'Rimbajyaa Utara', kecamatan.utara],
    ['in the old spelling', 'Rimbadjaja Utara', kecamatan.utara],
    ['a letter doubled', 'Pasarr Lama', kecamatan.pasar],
    ['abbreviated', 'Psr. Lama', kecamatan.pasar],
  ])('%s: “%s”', (_, written, code) => {
    expect(read({ kecamatan: written })).toEqual({ code, repair: undefined });
  });

  test('one that may be either waits for somebody, with a suggestion', () => {
    expect(read({ kecamatan: 'Rimbajaya' })).toEqual({ code: null, repair: undefined });
    expect(read({ kecamatan: 'Rimbajaya Tamur' }).code).toBe(kecamatan.timur);
    expect(read({ kecamatan: 'Rimbajay' }).repair).toMatchObject({
      code: 'place.kecamatan-unsure',
      fix: expect.stringMatching(/^Rimbajaya (Timur|Utara)$/),
    });
  });
});

describe('a kelurahan lands on its code', () => {
  test.each([
    ['as it is', 'Gunung Pandan', `${kecamatan.timur}.1001`],
    ['its first word abbreviated', 'GN. PANDAN', `${kecamatan.timur}.1001`],
    ['in one word', 'Gunungpandan', `${kecamatan.timur}.1001`],
    ['a letter wrong', 'Gunung Pandam', `${kecamatan.timur}.1001`],
    ['with what it is before it', 'Kel. Sei Intan', `${kecamatan.timur}.1002`],
    ['in the old spelling', 'Soengai Intan', `${kecamatan.timur}.1002`],
    ['a number in figures', 'Simp. 3 Karet', `${kecamatan.utara}.1005`],
    ['spaces behind and between', '  Batu   Licin ', `${kecamatan.pasar}.1006`],
  ])('%s: “%s”', (_, written, code) => {
    expect(read({ kelurahan: written })).toEqual({ code, repair: undefined });
  });

  test.each([
    ['one of two', 'Wono Asri', 'Wono Asri Ilir'],
    ['its last word', 'Licin', 'Batu Licin'],
    ['with the city behind it', 'Batu Licin Rimbajaya', 'Batu Licin'],
    ['two at once', 'Sungai Intan / Batu Licin', 'Sungai Intan'],
  ])('%s, “%s”, is to repair with a suggestion', (_, written, fix) => {
    expect(read({ kelurahan: written }).repair).toMatchObject({
      code: 'place.kelurahan-unsure',
      fix,
    });
  });

  test('one its kecamatan does not have is to repair, and those it has are named', () => {
    const { repair } = read({ kelurahan: 'Telaga Biru', kecamatan: 'Rimbajaya Timur' });
    expect(repair?.code).toBe('place.kelurahan-unknown');
    expect(repair?.says.id).toContain('yang ada: Gunung Pandan, Sungai Intan.');
  });
});
