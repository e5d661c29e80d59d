import type { KnownPerson } from '../../import/person-index.ts';
import type { Candidate } from '../../import/candidate.ts';
import { nameKey, normaliseName } from '#kernel/text.ts';
import { parseNik } from '#kernel/nik.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { KeyedSealer } from '#platform/secrets/sealing.ts';
import { compareProfile } from '../../field/decide-registration.ts';
import type { FieldChange, PairWhy } from '../../field/decide-registration.ts';
import type { ProfileValues } from '../../field/profile-fields.ts';
import type { RegisterInField } from '../../field/registration-input.ts';
import { insertBusinesses } from '../business-store.ts';
import type { NewBusiness } from '../business-store.ts';
import { insertPeople } from '../person-store.ts';
import type { NewPerson, SealedIdentifier } from '../person-store.ts';
import { confirmPerson, insertPairs } from './encounter-store.ts';
import { takeProfile, writeProfile } from './profile-store.ts';
import type { Subject } from './profile-store.ts';
import { insertProposals, keepSpokenValues } from './proposal-store.ts';
import { addMissingKk } from './identifier-store.ts';

/** A registration as the server reads it. */
export interface Registration {
  readonly body: RegisterInField;
  readonly context: CommandContext;
  readonly identitySealer: KeyedSealer;
  /** The day she was met, never after today. */
  readonly metOn: string;
  /** A kelurahan of the city, or null. */
  readonly kelurahanCode: string | null;
  readonly placeText: string | null;
}

/** Under which records a registration ended. */
export interface WrittenDown {
  readonly outcome: 'new' | 'same' | 'review';
  readonly personId: string;
  readonly businessId: string | null;
  readonly knownId: string | null;
  readonly pairs: number;
  readonly proposals: number;
}

/** The registration as the import's matching reads a row. */
export function candidateOf({ body, kelurahanCode, placeText }: Registration): Candidate {
  const { person, business, household } = body;
  return {
    person: {
      name: person.name,
      nameKey: nameKey(person.name),
      nik: person.nik,
      kk: household?.kk ?? null,
      sex: person.sex,
      bornOn: person.bornOn,
      phone: person.phone,
      otherPhones: [],
    },
    business: business && {
      name: business.name,
      nameKey: nameKey(business.name),
      product: business.product,
      sector: business.sector,
      kbliCode: business.kbli?.code ?? null,
      nib: null,
    },
    place: { kelurahanCode, kecamatanCode: null, text: placeText, address: person.address },
    facts: {},
  };
}

/** A new person, provisional, with whom she resembles. Her NIK is left out where somebody of another name has it. */
export async function addProvisional(
  tx: Tx,
  registration: Registration,
  about: { near: readonly { known: KnownPerson; why: PairWhy }[]; nikIsFree: boolean },
): Promise<WrittenDown> {
  const { body, context } = registration;
  const writing = { createdBy: context.actor.userId, now: context.now };
  const identifiers = identifiersOf(registration).filter(
    ({ kind }) => kind !== 'nik' || about.nikIsFree,
  );
  await insertPeople(
    tx,
    [{ ...newPerson(registration), state: 'provisional', identifiers }],
    writing,
  );
  const business = newBusiness(registration, body.person.id);
  if (business) await insertBusinesses(tx, [business], writing);
  await keepValues(tx, registration, {
    personId: body.person.id,
    businessId: business?.id ?? null,
  });
  const near = about.near.flatMap(({ known, why }) =>
    known.ref.kind === 'person' ? [{ otherId: known.ref.id, why }] : [],
  );
  await insertPairs(tx, body.person.id, { near, now: context.now });
  return {
    outcome: near.length > 0 ? 'review' : 'new',
    personId: body.person.id,
    businessId: business?.id ?? null,
    knownId: null,
    pairs: near.length,
    proposals: 0,
  };
}

/**
 * She is here already: her own id on the phone becomes another name for the known one, what was not known is filled in,
 * what differs is proposed, and a provisional record is confirmed by its NIK coming from a second encounter.
 */
export async function joinKnown(
  tx: Tx,
  registration: Registration,
  known: KnownPerson,
): Promise<WrittenDown> {
  const { context } = registration;
  if (known.ref.kind !== 'person')
    throw new RangeError('only people of the registry are met again');
  const personId = known.ref.id;
  const writing = { createdBy: context.actor.userId, now: context.now };
  await insertPeople(
    tx,
    [{ ...newPerson(registration), state: 'merged', mergedInto: personId }],
    writing,
  );
  await addMissingKk(tx, personId, { identifiers: identifiersOf(registration), now: context.now });
  await confirmPerson(tx, personId);
  let proposals = await reconcile(tx, registration, { kind: 'person', id: personId });
  const business = newBusiness(registration, personId);
  const there = known.businesses.find(
    (one) => one.id !== null && one.nameKey === business?.nameKey,
  )?.id;
  if (business) await insertBusinesses(tx, [{ ...business, mergedInto: there ?? null }], writing);
  if (there) proposals += await reconcile(tx, registration, { kind: 'business', id: there });
  const businessId = there ?? business?.id ?? null;
  await keepValues(tx, registration, { personId, businessId });
  return { outcome: 'same', personId, businessId, knownId: personId, pairs: 0, proposals };
}

