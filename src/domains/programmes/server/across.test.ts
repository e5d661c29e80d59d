import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { departmentShares, listAcross, listDoubleService, listNeverServed } from './cross-pages.ts';
import { countNeverServed } from './never-served.ts';
import { findDraw, listDraws, listInvited } from './invitation-pages.ts';

const house = useHouse('2026-11-18T02:00:00Z');
const list = { q: '', sort: 'name', direction: 'asc', size: 50, offset: 0, filters: {} } as const;
const today = '2026-11-18';
const neighbours = ['Kartini Sari', 'Fatimah', 'Zubaidah'] as const;
const ids = Object.fromEntries(neighbours.map((name) => [name, newId()])) as Record<
  (typeof neighbours)[number],
  string
>;
const nik = (at: number) => `997101610480000${at + 1}`;
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
  const business = { product: 'jamu', sector: 'culinary', kbli: null, nib: null, address: null };
  await house.does(systemActor, 'registry.register-people', {
    source: 'Daftar lama',
    people: neighbours.map((name, at) => ({
      ...{ id: ids[name], name, sex: 'female', bornOn: '1980-04-21', nik: nik(at), phone: null },
      ...{ kelurahanCode: places.kelurahan, address: null },
      businesses: [
        { ...business, id: newId(), name: `Jamu ${name}`, kelurahanCode: places.kelurahan },
      ],
    })),
  });
});

const read = <T>(fn: Parameters<typeof house.app.read<T>>[1]) => house.app.read(testCity, fn);
const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name);
async function niksOf(people: readonly string[]): Promise<string[]> {
  const { rows } = await read((db) =>
    sql<{
      sealed: Buffer;
    }>`select i.sealed from unnest(${people}::uuid[]) with ordinality as a (id, at)
      join registry.identifier i on i.city_id = ${testCity} and i.person_id = a.id and i.kind = 'nik' order by a.at`.execute(
      db,
    ),
  );
  return rows.map((row) => house.app.identitySealer.open(row.sealed));
}
async function brings(people: readonly string[], about: Record<string, unknown>) {
  const listId = newId();
  const empty = { kk: null, bornOn: null, kelurahanCode: null, relation: null, decile: null };
  await house.does(melati.officer, 'registry.read-people-list', {
    ...{ listId, title: 'Daftar', fileName: 'daftar.csv', givenOn: '2026-10-01', ...about },
    rows: (await niksOf(people)).map((one, at) => ({
      ...{ ...empty, number: at + 2, name: `Baris ${at}`, nik: one },
      ...(about.kind === 'decile' ? { decile: at + 1 } : {}),
    })),
  });
  await house.does(melati.officer, 'registry.apply-people-list', { listId });
}
const health = () => ({
  kind: 'department',
  departmentId: melati.department,
  departmentName: 'Dinkes',
});
const trade = { kind: 'department', departmentId: newId(), departmentName: 'Disdag' };

/** Behind the commands' back. */
const asOwner = (statement: string, id: string) => house.app.pools.owner.query(statement, [id]);

