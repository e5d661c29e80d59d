import { endBusinessOwner, nameBusinessOwner } from './owners.ts';
import {
  addBusinessPhoto,
  endPremises,
  recordPremises,
  removeBusinessPhoto,
  setBusinessPoint,
} from './places.ts';
import { recordBusinessFigures, recordBusinessLicence } from './record-business.ts';

export { findBusiness } from './business-pages.ts';
export type { BusinessDetail } from './business-pages.ts';
export { placesOfBusiness } from './place-pages.ts';
export type { PhotoLine, PremisesLine } from './place-pages.ts';

export const businessCommands = [
  recordBusinessFigures,
  recordBusinessLicence,
  nameBusinessOwner,
  endBusinessOwner,
  setBusinessPoint,
  recordPremises,
  endPremises,
  addBusinessPhoto,
  removeBusinessPhoto,
];
