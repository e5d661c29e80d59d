import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { ringOf } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { candidateKey } from '../../import/candidate.ts';
import type { Candidate } from '../../import/candidate.ts';
import {
  blindHash,
  openCandidate,
  openCell,
  sealCell,
  sealNumber,
} from '../imports/import-secrets.ts';
import type { StoredCandidate, StoredCell } from '../imports/import-secrets.ts';
import { hashStragglingRows, resealImportRows } from './import-number-store.ts';
import { numbersNotUnder, swapIndexes } from './number-store.ts';

const house = useHouse();
const [before, after] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const old = sealerFor(ringOf([before]), 'identity');
const both = sealerFor(ringOf([after, before]), 'identity');
const newName = both.ring()[0]!.name;
const nik = '9971015405900007';

const candidate = (name: string): Candidate => ({
  person: {
    ...{ name, nameKey: name.toLowerCase(), nik, kk: null, sex: 'female' },
    ...{ bornOn: '1990-05-14', phone: null, otherPhones: [] },
  },
  business: null,
  place: { kelurahanCode: null, kecamatanCode: null, text: 'Murni', address: 'Jl. Mawar' },
  facts: {},
});

function stored({ person, ...rest }: Candidate): StoredCandidate {
  const { nik: number, kk: _none, ...open } = person;
  const numbers = { nik: sealNumber(number, old), kk: null };
  return { ...rest, person: open, ...numbers, addsBusiness: false, sameAsRow: null };
}

interface Row {
  readonly n: number;
  readonly cells: { readonly c: readonly StoredCell[] } | readonly [];
  readonly candidate: StoredCandidate | null;
  readonly key: Buffer | null;
}

const rows = async () =>
  (
    await house.app.pools.owner.query<Row>(
      'select row_number as n, cells, candidate, row_key as key from registry.import_row order by row_number',
    )
  ).rows;

test('rows of imports are sealed anew, known again by their new keys, and lose those whose words were forgotten', async () => {
  await house.found();
  const { owner } = house.app.pools;
  const batch = newId();
  await owner.query(
    `insert into registry.import_batch (city_id, id, file_name, sha256, state, uploaded_by, uploaded_at)
     values ($1, $2, 'daftar.csv', repeat('a', 64), 'applied', $3, now())`,
    [testCity, batch, newId()],
  );
  const keyOf = (name: string) => blindHash(old.under(null)).row(candidateKey(candidate(name)));
  const insert = (n: number, cells: unknown, kept: unknown, key: string) =>
    owner.query(
      `insert into registry.import_row (city_id, batch_id, row_number, cells, candidate, row_key)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'))`,
      [testCity, batch, n, JSON.stringify(cells), kept && JSON.stringify(kept), key],
    );
  for (const [n, name] of [
    [2, 'Siti'],
    [3, 'Rohani'],
  ] as const)
    await insert(n, { c: [name, sealCell(nik, old)] }, stored(candidate(name)), keyOf(name));
  await insert(4, [], null, keyOf('Emi'));
  expect(await house.database.read((db) => numbersNotUnder(db, newName))).toBe(2);

  const seal = both.under(newName);
  await house.database.write(async (tx) => {
    expect(await resealImportRows(tx, { after: null, seal, coming: seal })).toEqual({
      rows: 3,
      after: null,
    });
  });
  // One was judged again meanwhile, which writes its key but not the coming one.
  await owner.query('update registry.import_row set next_row_key = null where row_number = 3');
  await house.database.write(async (tx) => {
    await hashStragglingRows(tx, seal);
    await swapIndexes(tx);
  });

  expect(await house.database.read((db) => numbersNotUnder(db, newName))).toBe(0);
  const alone = sealerFor(ringOf([after]), 'identity').under(newName);
  const [siti, rohani, forgotten] = await rows();
  for (const [row, name] of [
    [siti, 'Siti'],
    [rohani, 'Rohani'],
  ] as const) {
    const cells = row && 'c' in row.cells ? row.cells.c : [];
    expect(cells.map((cell) => openCell(cell, alone))).toEqual([name, nik]);
    expect(openCandidate(row!.candidate!, alone).person).toMatchObject({ name, nik });
    expect(row?.key?.toString('hex')).toBe(blindHash(alone).row(candidateKey(candidate(name))));
  }
  expect(forgotten).toMatchObject({ cells: [], candidate: null, key: null });
});
