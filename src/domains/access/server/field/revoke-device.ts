import { defineCommand } from '#platform/command/define-command.ts';
import { revokeDeviceInput } from '../../device-input.ts';
import { deviceProblems } from '../../device-problems.ts';
import { scopeOf } from '../../who-may.ts';
import { isWithinDeviceScope } from './device-pages.ts';
import { findOwner, revokeDeviceRow } from './device-store.ts';

/**
 * Takes a phone's right to hand in and to fetch: one's own, or one of somebody within one's area. What lies on it unsent
 * stays there, sealed, and can be sent from another phone out of its file.
 */
export const revokeDevice = defineCommand({
  kind: 'access.revoke-device',
  version: 1,
  input: revokeDeviceInput,
  async handle(tx, body, context) {
    const { actor } = context;
    const owner = await findOwner(tx, body.deviceId);
    const scope = scopeOf(actor, 'see.devices');
    const may =
      owner?.userId === actor.userId ||
      (await isWithinDeviceScope(tx, { deviceId: body.deviceId, scope }));
    if (!owner || !may) throw deviceProblems.unknownDevice();
    if (owner.revokedAt) throw deviceProblems.deviceRevoked();
    await revokeDeviceRow(tx, { ...body, by: actor.userId, now: context.now });
    return {
      answer: { deviceId: body.deviceId },
      audit: {
        subject: { kind: 'device', id: body.deviceId },
        says: {
          id: `Mencabut HP "${owner.name}": ${body.why}`,
          en: `Revoked the phone "${owner.name}": ${body.why}`,
        },
      },
    };
  },
});
