import type { BusinessDate } from '#kernel/date.ts';
import type { CommandContext, Outcome } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkWithdrawal, consentPurposes } from '../consent.ts';
import type { HeardChannel } from '../consent.ts';
import { withdrawConsentInput, withdrawOwnConsentInput } from '../consent-input.ts';
import { consentProblems } from '../consent-problems.ts';
import { findCardOwner } from './card-store.ts';
import { endConsent, takeConsent } from './consent-store.ts';
import type { TakenConsent } from './consent-store.ts';
import { placeOfPeople } from './person-place.ts';

/**
 * Writes down that a person takes her consent back. From that moment nothing more is done under it; what was handed over
 * before stays handed over. Nobody has to give a reason.
 *
 * Refused twice, before the day it was given and for a day to come.
 */
export const withdrawConsent = defineCommand({
  kind: 'registry.withdraw-consent',
  version: 1,
  input: withdrawConsentInput,
  async place(tx, body) {
    const { personId } = await getConsent(tx, body.consentId);
    return placeOfPeople(tx, [personId]);
  },
  async handle(tx, body, context) {
    const consent = await getConsent(tx, body.consentId);
    const { on, channel } = body;
    return withdraw(tx, context, {
      consent,
      on,
      channel,
      by: context.actor.userId,
      why: body.why ?? null,
    });
  },
});

/** The same from her own page, opened with her card and PIN: she is asked nothing and it counts from today. */
export const withdrawOwnConsent = defineCommand({
  kind: 'registry.withdraw-own-consent',
  version: 1,
  input: withdrawOwnConsentInput,
  async handle(tx, body, context) {
    const consent = await getConsent(tx, body.consentId);
    const owner = await findCardOwner(tx, body.cardId);
    if (owner?.personId !== consent.personId) throw consentProblems.unknownConsent();
    return withdraw(tx, context, {
      consent,
      on: context.today,
      channel: 'own-page',
      by: null,
      why: null,
    });
  },
});

async function getConsent(tx: Tx, consentId: string): Promise<TakenConsent> {
  const consent = await takeConsent(tx, consentId);
  if (!consent) throw consentProblems.unknownConsent();
  return consent;
}

async function withdraw(
  tx: Tx,
  context: CommandContext,
  given: {
    consent: TakenConsent;
    on: BusinessDate;
    channel: HeardChannel | 'own-page';
    by: string | null;
    why: string | null;
  },
): Promise<Outcome<{ personId: string }>> {
  const { consent, on, channel, by, why } = given;
  checkWithdrawal(consent, on, context.today);
  await endConsent(tx, { consentId: consent.id, on, at: context.now, channel, by, why });
  const purpose = consentPurposes[consent.purpose];
  const { personId, institutionId } = consent;
  return {
    answer: { personId },
    audit: {
      subject: { kind: 'person', id: personId },
      says: {
        id: `${by === null ? `${consent.name} sendiri menarik persetujuannya` : `Mencatat ${consent.name} menarik persetujuan`}: ${purpose.id.toLowerCase()}`,
        en: `${by === null ? `${consent.name} herself withdrew her consent` : `Recorded that ${consent.name} withdraws consent`}: ${purpose.en.toLowerCase()}`,
      },
      data: { consentId: consent.id, purpose: consent.purpose, channel },
    },
    events: [
      {
        kind: 'registry.consent-withdrawn',
        body: { personId, purpose: consent.purpose, institutionId },
      },
    ],
  };
}
