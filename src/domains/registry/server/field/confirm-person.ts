import { defineCommand } from '#platform/command/define-command.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { confirmPersonInput } from '../../field/profile-input.ts';
import { consentProblems } from '../../consent-problems.ts';
import { placeOfPeople } from '../person-place.ts';
import { findCurrentPerson } from './current-record.ts';
import { confirmPerson as confirm } from './encounter-store.ts';
import { firstEncounter, waitingPairsOf } from './pair-store.ts';

/**
 * An officer has looked at somebody registered on the spot: she is who she says. Refused to whoever registered her, and
 * while somebody who looks like her is undecided.
 */
export const confirmPerson = defineCommand({
  kind: 'registry.confirm-person',
  version: 1,
  input: confirmPersonInput,
  place: (tx, body) => placeOfPeople(tx, [body.personId]),
  async handle(tx, body, context) {
    const person = await findCurrentPerson(tx, body.personId);
    if (!person) throw consentProblems.unknownPerson();
    if ((await firstEncounter(tx, person.id))?.by.userId === context.actor.userId)
      throw fieldProblems.ownRegistration();
    const waiting = await waitingPairsOf(tx, person.id);
    if (waiting > 0) throw fieldProblems.pairsFirst({ name: person.name });
    if (!(await confirm(tx, person.id))) throw fieldProblems.notProvisional({ name: person.name });
    return {
      answer: { personId: person.id },
      audit: {
        subject: { kind: 'person', id: person.id },
        says: {
          id: `Memastikan ${person.name}, yang dicatat di tempat`,
          en: `Confirmed ${person.name}, who was registered on the spot`,
        },
      },
    };
  },
});
