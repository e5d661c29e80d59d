import { defineProblems } from '#platform/command/problem.ts';

const some = (codes: readonly string[]) =>
  codes.slice(0, 5).join(', ') + (codes.length > 5 ? ` … (${codes.length})` : '');

export const boundaryProblems = defineProblems('registry', {
  notGeojson: {
    status: 422,
    say: () => ({
      id: 'Berkas ini bukan GeoJSON yang utuh. Ekspor lagi dari program petanya sebagai GeoJSON, lalu coba lagi.',
      en: 'This file is no whole GeoJSON. Export it again from the map program as GeoJSON, then try again.',
    }),
  },
  noBoundaries: {
    status: 422,
    say: () => ({
      id: 'Di berkas ini tidak ada bidang (Polygon atau MultiPolygon). Ekspor batas kelurahannya, bukan titik atau garis.',
      en: 'There is no area (Polygon or MultiPolygon) in this file. Export the kelurahan’s borders, not points or lines.',
    }),
  },
  boundaryWithoutCode: {
    status: 422,
    say: (d: { number: number; columns: readonly string[] }) => ({
      id: `Bidang ke-${d.number} tidak punya kode wilayah Kemendagri seperti 15.71.01.1001. Kolom yang ada: ${d.columns.join(', ') || 'tidak ada'}. Isi kodenya di salah satu kolom itu.`,
      en: `Area ${d.number} has no Kemendagri region code such as 15.71.01.1001. Its columns: ${d.columns.join(', ') || 'none'}. Put the code into one of them.`,
    }),
  },
  boundariesOfAnotherCity: {
    status: 422,
    say: (d: { theirs: string; ours: string }) => ({
      id: `Berkas ini batas wilayah ${d.theirs}, sedangkan kota ini ${d.ours}. Pilih berkas kota ini. Kode BPS dengan angka yang sama adalah kota lain.`,
      en: `This file has the borders of ${d.theirs}; this city is ${d.ours}. Choose this city’s file. A BPS code of the same digits is another city.`,
    }),
  },
  unknownRegions: {
    status: 422,
    say: (d: { codes: readonly string[] }) => ({
      id: `Kode ini tidak ada di daftar kelurahan: ${some(d.codes)}. Periksa kodenya; daftar kelurahan memakai kode Kemendagri yang berlaku sekarang.`,
      en: `These codes are not on the list of kelurahan: ${some(d.codes)}. Check them; the list holds the Kemendagri codes in force.`,
    }),
  },
  boundaryTwice: {
    status: 422,
    say: (d: { code: string }) => ({
      id: `Kelurahan ${d.code} ada dua kali di berkas ini. Gabungkan menjadi satu MultiPolygon.`,
      en: `Kelurahan ${d.code} stands twice in this file. Join the two as one MultiPolygon.`,
    }),
  },
  brokenBoundary: {
    status: 422,
    say: (d: { code: string }) => ({
      id: `Batas ${d.code} terputus: garisnya tidak kembali ke titik awal, atau titiknya kurang dari tiga. Perbaiki di program petanya.`,
      en: `The border of ${d.code} is broken: it does not come back to where it began, or has fewer than three points. Mend it in the map program.`,
    }),
  },
  notDegrees: {
    status: 422,
    say: (d: { code: string }) => ({
      id: `Batas ${d.code} bukan bujur dan lintang dalam derajat, atau keduanya tertukar. Ekspor dengan sistem koordinat WGS 84 (EPSG:4326).`,
      en: `The border of ${d.code} is not longitude and latitude in degrees, or the two are exchanged. Export in WGS 84 (EPSG:4326).`,
    }),
  },
  crossesItself: {
    status: 422,
    say: (d: { code: string; near: string }) => ({
      id: `Batas ${d.code} memotong dirinya sendiri di dekat ${d.near}. Perbaiki bidangnya di program petanya, lalu ekspor lagi.`,
      en: `The border of ${d.code} crosses itself near ${d.near}. Mend the area in the map program and export it again.`,
    }),
  },
  tooManyPoints: {
    status: 413,
    say: (d: { most: number }) => ({
      id: `Batasnya lebih rinci daripada yang diperlukan: paling banyak ${d.most.toLocaleString('id-ID')} titik. Sederhanakan di program petanya (simplify).`,
      en: `The borders are finer than needed: at most ${d.most.toLocaleString('en')} points. Simplify them in the map program.`,
    }),
  },
});
