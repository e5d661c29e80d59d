import { newId } from '#kernel/id.ts';
import { places } from '#test/worlds/melati.ts';

/** Somebody found standing in front of a mentor, as the phone sends her; change what the test is about. */
export function foundInTheField(change: {
  readonly person?: Record<string, unknown>;
  readonly business?: Record<string, unknown> | null;
  readonly consent?: Record<string, unknown>;
  readonly rest?: Record<string, unknown>;
}) {
  return {
    encounterId: newId(),
    metOn: '2026-03-11',
    person: {
      id: newId(),
      name: 'marlina',
      nik: '9971015405900007',
      noNikWhy: null,
      sex: 'female',
      bornOn: '1990-05-14',
      phone: '+6281255500001',
      address: 'Lorong Mawar',
      kelurahanCode: places.kelurahan,
      rt: '04',
      rw: '02',
      ...change.person,
    },
    household: { kk: '9971010203040001', period: '2024-05' },
    business:
      change.business === null
        ? null
        : {
            id: newId(),
            name: 'Keripik Bu Marlina',
            product: 'keripik singkong balado',
            sector: 'culinary',
            kbli: null,
            startedYear: 2021,
            turnoverMonthRupiah: null,
            turnoverBand: '1m-5m',
            workers: 2,
            point: { latitude: -1.6101, longitude: 103.6131, accuracyMeters: 12 },
            ...change.business,
          },
    consent: {
      noticeVersion: 1,
      photoNoticeVersion: null,
      channel: 'written',
      witness: null,
      mark: 'M10 20 L60 80 L120 40',
      ...change.consent,
    },
    photoSha256: null,
    ...change.rest,
  };
}
