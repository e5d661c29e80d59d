import { endBusinessOwner, nameBusinessOwner } from './owners.ts';
import { recordBusinessFigures, recordBusinessLicence } from './record-business.ts';

export { findBusiness } from './business-pages.ts';
export type { BusinessDetail } from './business-pages.ts';

export const businessCommands = [
  recordBusinessFigures,
  recordBusinessLicence,
  nameBusinessOwner,
  endBusinessOwner,
];
