import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { AnyCommand, CommandContext, Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { consentProblems } from '../../consent-problems.ts';
import { decideCorrection } from '../../field/decide-registration.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { fieldOf, readProfileValue } from '../../field/profile-fields.ts';
import { correctProfileInput } from '../../field/profile-input.ts';
import type { CorrectProfile } from '../../field/profile-input.ts';
import { insertIdentifiers } from '../person-store.ts';
import { placeOfPeople } from '../person-place.ts';
import { findKelurahan } from '../region-store.ts';
import { findCurrentBusiness, findCurrentPerson } from './current-record.ts';
import { insertPairs, takeNikTurn } from './encounter-store.ts';
import { findNik, holderOfNik } from './identifier-store.ts';
import { takeProfile, writeProfile } from './profile-store.ts';
import type { Subject } from './profile-store.ts';
import { insertProposals, keepSpokenValues } from './proposal-store.ts';
import type { NewProposal } from './proposal-store.ts';

/**
 * Corrects a person's or a business's profile field by field. A field that somebody else changed after its author read it
 * keeps the value that stands, and hers becomes a proposal; the other fields are taken. Where every value came from is kept.
 *
 * Refused for a value that cannot be read and for a record that is not here; never for having been too late.
 *
 * @param identitySealer seals a NIK that was missing
 */
export function correctProfile(identitySealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.correct-profile',
    version: 1,
    input: correctProfileInput,
    place: (tx, body) => placeOfSubject(tx, body.subject),
    async handle(tx, body, context) {
      const subject = await currentSubject(tx, body.subject);
      const standing = await takeProfile(tx, subject);
      if (!standing) throw consentProblems.unknownPerson();
      const changes = await readChanges(tx, body);
      const nik = changes.find((change) => change.field === 'nik' && subject.kind === 'person');
      const source = { kind: 'correction', id: body.correctionId } as const;
      const applied: Record<string, string | null> = {};
      const proposed: NewProposal[] = [];
      for (const { field, base, value } of changes) {
        if (field === 'nik') continue;
        const stands = standing[field] ?? null;
        const fate = decideCorrection({ standing: stands, base, value });
        if (fate === 'applied') applied[field] = value;
        if (fate === 'proposed') proposed.push({ subject, field, base, standing: stands, value });
      }
      await writeProfile(tx, subject, applied);
      const given = nik?.value
        ? await giveNik(tx, { nik: nik.value, subject, context, identitySealer })
        : null;
      if (given?.proposal) proposed.push(given.proposal);
      await insertProposals(tx, proposed, { source, by: context.actor, now: context.now });
      const spoken = changes.flatMap(({ field, value }) =>
        value === null || field === 'nik' ? [] : [{ subject, field, value }],
      );
      await keepSpokenValues(tx, spoken, { source, context });
      const took = [...Object.keys(applied), ...(given?.fate === 'applied' ? ['nik'] : [])];
      return {
        answer: {
          subject: { kind: subject.kind, id: subject.id },
          applied: took,
          proposed: proposed.map((one) => one.field),
          paired: given?.fate === 'paired',
        },
        audit: {
          subject: { kind: subject.kind, id: subject.id },
          says: saysCorrected(String(applied.name ?? standing.name), subject, {
            took,
            proposed: proposed.map((one) => one.field),
          }),
          data: { correctionId: body.correctionId },
        },
      };
    },
  });
}

/** Where a record lies: a business where it stands, with its owner's group; a person where she lives. */
export async function placeOfSubject(db: Reader, asked: Subject): Promise<Place> {
  const subject = await currentSubject(db, asked);
  if (subject.kind === 'person') return placeOfPeople(db, [subject.id]);
  const business = await findCurrentBusiness(db, subject.id);
  const owner = business ? await placeOfPeople(db, [business.ownerId]) : {};
  return {
    ...owner,
    kecamatan: business?.kecamatanCode ?? null,
    kelurahan: business?.kelurahanCode ?? null,
  };
}

/** The living record an id leads to. @throws Refusal unknown-person, unknown-business */
export async function currentSubject(db: Reader, { kind, id }: Subject): Promise<Subject> {
  const found =
    kind === 'person' ? await findCurrentPerson(db, id) : await findCurrentBusiness(db, id);
  if (found) return { kind, id: found.id };
  throw kind === 'person' ? consentProblems.unknownPerson() : fieldProblems.unknownBusiness();
}

async function readChanges(tx: Tx, { subject, changes }: CorrectProfile) {
  const read = changes.map(({ field, base, value }) => {
    const parsed = readProfileValue(subject.kind, field, value);
    if (!parsed.ok) throw fieldProblems.unreadableValue({ says: parsed.problem.says });
    return { field, base, value: parsed.value };
  });
  for (const { field, value } of read) {
    if (field !== 'kelurahanCode' || value === null) continue;
    if ((await findKelurahan(tx, value)) === null)
      throw fieldProblems.unreadableValue({
        says: {
          id: 'Kelurahan ini tidak ada di kota ini. Pilih dari daftarnya.',
          en: 'There is no such kelurahan in this city. Choose one from the list.',
        },
      });
  }
  return read;
}

/** A NIK is given to whoever has none. Somebody else's becomes a pair, another than hers a proposal. */
async function giveNik(
  tx: Tx,
  about: { nik: string; subject: Subject; context: CommandContext; identitySealer: NumberSealer },
): Promise<{ fate: 'applied' | 'same' | 'proposed' | 'paired'; proposal?: NewProposal }> {
  const { nik, subject, context } = about;
  const numbers = await holdNumbers(tx, about.identitySealer);
  const sealed = { sealed: numbers.seal(nik), blindIndex: numbers.blindIndex(nik) };
  const lastFour = nik.slice(-4);
  await takeNikTurn(tx, sealed.blindIndex);
  const holder = await holderOfNik(tx, sealed.blindIndex);
  if (holder === subject.id) return { fate: 'same' };
  if (holder !== null) {
    const near = [{ otherId: holder, why: 'nik-other-name' as const }];
    await insertPairs(tx, subject.id, { near, now: context.now });
    return { fate: 'paired' };
  }
  const own = await findNik(tx, subject.id);
  if (own !== null) {
    return {
      fate: 'proposed',
      proposal: {
        subject,
        field: 'nik',
        base: null,
        standing: own.lastFour,
        value: lastFour,
        sealed,
      },
    };
  }
  const source = `Perbaikan data, ${context.actor.name}`;
  await insertIdentifiers(
    tx,
    [{ personId: subject.id, kind: 'nik', ...sealed, lastFour, source }],
    context.now,
  );
  return { fate: 'applied' };
}

function saysCorrected(
  name: string,
  { kind }: Subject,
  { took, proposed }: { took: readonly string[]; proposed: readonly string[] },
): Words {
  const say = (lang: 'id' | 'en', fields: readonly string[]) =>
    fields.map((field) => fieldOf(kind, field)?.label[lang].toLowerCase() ?? field).join(', ');
  const id = [
    took.length > 0 ? `memperbaiki ${say('id', took)}` : null,
    proposed.length > 0 ? `mengusulkan ${say('id', proposed)}` : null,
  ].filter(Boolean);
  const en = [
    took.length > 0 ? `corrected ${say('en', took)}` : null,
    proposed.length > 0 ? `proposed ${say('en', proposed)}` : null,
  ].filter(Boolean);
  return {
    id: `Data ${name}: ${id.join('; ') || 'tidak ada yang berubah'}`,
    en: `Details of ${name}: ${en.join('; ') || 'nothing changed'}`,
  };
}
