import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { businessProblems } from '../../business/business-problems.ts';
import { recordFiguresInput, recordLicenceInput } from '../../business/business-input.ts';
import { licenceNames, oddNumber } from '../../business/licence.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { placeOfSubject } from '../field/correct-profile.ts';
import { findCurrentBusiness } from '../field/current-record.ts';
import type { CurrentBusiness } from '../field/current-record.ts';
import { insertFigures, insertLicence } from './business-detail-store.ts';

/** @throws Refusal unknown-business */
export async function getBusiness(db: Reader, id: string): Promise<CurrentBusiness> {
  const business = await findCurrentBusiness(db, id);
  if (!business) throw fieldProblems.unknownBusiness();
  return business;
}

/** Writes down a year of a business in raw figures; its class follows from them. Refused for a year to come. */
export const recordBusinessFigures = defineCommand({
  kind: 'registry.record-business-figures',
  version: 1,
  input: recordFiguresInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    if (body.year > Number(context.today.slice(0, 4))) throw businessProblems.yearToCome();
    await insertFigures(tx, { ...body, businessId: business.id }, context);
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Mencatat angka usaha ${business.name} tahun ${body.year}: ${body.evidence}`,
          en: `Recorded the figures of ${business.name} for ${body.year}: ${body.evidence}`,
        },
      },
    };
  },
});

/**
 * Writes down a licence a business holds, as its paper says. Refused when it is recorded already, was issued on a day
 * to come or ends before it begins, and for a NIB that is none; other numbers are kept however they look.
 */
export const recordBusinessLicence = defineCommand({
  kind: 'registry.record-business-licence',
  version: 1,
  input: recordLicenceInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    if (body.issuedOn > context.today) throw businessProblems.dayToCome();
    if (body.validTo !== null && body.validTo < body.issuedOn)
      throw businessProblems.licenceEndsBefore();
    if (body.kind === 'nib' && oddNumber('nib', body.number)) throw businessProblems.notANib();
    const isNew = await insertLicence(tx, { ...body, businessId: business.id }, context);
    if (!isNew) throw businessProblems.licenceKnown();
    const kind = licenceNames[body.kind];
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Mencatat ${kind.id} ${body.number} milik ${business.name}`,
          en: `Recorded ${kind.en} ${body.number} of ${business.name}`,
        },
      },
    };
  },
});
