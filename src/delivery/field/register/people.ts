import { foldPeople } from '#domains/registry/fold-people.ts';
import type { PersonOnPhone } from '#domains/registry/fold-people.ts';
import type {
  PeopleNewsDocument,
  PersonDocument,
} from '#domains/registry/field/person-document.ts';
import type { ReferenceDocument } from '#domains/mentoring/reference-document.ts';
import type { Documents } from '../documents.ts';
import type { FieldApp } from '../field-context.ts';

/** Everybody on this phone: what the city knows with the phone's own work on top, by name. */
export function peopleOnPhone(field: Pick<FieldApp, 'documents' | 'pending'>): PersonOnPhone[] {
  return foldPeople(field.documents.withPrefix('person:') as PersonDocument[], field.pending);
}

export interface Kelurahan {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
}

/** Every kelurahan of the city by kecamatan and name, as far as the phone has received them. */
export function regionsOnPhone(documents: Documents): Kelurahan[] {
  const regions = (documents.get('reference') as ReferenceDocument | undefined)?.regions ?? [];
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return regions
    .filter(({ level }) => level === 'kelurahan')
    .map(({ code, name }) => ({ code, name, kecamatan: names.get(code.slice(0, 8)) ?? '' }))
    .sort((a, b) => a.kecamatan.localeCompare(b.kecamatan) || a.name.localeCompare(b.name));
}

export function newsOnPhone(documents: Documents): PeopleNewsDocument['lines'] {
  return (documents.get('people-news') as PeopleNewsDocument | undefined)?.lines ?? [];
}