/** Fills a known profile's gaps and proposes what differs. @returns how much was proposed */
async function reconcile(tx: Tx, registration: Registration, subject: Subject): Promise<number> {
  const { context, body } = registration;
  const standing = await takeProfile(tx, subject);
  if (!standing) return 0;
  const given =
    subject.kind === 'person' ? personValues(registration) : businessValues(registration);
  const { fills, differs } = compareProfile(subject.kind, standing, given);
  await writeProfile(tx, subject, valuesOf(fills));
  const source = { kind: 'encounter', id: body.encounterId } as const;
  await insertProposals(
    tx,
    differs.map(({ field, base, value }) => ({ subject, field, base, standing: base, value })),
    { source, by: context.actor, now: context.now },
  );
  return differs.length;
}

async function keepValues(
  tx: Tx,
  registration: Registration,
  { personId, businessId }: { personId: string; businessId: string | null },
): Promise<void> {
  const { body, context } = registration;
  const point = body.business?.point;
  const spoken = [
    ...valueRows({ kind: 'person', id: personId }, personValues(registration)),
    ...(businessId === null
      ? []
      : valueRows(
          { kind: 'business', id: businessId },
          {
            ...businessValues(registration),
            point: point
              ? `${point.latitude}, ${point.longitude} ± ${Math.round(point.accuracyMeters)} m`
              : null,
          },
        )),
  ];
  await keepSpokenValues(tx, spoken, {
    source: { kind: 'encounter', id: body.encounterId },
    context,
  });
}

function valueRows(subject: Subject, values: ProfileValues) {
  return Object.entries(values).flatMap(([field, value]) =>
    value === null ? [] : [{ subject, field, value }],
  );
}

function valuesOf(changes: readonly FieldChange[]): ProfileValues {
  return Object.fromEntries(changes.map(({ field, value }) => [field, value]));
}

function personValues({ body, kelurahanCode }: Registration): ProfileValues {
  const { name, sex, bornOn, phone, address, rt, rw } = body.person;
  return { name: normaliseName(name), sex, bornOn, phone, kelurahanCode, address, rt, rw };
}

function businessValues({ body, kelurahanCode }: Registration): ProfileValues {
  const { business } = body;
  if (business === null) return {};
  const { name, product, sector, kbli, startedYear } = business;
  return {
    name: normaliseName(name),
    product,
    sector,
    kbli: kbli && `${kbli.version}:${kbli.code}`,
    kelurahanCode,
    address: body.person.address,
    startedYear: startedYear?.toString() ?? null,
  };
}

function newPerson({ body, kelurahanCode, placeText }: Registration): NewPerson {
  const { person } = body;
  return {
    ...person,
    name: normaliseName(person.name),
    nameKey: nameKey(person.name),
    kelurahanCode,
    placeText,
  };
}

function newBusiness(
  { body, kelurahanCode, placeText }: Registration,
  ownerId: string,
): NewBusiness | null {
  const { business } = body;
  if (business === null) return null;
  const { id, product, sector, kbli, startedYear, point } = business;
  return {
    id,
    ownerId,
    name: normaliseName(business.name),
    nameKey: nameKey(business.name),
    product,
    sector,
    kbli,
    kelurahanCode,
    kecamatanCode: kelurahanCode?.slice(0, 8) ?? null,
    address: body.person.address,
    placeText,
    startedYear,
    point,
  };
}

function identifiersOf({ body, context, identitySealer }: Registration): SealedIdentifier[] {
  const { person, household } = body;
  const source = `Pendaftaran di tempat, ${context.actor.name}`;
  const sealed = (kind: 'nik' | 'kk', number: string, warnings: string[]): SealedIdentifier => ({
    kind,
    sealed: identitySealer.seal(number),
    blindIndex: identitySealer.blindIndex(number),
    lastFour: number.slice(-4),
    source,
    warnings,
  });
  const identifiers: SealedIdentifier[] = [];
  if (person.nik !== null) {
    const read = parseNik(person.nik, {
      birthDate: person.bornOn ?? undefined,
      sex: person.sex ?? undefined,
      today: context.today,
      leastAge: 17,
    });
    const warnings = read.ok ? read.warnings.map(({ code }) => code) : [];
    identifiers.push(sealed('nik', person.nik, warnings));
  }
  if (household !== null) identifiers.push(sealed('kk', household.kk, []));
  return identifiers;
}
