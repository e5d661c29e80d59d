import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import type { WorldHouse } from '#test/house.ts';
import { imaginePeople } from './people-with-errors.ts';

/**
 * A register in which some people are written down more than once, with the slips such lists have.
 *
 * @returns of each record's id which person it is of
 */
export async function registerImagined(
  house: WorldHouse,
  imagined: { readonly people: number; readonly seed: number },
): Promise<Map<string, number>> {
  const personOf = new Map<string, number>();
  for (const { cells, person } of imaginePeople(imagined.people, imagined.seed)) {
    const id = newId();
    personOf.set(id, person);
    const [name = '', born = '', sex = '', phone = '', , address = ''] = cells;
    const isDate = /^\d{4}-\d\d-\d\d$/.test(born);
    const isPhone = /^(0|\+62)\d{9,13}$/.test(phone);
    await house.app.pools.owner.query(
      `insert into registry.person (city_id, id, name, name_key, sex, born_on, phone, address, created_by)
       values ($1, $2, $3, lower($3), $4, $5, $6, $7, $2)`,
      [
        testCity,
        id,
        name,
        sex === '' ? null : sex === 'P' ? 'female' : 'male',
        isDate ? born : null,
        isPhone ? phone.replace(/^(0|\+62)/, '+62') : null,
        address === '' ? null : address,
      ],
    );
  }
  return personOf;
}
