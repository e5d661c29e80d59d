import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import { demoIds } from './ids.ts';
import type { DemoPerson } from './population.ts';
import { seededRandom } from './random.ts';

/** Slips people make when they write somebody down a second time. */
const slips: readonly ((
  person: DemoPerson,
) => Partial<Pick<DemoPerson, 'name' | 'bornOn' | 'phone'>>)[] = [
  ({ name }) => ({ name: `Ibu ${name}` }),
  ({ name }) => ({ name: name.replace(/([aiu])(?=[^aiueo]*$)/, '$1h') }),
  ({ name }) => ({ name: name.replace(/([bdmnrst])/, '$1$1'), phone: null }),
  ({ name, bornOn }) => ({
    name: name.split(' ').slice(0, 2).join(' '),
    bornOn: exchanged(bornOn),
  }),
  ({ name }) => ({ name: name.toUpperCase().replace(/Y/g, 'I') }),
  ({ name }) => ({ name, phone: null }),
];

/** Day and month exchanged, where that is a day at all. */
function exchanged(on: BusinessDate): BusinessDate {
  const [year = '', month = '', day = ''] = on.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : on;
}

/**
 * A few members of groups whom their mentors wrote down a second time at a bazaar, without card and with slips: what a
 * reviewer finds waiting. The whole register is then compared by a job, which tells on which grounds.
 */
export async function writeSomeDownTwice(given: {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
}): Promise<void> {
  const { house, city, groups, today } = given;
  const ids = demoIds(instant(addDays(today, -396), '00:00'), seededRandom('written down twice'));
  const metOn = addDays(today, -3);
  for (const [at, slip] of slips.entries()) {
    const group = groups[at * 3];
    const person = group?.members[5];
    if (group === undefined || person === undefined) continue;
    const { name, sex, bornOn, phone, address, kelurahanCode } = person;
    const told = { name, bornOn, phone, ...slip(person) };
    await send(house, {
      kind: 'registry.register-in-field',
      actor: city.actor(group.mentor),
      at: instant(metOn, '15:30'),
      body: {
        encounterId: ids.next(),
        metOn,
        person: {
          ...{ id: ids.next(), nik: null, noNikWhy: 'not-with-her', sex, address, kelurahanCode },
          ...{ rt: null, rw: null, ...told },
        },
        household: null,
        business: null,
        consent: {
          ...{ noticeVersion: 1, channel: 'spoken', witness: 'Ketua RT setempat' },
          ...{ mark: null, photoNoticeVersion: null },
        },
        photoSha256: null,
      },
    });
  }
  const actor = city.actor('petugas');
  const at = instant(addDays(today, -1), '16:00');
  await send(house, { kind: 'registry.ask-look-alikes', actor, at, body: {} });
}
