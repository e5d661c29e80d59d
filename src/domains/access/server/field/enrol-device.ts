import { defineCommand } from '#platform/command/define-command.ts';
import { enrolDeviceInput } from '../../device-input.ts';
import { deviceProblems } from '../../device-problems.ts';
import { countLiveDevices, findOwner, putDevice } from './device-store.ts';

/** Phones one person may have at a time. */
export const mostDevices = 5;

/**
 * Enrols the phone somebody signed in on, so that it may hand work in and fetch. Enrolled again by the same person it
 * gets new secrets; a revoked phone, or somebody else's, never comes back under its old number.
 */
export const enrolDevice = defineCommand({
  kind: 'access.enrol-device',
  version: 1,
  input: enrolDeviceInput,
  async handle(tx, body, context) {
    const { userId, name } = context.actor;
    const owner = await findOwner(tx, body.deviceId);
    if (owner && owner.userId !== userId) throw deviceProblems.deviceOfAnother();
    if (owner?.revokedAt) throw deviceProblems.deviceRevoked();
    if (!owner && (await countLiveDevices(tx, userId)) >= mostDevices)
      throw deviceProblems.tooManyDevices({ most: mostDevices });
    await putDevice(tx, { ...body, id: body.deviceId, userId, now: context.now });
    return {
      answer: { deviceId: body.deviceId },
      audit: {
        subject: { kind: 'device', id: body.deviceId },
        says: {
          id: `${name} mendaftarkan HP "${body.name}"`,
          en: `${name} enrolled the phone "${body.name}"`,
        },
      },
    };
  },
});
