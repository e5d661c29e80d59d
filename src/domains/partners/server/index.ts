import type { AnyCommand } from '#platform/command/command.ts';
import { changeTemplate } from './change-template.ts';
import { registerInstitution } from './register-institution.ts';
import { saveTemplate } from './save-template.ts';

export { findInstitution, listInstitutions, listLenders } from './institution-pages.ts';
export type { Institution } from './institution-pages.ts';
export { findOffer, listOffers } from './offer-pages.ts';
export { endOfferOn, insertOffer } from './offer-store.ts';
export type { OfferRow } from '../offer.ts';
export { getTemplate, listTemplates, templateVersions } from './template-store.ts';
export type { FileTemplate, TemplateVersion } from './template-store.ts';

export const partnerCommands: AnyCommand[] = [registerInstitution, saveTemplate, changeTemplate];
