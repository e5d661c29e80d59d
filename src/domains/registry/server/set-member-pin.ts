import { defineCommand } from '#platform/command/define-command.ts';
import { setMemberPinInput } from '../card-input.ts';
import { keepPin, placeOfCard } from './card-store.ts';

/** Gives a member's card a new PIN; the old one is dead at once. The caller hashed it and tells it to her alone. */
export const setMemberPin = defineCommand({
  kind: 'registry.set-member-pin',
  version: 1,
  input: setMemberPinInput,
  place: (tx, body) => placeOfCard(tx, body.cardId),
  async handle(tx, body, context) {
    const card = await keepPin(tx, { ...body, now: context.now });
    return {
      answer: { cardId: body.cardId },
      audit: {
        subject: { kind: 'person', id: card.personId },
        says: {
          id: `Memberi PIN baru untuk kartu ${card.number} (${card.name})`,
          en: `Gave card ${card.number} (${card.name}) a new PIN`,
        },
      },
    };
  },
});
