import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkGiven } from '../../consent.ts';
import { noticeOf } from '../../consent-notice.ts';
import { decideWhoSheIs } from '../../field/decide-registration.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { registerInFieldInput } from '../../field/registration-input.ts';
import type { RegisterInField } from '../../field/registration-input.ts';
import { traitsOf } from '../../import/judge-rows.ts';
import { recordConsents } from '../consent-store.ts';
import { blindHash } from '../imports/import-secrets.ts';
import { findKnownPeople } from '../imports/known-people.ts';
import { findKelurahan } from '../region-store.ts';
import {
  insertEncounter,
  isKnownRegistration,
  recordHousehold,
  recordSnapshots,
  takeNikTurn,
} from './encounter-store.ts';
import { addProvisional, candidateOf, joinKnown } from './written-down.ts';
import type { Registration, WrittenDown } from './written-down.ts';

/** What a person received, put on the line of her life, which is kept on a shelf above. */
export type RecordMet = (
  tx: Tx,
  services: readonly {
    readonly personId: string;
    readonly businessId: string | null;
    readonly kind: 'registered' | 'met';
    readonly on: string;
    readonly source: { readonly kind: string; readonly id: string };
    readonly byName: string;
  }[],
) => Promise<void>;

/**
 * Writes down a person, her household and her business, found standing in front of an officer. Never refused for doubt:
 * with the NIK of somebody who is here it is an encounter of hers, with a near match a pair to review, else a provisional
 * person. Her id and her business's, made on the phone, stay valid for whatever was sent under them.
 *
 * Refused without the evidence that she agreed (mark or witness), for a statement nobody knows, and when the same
 * registration came under another command.
 *
 * @param sealer seals NIK and KK
 */
export function registerInField(sealer: NumberSealer, recordMet: RecordMet): AnyCommand {
  return defineCommand({
    kind: 'registry.register-in-field',
    version: 1,
    input: registerInFieldInput,
    async handle(tx, body, context) {
      checkEvidence(body, context);
      if (await isKnownRegistration(tx, body)) throw fieldProblems.alreadyRegistered();
      const identitySealer = await holdNumbers(tx, sealer);
      const registration = await readRegistration(tx, { body, context, identitySealer });
      const written = await writeDown(tx, registration);
      await insertEncounter(tx, { body, ...written, metOn: registration.metOn }, context);
      await keepWhatBelongsToHer(tx, registration, written);
      await recordMet(tx, [
        {
          personId: written.personId,
          businessId: written.businessId,
          kind: written.outcome === 'same' ? 'met' : 'registered',
          on: registration.metOn,
          source: { kind: 'encounter', id: body.encounterId },
          byName: context.actor.name,
        },
      ]);
      return outcomeOf(body, written);
    },
  });
}

function checkEvidence({ consent }: RegisterInField, context: CommandContext): void {
  checkGiven({ ...consent, givenOn: context.today }, context.today);
  if (consent.channel !== 'spoken' && consent.mark === null) throw fieldProblems.markNeeded();
  const unknown = [
    ['programme', consent.noticeVersion],
    ['photo', consent.photoNoticeVersion],
  ] as const;
  for (const [purpose, version] of unknown) {
    if (version !== null && noticeOf(purpose, version) === null)
      throw fieldProblems.unknownReading({ version });
  }
}

async function readRegistration(
  tx: Tx,
  given: { body: RegisterInField; context: CommandContext; identitySealer: KeyedSealer },
): Promise<Registration> {
  const { body, context } = given;
  const { kelurahanCode } = body.person;
  const kelurahan = kelurahanCode === null ? null : await findKelurahan(tx, kelurahanCode);
  return {
    ...given,
    // A phone whose clock runs ahead has not met her tomorrow.
    metOn: body.metOn > context.today ? context.today : body.metOn,
    kelurahanCode: kelurahan,
    // A place outside the city stays as it was given, for the officer who looks at it.
    placeText: kelurahan === null ? kelurahanCode : null,
  };
}

async function writeDown(tx: Tx, registration: Registration): Promise<WrittenDown> {
  const { body, identitySealer } = registration;
  const { nik } = body.person;
  if (nik !== null) await takeNikTurn(tx, identitySealer.blindIndex(nik));
  const traits = traitsOf(candidateOf(registration), blindHash(identitySealer));
  const known = (await findKnownPeople(tx, [traits], { births: true })).map((one) => one.person);
  const who = decideWhoSheIs(traits, known);
  if (who.kind === 'same') return joinKnown(tx, registration, who.known);
  return addProvisional(tx, registration, {
    near: who.kind === 'review' ? who.near : [],
    nikIsFree: !known.some((one) => one.nik !== null && one.nik === traits.nik),
  });
}

async function keepWhatBelongsToHer(
  tx: Tx,
  { body, context, metOn, identitySealer }: Registration,
  { personId, businessId }: WrittenDown,
): Promise<void> {
  const { consent, household, business, photoSha256 } = body;
  const purposes = [
    { purpose: 'programme' as const, version: consent.noticeVersion },
    ...(photoSha256 !== null && consent.photoNoticeVersion !== null
      ? [{ purpose: 'photo' as const, version: consent.photoNoticeVersion }]
      : []),
  ];
  for (const { purpose, version } of purposes) {
    await recordConsents(tx, {
      personIds: [personId],
      purpose,
      channel: consent.channel,
      witness: consent.witness,
      at: context.now,
      on: metOn,
      recordedBy: context.actor.userId,
      noticeVersion: version,
    });
  }
  if (household !== null) {
    await recordHousehold(tx, personId, {
      sealed: identitySealer.seal(household.kk),
      blindIndex: identitySealer.blindIndex(household.kk),
      lastFour: household.kk.slice(-4),
      period: household.period,
      context,
    });
  }
  if (business === null || businessId === null) return;
  await recordSnapshots(tx, [
    {
      businessId,
      on: metOn,
      turnoverMonthRupiah: business.turnoverMonthRupiah,
      turnoverBand: business.turnoverMonthRupiah === null ? business.turnoverBand : null,
      workers: business.workers,
      source: { kind: 'encounter', id: body.encounterId },
      byName: context.actor.name,
    },
  ]);
}

function outcomeOf(body: RegisterInField, written: WrittenDown) {
  const { personId, businessId, outcome, pairs, proposals } = written;
  const name = body.person.name;
  const says = {
    new: {
      id: `Mencatat ${name} di tempat; menunggu diperiksa`,
      en: `Registered ${name} on the spot; to be looked at`,
    },
    review: {
      id: `Mencatat ${name} di tempat; mirip dengan orang yang sudah terdaftar`,
      en: `Registered ${name} on the spot; resembles somebody who is here`,
    },
    same: {
      id: `Bertemu lagi dengan ${name}, yang sudah terdaftar`,
      en: `Met ${name} again, who is registered already`,
    },
  } as const;
  return {
    answer: { encounterId: body.encounterId, outcome, personId, businessId, pairs, proposals },
    audit: {
      subject: { kind: 'person', id: personId },
      says: says[outcome],
      data: { encounterId: body.encounterId, outcome, pairs, proposals },
    },
    events: [
      {
        kind: 'registry.person-met',
        body: { encounterId: body.encounterId, personId, outcome },
      },
    ],
  };
}
