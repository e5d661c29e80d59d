import type { App } from '../src/app.ts';

/**
 * Adds synthetic people, each with a business, to the demo city until it holds as many records as asked.
 * Straight into the tables: only their number matters here.
 */
export async function growRegistry(app: App, records: number): Promise<number> {
  const pairs = Math.floor(records / 2);
  const { owner } = app.pools;
  await owner.query(
    `
    with place as (select code, parent_code, row_number() over (order by code) - 1 as n, count(*) over () as total
      from registry.region where city_id = '15.71' and level = 'kelurahan'),
    made as (
      insert into registry.person (city_id, id, name, name_key, sex, kelurahan_code, created_by)
      select '15.71', gen_random_uuid(), 'Warga ' || md5(i::text), md5(i::text), 'female', p.code, gen_random_uuid()
      from generate_series(1, $1::int) i join place p on p.n = i % p.total
      returning id, name, kelurahan_code)
    insert into registry.business (city_id, id, owner_id, name, name_key, sector, kelurahan_code, kecamatan_code, created_by)
    select '15.71', gen_random_uuid(), m.id, 'Usaha ' || m.name, 'usaha ' || m.name, 'culinary', m.kelurahan_code, p.parent_code, m.id
    from made m join place p on p.code = m.kelurahan_code`,
    [pairs],
  );
  await owner.query('vacuum (analyze)');
  const { rows } = await owner.query<{ n: bigint }>(
    'select (select count(*) from registry.person) + (select count(*) from registry.business) as n',
  );
  return Number(rows[0]?.n ?? 0n);
}
