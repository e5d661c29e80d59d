import { sql } from 'kysely';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { KeyRing } from '#platform/secrets/key-ring.ts';
import { foundCityInput } from '../input.ts';
import { accessProblems } from '../problems.ts';
import { insertFirstKey } from './keys/number-keys.ts';

/** Makes a city: the first command of every database. Its code is the envelope's, its numbers have the newest key. */
export const foundCity = (ring: KeyRing): AnyCommand =>
  defineCommand({
    kind: 'access.found-city',
    version: 1,
    input: foundCityInput,
    async handle(tx, body, context) {
      const { rows } = await sql`
      insert into access.city (city_id, name, province, time_zone, letterhead, is_demo_since)
      values (${tx.city}, ${body.name}, ${body.province}, ${body.timeZone}, ${JSON.stringify(body.letterhead)}::jsonb,
        ${body.demo ? context.now : null})
      on conflict do nothing returning city_id`.execute(tx);
      if (rows.length === 0) throw accessProblems.cityExists();
      await insertFirstKey(tx, { name: ring()[0]!.name, now: context.now });
      return {
        answer: { city: tx.city },
        audit: {
          subject: { kind: 'city', id: tx.city },
          says: {
            id: `${body.name} mulai memakai Naik Kelas`,
            en: `${body.name} began to use Naik Kelas`,
          },
        },
      };
    },
  });
