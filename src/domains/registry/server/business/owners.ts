import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { endOwnerInput, nameOwnerInput } from '../../business/business-input.ts';
import { businessProblems } from '../../business/business-problems.ts';
import { firstOwnersShare, ownerRoleNames } from '../../business/owner.ts';
import { consentProblems } from '../../consent-problems.ts';
import { findCurrentPerson } from '../field/current-record.ts';
import { placeOfSubject } from '../field/correct-profile.ts';
import { endOwner, insertOwner, lockOwners } from './business-detail-store.ts';
import { findOwner } from './business-pages.ts';
import { getBusiness } from './record-business.ts';

/**
 * Names somebody who owns or runs a business beside the owner it is registered under. Refused for whoever is named
 * already, for a day to come, and when the shares would leave the first owner nothing.
 */
export const nameBusinessOwner = defineCommand({
  kind: 'registry.name-business-owner',
  version: 1,
  input: nameOwnerInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    const person = await findCurrentPerson(tx, body.personId);
    if (!person) throw consentProblems.unknownPerson();
    if (body.from > context.today) throw businessProblems.dayToCome();
    const others = await lockOwners(tx, business.id);
    const first = await findCurrentPerson(tx, business.ownerId);
    if (person.id === first?.id || others.some((one) => one.personId === person.id))
      throw businessProblems.ownerKnown({ name: person.name });
    const left = firstOwnersShare(others.map((one) => one.sharePercent)) - 1;
    if ((body.sharePercent ?? 0) > left) throw businessProblems.tooMuchOwned({ left });
    await insertOwner(tx, { ...body, businessId: business.id, personId: person.id }, context);
    const role = ownerRoleNames[body.role];
    const share = body.sharePercent === null ? '' : ` ${body.sharePercent} %`;
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `${person.name} dicatat sebagai ${role.id.toLowerCase()}${share} usaha ${business.name}`,
          en: `${person.name} recorded as ${role.en.toLowerCase()}${share} of ${business.name}`,
        },
        data: { personId: person.id },
      },
    };
  },
});

/** Ends what somebody owned or ran beside the first owner. Refused when it ended already or had not begun. */
export const endBusinessOwner = defineCommand({
  kind: 'registry.end-business-owner',
  version: 1,
  input: endOwnerInput,
  place: async (tx, body) => {
    const owner = await findOwner(tx, body.ownerId);
    return owner ? placeOfSubject(tx, { kind: 'business', id: owner.businessId }) : {};
  },
  async handle(tx, body, context) {
    if (body.on > context.today) throw businessProblems.dayToCome();
    const ended = await endOwner(tx, body.ownerId, body.on);
    if (!ended) throw businessProblems.unknownOwner();
    const business = await getBusiness(tx, ended.businessId);
    const name = (await findCurrentPerson(tx, ended.personId))?.name ?? '';
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `${name} tidak lagi memiliki atau mengelola ${business.name} sejak ${formatDate(body.on, 'id')}`,
          en: `${name} no longer owns or runs ${business.name} since ${formatDate(body.on, 'en')}`,
        },
        data: { personId: ended.personId },
      },
    };
  },
});
