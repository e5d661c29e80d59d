import type { RegisterInstitution } from '#domains/partners/input.ts';
import type { DemoInstitution } from './demo-users.ts';

type Described = Pick<RegisterInstitution, 'kind' | 'name' | 'shortName' | 'books'>;

/** The city's departments, its PLUT, a cooperative whose books are kept here, and two lenders that keep their own. */
export const demoInstitutions: Readonly<Record<DemoInstitution, Described>> = {
  dinas: {
    kind: 'department',
    name: 'Dinas Tenaga Kerja, Koperasi, dan UKM',
    shortName: 'Disnakerkop UKM',
    books: 'none',
  },
  dinkes: { kind: 'department', name: 'Dinas Kesehatan', shortName: 'Dinkes', books: 'none' },
  dpmptsp: {
    kind: 'department',
    name: 'Dinas Penanaman Modal dan PTSP',
    shortName: 'DPMPTSP',
    books: 'none',
  },
  disperindag: {
    kind: 'department',
    name: 'Dinas Perindustrian dan Perdagangan',
    shortName: 'Disperindag',
    books: 'none',
  },
  pupr: {
    kind: 'department',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    shortName: 'PUPR',
    books: 'none',
  },
  dinsos: { kind: 'department', name: 'Dinas Sosial', shortName: 'Dinsos', books: 'none' },
  plut: { kind: 'plut', name: 'PLUT-KUMKM Kota Jambi', shortName: 'PLUT', books: 'none' },
  koperasi: {
    kind: 'cooperative',
    name: 'Koperasi Bina Sejahtera Jambi',
    shortName: 'Kop. Bina Sejahtera',
    books: 'kept-here',
  },
  bank: {
    kind: 'bank',
    name: 'Bank Batanghari Raya',
    shortName: 'Bank Batanghari',
    books: 'kept-by-partner',
  },
  bpr: {
    kind: 'bpr',
    name: 'BPR Sekoja Mandiri',
    shortName: 'BPR Sekoja',
    books: 'kept-by-partner',
  },
};
