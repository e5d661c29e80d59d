import { expect, test } from 'vitest';
import { nameKey } from '#kernel/text.ts';
import type { Candidate } from './candidate.ts';
import { RowJudge, type KnownInRegistry } from './judge-rows.ts';

interface Short {
  name: string;
  nik?: string;
  born?: string;
  phone?: string;
  business?: string;
  kelurahan?: string;
}

function candidate({ name, nik, born, phone, business, kelurahan }: Short): Candidate {
  return {
    person: {
      name,
      nameKey: nameKey(name),
      nik: nik ?? null,
      kk: null,
      sex: null,
      bornOn: born ?? null,
      phone: phone ?? null,
      otherPhones: [],
    },
    business:
      business === undefined
        ? null
        : {
            name: business,
            nameKey: nameKey(business),
            product: null,
            sector: 'other',
            kbliCode: null,
            nib: null,
          },
    place: { kelurahanCode: kelurahan ?? null, kecamatanCode: null, text: null, address: null },
    facts: {},
  };
}

const hash = { nik: (number: string) => `h${number}`, row: (key: string) => `r${key}` };

function judge(rows: Short[], known: KnownInRegistry[] = []) {
  const judge = new RowJudge(hash);
  judge.know(known);
  return rows.map((row, at) =>
    judge.judge({ number: at + 1, candidate: candidate(row), reasons: [] }),
  );
}

const outcomesOf = (rows: Short[], known?: KnownInRegistry[]) =>
  judge(rows, known).map(({ outcome, reasons }) =>
    reasons[0] === undefined ? outcome : reasons[0].code,
  );

const ani: KnownInRegistry = {
  person: {
    ref: { kind: 'person', id: 'p1' },
    name: 'Ani',
    nameKey: 'ani',
    nik: 'h9999014105900001',
    bornOn: '1990-05-01',
    phone: '+6281234567890',
    place: '99.01',
    businesses: [{ id: 'b1', nameKey: nameKey('Dapur Ani'), place: '99.01' }],
  },
  rowKeys: [],
};

test.each<[Short, string]>([
  [{ name: 'Ani', nik: '9999014105900001' }, 'same.nik'],
  [{ name: 'Ani Lestari', nik: '9999014105900001' }, 'same.nik'],
  [{ name: 'Budi Santoso', nik: '9999014105900001' }, 'review.nik-other-name'],
  [{ name: 'Hj. ANI', phone: '+6281234567890' }, 'same.name-phone'],
  [{ name: 'Ani', born: '1990-05-01' }, 'same.name-birth'],
  [{ name: 'Ani', business: 'DAPUR ANI', kelurahan: '99.01' }, 'same.name-business-place'],
  [{ name: 'Ani', business: 'Dapur Ani', kelurahan: '99.02' }, 'new'],
  [{ name: 'Ani', phone: '+6281234567890', born: '1980-01-01' }, 'review.contradicts'],
  [{ name: 'Ani', phone: '+6281234567890', nik: '9999014105900002' }, 'review.contradicts'],
  [{ name: 'Ani', kelurahan: '99.01' }, 'review.name-place'],
  [{ name: 'Anik', phone: '+6281234567890' }, 'review.phone-near-name'],
  [{ name: 'Anik', born: '1990-05-01' }, 'review.birth-near-name'],
  [{ name: 'Budi Santoso', phone: '+6281234567890' }, 'new'],
  [{ name: 'Ani' }, 'new'],
])('%j beside Ani ends as %s', (row, outcome) => {
  expect(outcomesOf([row], [ani])).toEqual([outcome]);
});

test('a person listed twice in one file is registered once, her second business added', () => {
  const rows = judge([
    { name: 'Ani', phone: '+628111111111', business: 'Dapur Ani' },
    { name: 'ANI', phone: '+628111111111', business: 'Warung Ani' },
    { name: 'Ani', phone: '+628111111111', business: 'Warung Ani' },
  ]);
  expect(rows.map(({ outcome, business }) => [outcome, business])).toEqual([
    ['new', 'new'],
    ['same', 'new'],
    ['same', 'same'],
  ]);
  expect(rows[1]!.reasons[0]!.says.en).toBe('Same name and phone as Ani in row 1.');
});

test('what a row before added to a person is known to every row after, by whatever it is matched', () => {
  const nik = '9999014105900001';
  const rows = judge([
    { name: 'Ani', nik, business: 'Dapur Ani' },
    { name: 'Ani', nik, business: 'Warung Ani', kelurahan: '99.01' },
    { name: 'Ani', nik, business: 'Warung Ani', kelurahan: '99.02' },
  ]);
  expect(rows.map(({ business }) => business)).toEqual(['new', 'new', 'same']);
});

test('a row applied before is the same although nothing but its words can tell', () => {
  const row: Short = { name: 'Ani', kelurahan: '99.01' };
  const [first] = judge([row]);
  const known: KnownInRegistry = {
    person: { ...ani.person, nik: null, bornOn: null, phone: null, businesses: [] },
    rowKeys: [first!.rowKey!],
  };
  expect(outcomesOf([row], [known])).toEqual(['same.same-row']);
});

test('a repair is never matched, and its reasons come before the warnings', () => {
  const judged = new RowJudge(hash).judge({
    number: 1,
    candidate: candidate({ name: 'Ani' }),
    reasons: [
      { level: 'warning', code: 'w', says: { id: '', en: '' } },
      { level: 'repair', code: 'r', says: { id: '', en: '' } },
    ],
  });
  expect(judged).toMatchObject({ outcome: 'repair', known: null, business: 'none' });
  expect(judged.reasons.map(({ code }) => code)).toEqual(['r', 'w']);
});
