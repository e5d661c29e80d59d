import { DatabaseError } from 'pg';
import { nameKey } from '#kernel/text.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';
import { registerPeopleInput } from '../people-input.ts';
import type { RegisterPeople } from '../people-input.ts';
import { registerProblems } from '../register-problems.ts';
import { insertBusinesses } from './business-store.ts';
import { insertPeople } from './person-store.ts';
import type { NewPerson } from './person-store.ts';

/**
 * Takes over a register of people and their businesses whole, for setting up a city; a file of a department goes
 * through the import instead, which looks for people who are already here.
 *
 * Refused when a NIK is already registered or a place is not one of the city's.
 *
 * @param identitySealer seals NIKs
 */
export function registerPeople(identitySealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.register-people',
    version: 1,
    input: registerPeopleInput,
    async handle(tx, body, context) {
      const writing = { createdBy: context.actor.userId, now: context.now };
      const numbers = await holdNumbers(tx, identitySealer);
      try {
        await insertPeople(
          tx,
          body.people.map((person) => newPerson(person, body.source, numbers)),
          writing,
        );
        await insertBusinesses(tx, body.people.flatMap(businessesOf), writing);
      } catch (error) {
        throw refusalOf(error) ?? error;
      }
      const businesses = body.people.reduce((sum, person) => sum + person.businesses.length, 0);
      return {
        answer: { people: body.people.length, businesses },
        audit: {
          subject: { kind: 'register', id: context.id },
          says: {
            id: `Mengambil alih ${body.people.length} orang dan ${businesses} usaha dari ${body.source}`,
            en: `Took over ${body.people.length} people and ${businesses} businesses from ${body.source}`,
          },
        },
      };
    },
  });
}

type Person = RegisterPeople['people'][number];

function newPerson(person: Person, source: string, sealer: KeyedSealer): NewPerson {
  return {
    id: person.id,
    name: person.name,
    nameKey: nameKey(person.name),
    sex: person.sex,
    bornOn: person.bornOn,
    phone: person.phone,
    kelurahanCode: person.kelurahanCode,
    address: person.address,
    identifiers: [
      {
        kind: 'nik',
        sealed: sealer.seal(person.nik),
        blindIndex: sealer.blindIndex(person.nik),
        lastFour: person.nik.slice(-4),
        source,
      },
    ],
  };
}

function businessesOf(person: Person) {
  return person.businesses.map((business) => ({
    ...business,
    ownerId: person.id,
    nameKey: nameKey(business.name),
    kecamatanCode: business.kelurahanCode.slice(0, 8),
  }));
}

function refusalOf(error: unknown) {
  if (!(error instanceof DatabaseError)) return null;
  if (error.constraint === 'identifier_nik_once') return registerProblems.nikTaken();
  if (error.code === '23503') return registerProblems.unknownPlaces();
  return null;
}
