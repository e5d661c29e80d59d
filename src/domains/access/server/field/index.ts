import type { AnyCommand } from '#platform/command/command.ts';
import { discardFieldCommand } from './discard-field-command.ts';
import { enrolDevice } from './enrol-device.ts';
import type { FieldRules } from './field-ports.ts';
import { keepFieldPhoto } from './keep-field-photo.ts';
import { noteFieldCommand } from './note-field-command.ts';
import { revokeDevice } from './revoke-device.ts';
import { settleFieldReview } from './settle-field-review.ts';

export { findDeviceCommands } from './device-commands.ts';
export type { DeviceCommand } from './device-commands.ts';
export { countDeviceAlarms, devicesOfUser, listDevices } from './device-pages.ts';
export type { DeviceRow } from './device-pages.ts';
export {
  findDevice,
  findDeviceBySecret,
  findOwner,
  heldOnPhone,
  noteScope,
  noteSight,
  secretHash,
} from './device-store.ts';
export type { KnownDevice, SightOfDevice } from './device-store.ts';
export type { DocumentSource, FieldRule, FieldRules, FoundRight } from './field-ports.ts';
export { findFieldPhoto } from './keep-field-photo.ts';
export { meDocument } from './me-document.ts';
export { countOpenReviews, findReview, listReviews } from './review-pages.ts';
export type { ReviewDetail, ReviewRow } from './review-pages.ts';
export { openReviews, settleReview } from './review-store.ts';
export type { NewReview, ReviewAnswer } from './review-store.ts';
export { answerWords } from './settle-field-review.ts';

/** What phones and their supervisors do about phones. */
export const fieldCommands = (rules: FieldRules): AnyCommand[] => [
  enrolDevice,
  revokeDevice,
  discardFieldCommand,
  keepFieldPhoto,
  noteFieldCommand,
  settleFieldReview(rules),
];
