import { correctProfileInput } from './field/profile-input.ts';
import { registerInFieldInput } from './field/registration-input.ts';
import type { RegisterInField } from './field/registration-input.ts';
import type { BusinessOnPhone, PersonDocument } from './field/person-document.ts';

/** A command of the phone that the documents do not hold yet. */
export interface UnsentPeopleCommand {
  readonly id: string;
  readonly kind: string;
  readonly body: unknown;
  readonly state: string;
}

/** Somebody as the phone shows her: what the city knows, with what was written here on top. */
export interface PersonOnPhone extends Omit<PersonDocument, 'businesses' | 'state'> {
  readonly state: PersonDocument['state'] | 'on-phone';
  readonly businesses: readonly BusinessOnPhone[];
  /** The registration on this phone that others wait for; null for whoever the city knows. */
  readonly registeredBy: string | null;
  /** Something of hers is on this phone only. */
  readonly unsent: boolean;
}

/** People in a mentor's care by name: the documents with the phone's own registrations and corrections folded on. */
export function foldPeople(
  documents: readonly PersonDocument[],
  commands: readonly UnsentPeopleCommand[],
): PersonOnPhone[] {
  const people = new Map<string, PersonOnPhone>(
    documents.map((one) => [one.id, { ...one, registeredBy: null, unsent: false }]),
  );
  for (const command of commands) {
    if (command.state === 'refused') continue;
    if (command.kind === 'registry.register-in-field') addRegistered(people, command);
    if (command.kind === 'registry.correct-profile') addCorrected(people, command);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'));
}

function addRegistered(people: Map<string, PersonOnPhone>, command: UnsentPeopleCommand): void {
  const read = registerInFieldInput.safeParse(command.body);
  if (!read.success || people.has(read.data.person.id)) return;
  const { person, household, business } = read.data;
  people.set(person.id, {
    ...person,
    nikEnd: person.nik?.slice(-4) ?? null,
    kkEnd: household?.kk.slice(-4) ?? null,
    groups: [],
    proposed: [],
    businesses: business ? [businessOf(person, business)] : [],
    state: 'on-phone',
    registeredBy: command.id,
    unsent: command.state !== 'delivered',
  });
}

function businessOf(
  person: RegisterInField['person'],
  business: NonNullable<RegisterInField['business']>,
): BusinessOnPhone {
  return {
    id: business.id,
    name: business.name,
    product: business.product,
    sector: business.sector,
    kbli: business.kbli && `${business.kbli.version}:${business.kbli.code}`,
    kelurahanCode: person.kelurahanCode,
    address: person.address,
    startedYear: business.startedYear?.toString() ?? null,
  };
}

function addCorrected(people: Map<string, PersonOnPhone>, command: UnsentPeopleCommand): void {
  const read = correctProfileInput.safeParse(command.body);
  if (!read.success) return;
  const { subject, changes } = read.data;
  const unsent = command.state !== 'delivered';
  const values = Object.fromEntries(
    changes.flatMap(({ field, value }) =>
      field === 'nik' ? [['nikEnd', value?.slice(-4) ?? null]] : [[field, value]],
    ),
  );
  for (const person of people.values()) {
    if (subject.kind === 'person' && person.id === subject.id)
      people.set(person.id, { ...person, ...values, unsent: person.unsent || unsent });
    if (subject.kind !== 'business') continue;
    if (!person.businesses.some((business) => business.id === subject.id)) continue;
    const businesses = person.businesses.map((business) =>
      business.id === subject.id ? { ...business, ...values } : business,
    );
    people.set(person.id, { ...person, businesses, unsent: person.unsent || unsent });
  }
}
