import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { getBook } from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
const admin = actorWith('Pengelola', cityRole('admin'));

beforeAll(() => house.found());

function open(change: Record<string, unknown> = {}) {
  const body = {
    institutionId: newId(),
    code: `buku-${newId().slice(-12)}`,
    name: 'Koperasi Uji',
    openedOn: '2026-04-01',
    openingCapitalRupiah: '1000000',
    ...change,
  };
  return { body, sent: house.does(admin, 'ledger.open-book', body) };
}

async function balancesOf(institutionId: string): Promise<string[]> {
  const book = await house.app.read(testCity, (db) => getBook(db, institutionId));
  const { rows } = await house.app.pools.owner.query<{ line: string }>(
    `select control || ' ' || balance as line from ledger.account where book_id = $1 and balance <> 0 order by control`,
    [book.id],
  );
  return rows.map((row) => row.line);
}

describe('Opening a book', () => {
  it('puts the opening capital into the till', async () => {
    const { body, sent } = open();
    await sent;
    expect(await balancesOf(body.institutionId)).toEqual([
      'Aset:Kas:Brankas 1000000',
      'Ekuitas:Modal -1000000',
    ]);
  });

  it('is refused a second time for an institution, and with a code that is taken', async () => {
    const { body, sent } = open();
    await sent;
    const exists = expect.objectContaining({ code: 'ledger.book-exists' });
    await expect(open({ institutionId: body.institutionId }).sent).rejects.toEqual(exists);
    await expect(open({ code: body.code }).sent).rejects.toEqual(exists);
  });

  it('is refused for a day that has not come', async () => {
    await expect(open({ openedOn: '2026-04-02' }).sent).rejects.toMatchObject({
      code: 'ledger.opens-in-future',
    });
  });
});
