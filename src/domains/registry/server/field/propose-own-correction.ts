import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { consentProblems } from '../../consent-problems.ts';
import { decideOwnCorrection, proposeOwnCorrectionInput } from '../../field/own-correction.ts';
import type { OwnField } from '../../field/own-correction.ts';
import { fieldOf } from '../../field/profile-fields.ts';
import { findCardOwner } from '../card-store.ts';
import { findCurrentPerson } from './current-record.ts';
import { takeProfile } from './profile-store.ts';
import { insertProposals } from './proposal-store.ts';

/** The fields of a person of which a correction waits to be decided. */
export async function fieldsWaiting(db: Reader, personId: string): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`
    select distinct field from registry.profile_proposal
    where city_id = ${db.city} and subject_kind = 'person' and state = 'open'
      and subject_id = any (array(select registry.records_of(${db.city}, ${personId}::uuid))) order by field`.execute(
    db,
  );
  return rows.map((row) => row.field);
}

/**
 * What somebody says is wrong about herself, from her own page opened with her card and PIN. It changes nothing yet: it
 * waits beside the others for whoever reviews people where she lives.
 */
export const proposeOwnCorrection = defineCommand({
  kind: 'registry.propose-own-correction',
  version: 1,
  input: proposeOwnCorrectionInput,
  async handle(tx, body, context) {
    const owner = await findCardOwner(tx, body.cardId);
    const person = owner ? await findCurrentPerson(tx, owner.personId) : null;
    if (!owner || !person) throw consentProblems.unknownPerson();
    const subject = { kind: 'person', id: person.id } as const;
    const profile = await takeProfile(tx, subject);
    const field: OwnField = body.field;
    const standing = profile?.[field] ?? null;
    const waiting = await fieldsWaiting(tx, person.id);
    const value = decideOwnCorrection(body, { standing, waiting });
    await insertProposals(tx, [{ subject, field, base: standing, standing, value }], {
      source: { kind: 'correction', id: context.id },
      by: { userId: context.actor.userId, name: owner.name },
      now: context.now,
    });
    const label = fieldOf('person', field)?.label ?? { id: field, en: field };
    return {
      answer: { personId: person.id, field },
      audit: {
        subject,
        says: {
          id: `Ia sendiri mengusulkan perubahan ${label.id.toLowerCase()} dari halamannya`,
          en: `She proposed a change of her ${label.en.toLowerCase()} from her own page`,
        },
      },
    };
  },
});