describe('departments that list the same people', () => {
  test('are shown with whom they share, and each woman with everybody who lists her', async () => {
    const siti = melati.member('Siti').id;
    await brings([siti, melati.member('Rohani').id], { ...health(), service: 'capital' });
    await brings([siti, ids.Fatimah], { ...trade, service: null });
    expect(await read((db) => departmentShares(db))).toEqual([
      { id: melati.department, name: 'Dinkes', people: 2, shared: 1 },
      { id: trade.departmentId, name: 'Disdag', people: 2, shared: 1 },
    ]);
    const shared = await read((db) => listAcross(db, list));
    expect(shared.rows).toMatchObject([{ name: 'Siti Aminah', givers: ['Dinkes', 'Disdag'] }]);
    const filters = { perangkat: trade.departmentId };
    expect(names((await read((db) => listAcross(db, { ...list, filters }))).rows)).toEqual([
      'Fatimah',
      'Siti Aminah',
    ]);
  });

  test('give double where the city gave the same within a year, and not where it is longer ago', async () => {
    const found = await read((db) => listDoubleService(db, list, today));
    expect(found.rows.map((row) => [row.name, row.service, row.givers.length])).toEqual([
      ['Rohani', 'capital', 2],
      ['Siti Aminah', 'capital', 2],
    ]);
    expect((await read((db) => listDoubleService(db, list, '2028-01-01'))).total).toBe(0);
    const filters = { layanan: 'training' };
    expect((await read((db) => listDoubleService(db, { ...list, filters }, today))).total).toBe(0);
  });

  test('leave some who never received anything; to be listed only is to have received nothing', async () => {
    const nobody = await read((db) => listNeverServed(db, list));
    expect(names(nobody.rows)).toEqual(['Fatimah', 'Kartini Sari', 'Zubaidah']);
    expect(nobody.total).toBe(3);
    const one = await read((db) => listNeverServed(db, { ...list, q: 'kartini' }));
    expect(names(one.rows)).toEqual(['Kartini Sari']);
  });

  test('count two records of one person once, and her service under either of them', async () => {
    const twin = newId();
    await house.does(systemActor, 'registry.register-people', {
      source: 'Daftar lain',
      people: [
        {
          ...{ id: twin, name: 'Siti Aminah', sex: 'female', bornOn: '1985-03-12', phone: null },
          ...{ nik: '9971016104800009', kelurahanCode: places.kelurahan, address: null },
          businesses: [],
        },
      ],
    });
    await asOwner('delete from registry.identifier where person_id = $1', twin);
    const siti = melati.member('Siti').id;
    await house.does(melati.officer, 'registry.merge-people', {
      ...{ mergeId: newId(), personId: siti, intoId: twin, reason: 'orang yang sama' },
      despiteFamily: false,
    });
    const shared = await read((db) => listAcross(db, list));
    expect(shared.rows).toMatchObject([{ id: twin, givers: ['Dinkes', 'Disdag'] }]);
    expect(names((await read((db) => listNeverServed(db, list))).rows)).not.toContain(
      'Siti Aminah',
    );
  });
});

describe('an invitation', () => {
  const rule = { mostDecile: 4, kecamatan: null, womenFirst: false, notInvitedBefore: true };
  const draws = (change: Record<string, unknown> = {}) =>
    house.does(melati.officer, 'programmes.draw-invitations', {
      ...{ drawId: newId(), title: 'Pelatihan kemasan', heldOn: '2026-12-01', places: 2 },
      ...{ seed: 'Surat 500/12/2026', rule, ...change },
    }) as Promise<{ drawId: string; pool: number; invited: number }>;

  test('is refused while nobody is known to be poor', async () => {
    expect(await refusedAs(draws())).toBe('programmes.nobody-to-invite');
  });

  test('is drawn among the poor with a business whom nobody served, and repeats itself', async () => {
    await brings([...neighbours.map((name) => ids[name]), melati.member('Emi').id], {
      ...{ kind: 'decile', quarter: '2026-Q3', whole: true },
    });
    const { drawId, pool, invited } = await draws();
    expect([pool, invited]).toEqual([3, 2]);
    // Emi is poor and has a business too, but was served.
    const counted = await read((db) => countNeverServed(db, '2026-Q3'));
    expect(counted).toEqual([{ code: places.kecamatan, people: 4, never: 3 }]);
    const draw = await read((db) => findDraw(db, drawId));
    expect(draw).toMatchObject({ repeats: true, turn: 1, shares: [{ stood: 3, invited: 2 }] });
    const chosen = await read((db) =>
      listInvited(db, drawId, { chosen: true, size: 9, offset: 0 }),
    );
    const reserve = await read((db) =>
      listInvited(db, drawId, { chosen: false, size: 9, offset: 0 }),
    );
    expect(names([...chosen.rows, ...reserve.rows]).toSorted()).toEqual([...neighbours].toSorted());
  });

  test('leaves out whom an earlier draw invited, says when the same people are drawn again, and takes no seed twice', async () => {
    expect(await refusedAs(draws())).toBe('programmes.seed-used');
    expect(await refusedAs(draws({ heldOn: '2026-11-17' }))).toBe('programmes.held-in-past');
    expect(await draws({ seed: 'Surat 501' })).toMatchObject({ pool: 1, invited: 1 });
    const all = { ...rule, notInvitedBefore: false };
    await draws({ seed: 'Surat 502', rule: all });
    const turns = await read((db) => listDraws(db, 10));
    expect(turns.map(({ seed, turn }) => [seed, turn])).toEqual(
      expect.arrayContaining([
        ['Surat 502', 2],
        ['Surat 501', 1],
      ]),
    );
  });

  test('is seen to have been touched when a rank was changed behind its back', async () => {
    const [draw] = await read((db) => listDraws(db, 1));
    await asOwner(
      'update programmes.invitation set rank = 3 - rank where draw_id = $1 and rank < 3',
      draw!.id,
    );
    expect((await read((db) => findDraw(db, draw!.id)))?.repeats).toBe(false);
  });
});
