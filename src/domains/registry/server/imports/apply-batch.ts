import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { KeyedSealer } from '#platform/secrets/sealing.ts';
import type { Tx } from '#platform/db/tx.ts';
import { insertBusinesses, type NewBusiness } from '../business-store.ts';
import { insertPeople, type NewPerson } from '../person-store.ts';
import {
  addIdentifiers,
  addSourceValues,
  type AppliedRow,
  type ApplicableRow,
  fillGaps,
  type ImportedIdentifier,
  markApplied,
  nextApplicable,
  type PersonGap,
  type SourceValue,
} from './apply-store.ts';
import type { StoredCandidate } from './import-secrets.ts';
import type { ImportBatch } from './import-store.ts';

const rowsAtOnce = 2000;

export interface AppliedCounts {
  readonly people: number;
  readonly businesses: number;
  readonly completed: number;
}

/** Writes the judged rows of a batch into the registry, a piece at a time, each piece in a handful of statements. */
export async function applyBatch(
  tx: Tx,
  batch: ImportBatch,
  { context, numbers }: { context: CommandContext; numbers: KeyedSealer },
): Promise<AppliedCounts> {
  const { now, actor } = context;
  const writing = { createdBy: actor.userId, now };
  const origin = { batch: batch.id, file: batch.fileName, sheet: batch.sheet };
  const personOfRow = new Map<number, string>();
  const counts = { people: 0, businesses: 0, completed: 0 };
  for (let after = 0; ;) {
    const rows = await nextApplicable(tx, batch.id, { after, limit: rowsAtOnce });
    if (rows.length === 0) return counts;
    after = rows.at(-1)!.number;
    const piece = new Piece(rows, personOfRow, numbers);
    await insertPeople(tx, piece.people, writing);
    counts.completed += await fillGaps(tx, batch.id, piece.gaps);
    await addIdentifiers(tx, piece.identifiers, { source: batch.fileName, now });
    await insertBusinesses(tx, piece.businesses, writing);
    await addSourceValues(tx, piece.values, { origin, now });
    await markApplied(tx, batch.id, piece.applied);
    counts.people += piece.people.length;
    counts.businesses += piece.businesses.length;
  }
}

/** What a run of rows writes. A row that brings the person of an earlier row is about that row's person. */
class Piece {
  readonly people: NewPerson[] = [];
  readonly gaps: PersonGap[] = [];
  readonly identifiers: ImportedIdentifier[] = [];
  readonly businesses: NewBusiness[] = [];
  readonly values: SourceValue[] = [];
  readonly applied: AppliedRow[] = [];
  readonly #personOfRow: Map<number, string>;

  readonly #numbers: KeyedSealer;

  constructor(
    rows: readonly ApplicableRow[],
    personOfRow: Map<number, string>,
    numbers: KeyedSealer,
  ) {
    this.#personOfRow = personOfRow;
    this.#numbers = numbers;
    for (const row of rows) this.#add(row);
  }

  #add(row: ApplicableRow): void {
    const { candidate, number } = row;
    const known = this.#knownId(row);
    const personId = known ?? newId();
    this.#personOfRow.set(number, personId);
    if (known === null) this.people.push(newPerson(personId, candidate));
    else this.gaps.push(gapOf(personId, candidate));
    for (const kind of ['nik', 'kk'] as const) {
      const number = candidate[kind];
      if (number === null) continue;
      // Hashed now and not when it was judged: another key may be in force since.
      const open = this.#numbers.open(Buffer.from(number.sealed, 'hex'));
      const index = this.#numbers.blindIndex(open).toString('hex');
      this.identifiers.push({ personId, kind, ...number, index });
    }
    const business = newBusiness(row, personId);
    if (business !== null) this.businesses.push(business);
    this.applied.push({
      number,
      personId,
      businessId: business?.id ?? null,
      brought: known === null,
    });
    this.#keepValues(row, personId, business?.id ?? null);
  }

  #knownId({ candidate, outcome, decided, knownId }: ApplicableRow): string | null {
    if (outcome === 'new' || (outcome === 'review' && decided === 'new')) return null;
    if (knownId !== null) return knownId;
    // The earlier row may itself have been left out, to review or to repair: then this row stands alone.
    return candidate.sameAsRow === null
      ? null
      : (this.#personOfRow.get(candidate.sameAsRow) ?? null);
  }

  #keepValues(
    { candidate, number: row }: ApplicableRow,
    personId: string,
    businessId: string | null,
  ): void {
    const keep = (
      subject: Pick<SourceValue, 'subjectKind' | 'subjectId'>,
      values: Record<string, string | null>,
    ) => {
      for (const [field, value] of Object.entries(values)) {
        if (value !== null) this.values.push({ id: newId(), ...subject, field, value, row });
      }
    };
    const { person, place, business, facts } = candidate;
    keep(
      { subjectKind: 'person', subjectId: personId },
      {
        name: person.name,
        sex: person.sex,
        birthDate: person.bornOn,
        phone:
          [person.phone, ...person.otherPhones].filter((phone) => phone !== null).join(' / ') ||
          null,
        address: place.address,
        place: place.kelurahanCode ?? place.text,
        groupName: facts.groupName ?? null,
        email: facts.email ?? null,
      },
    );
    if (businessId === null || business === null) return;
    const { groupName: _group, email: _email, ...ofBusiness } = facts;
    keep(
      { subjectKind: 'business', subjectId: businessId },
      {
        name: business.name,
        product: business.product,
        kbliCode: business.kbliCode,
        nib: business.nib,
        ...ofBusiness,
      },
    );
  }
}

function newPerson(id: string, { person, place }: StoredCandidate): NewPerson {
  return {
    id,
    name: person.name,
    nameKey: person.nameKey,
    sex: person.sex,
    bornOn: person.bornOn,
    phone: person.phone,
    kelurahanCode: place.kelurahanCode,
    address: place.address,
    placeText: place.text,
  };
}

function gapOf(id: string, { person, place }: StoredCandidate): PersonGap {
  return {
    id,
    sex: person.sex,
    bornOn: person.bornOn,
    phone: person.phone,
    kelurahanCode: place.kelurahanCode,
    address: place.address,
    placeText: place.text,
  };
}

function newBusiness({ candidate }: ApplicableRow, ownerId: string): NewBusiness | null {
  const { business, place, addsBusiness } = candidate;
  if (business === null || !addsBusiness) return null;
  return {
    id: newId(),
    ownerId,
    name: business.name,
    nameKey: business.nameKey,
    product: business.product,
    sector: business.sector,
    kbli:
      business.kbliCode === null
        ? null
        : { version: business.kbliVersion ?? '2020', code: business.kbliCode },
    nib: business.nib,
    kelurahanCode: place.kelurahanCode,
    kecamatanCode: place.kecamatanCode,
    address: place.address,
    placeText: place.text,
  };
}
