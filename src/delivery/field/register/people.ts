import { foldPeople } from '#domains/registry/fold-people.ts';
import type { PersonOnPhone } from '#domains/registry/fold-people.ts';
import type {
  PeopleNewsDocument,
  PersonDocument,
  RegionsDocument,
} from '#domains/registry/field/person-document.ts';
import type { Documents } from '../documents.ts';
import type { FieldApp } from '../field-context.ts';

/** Everybody on this phone: what the city knows with the phone's own work on top, by name. */
export function peopleOnPhone(field: Pick<FieldApp, 'documents' | 'pending'>): PersonOnPhone[] {
  return foldPeople(field.documents.withPrefix('person:') as PersonDocument[], field.pending);
}

/** Every kelurahan of the city, as far as the phone has received them. */
export function regionsOnPhone(documents: Documents): RegionsDocument['kelurahan'] {
  return (documents.get('regions') as RegionsDocument | undefined)?.kelurahan ?? [];
}

export function newsOnPhone(documents: Documents): PeopleNewsDocument['lines'] {
  return (documents.get('people-news') as PeopleNewsDocument | undefined)?.lines ?? [];
}
