import type { AnyCommand } from '#platform/command/command.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import type { Job } from '#platform/jobs/job.ts';
import { amendGroup } from './amend-group.ts';
import { businessCommands } from './business/index.ts';
import { fieldCommands } from './field/index.ts';
import type { FieldPorts } from './field/index.ts';
import { importCommands, importJobs } from './imports/index.ts';
import { registryKeyCommands } from './keys/key-commands.ts';
import { lookAlikeCommands, lookAlikeJobs } from './look-alikes/index.ts';
import { mergeCommands } from './merge/index.ts';
import { freezeGroup } from './freeze-group.ts';
import { importBoundaries } from './import-boundaries.ts';
import { loadRegions } from './load-regions.ts';
import { makeDecreeDocuments } from './make-decree-documents.ts';
import { proposeGroup } from './propose-group.ts';
import { recogniseGroups } from './recognise-groups.ts';
import { publishConsentNotice } from './publish-consent-notice.ts';
import { recordConsent } from './record-consent.ts';
import { recordDocuments } from './record-documents.ts';
import { refuseGroup } from './refuse-group.ts';
import { rightsCommands } from './rights/index.ts';
import type { PeopleOnPhone } from './rights/index.ts';
import { registerPeople } from './register-people.ts';
import { setMemberPin } from './set-member-pin.ts';
import { verifyGroup } from './verify-group.ts';
import { withdrawConsent, withdrawOwnConsent } from './withdraw-consent.ts';
import { welfareCommands } from './welfare/index.ts';
import { withdrawGroup } from './withdraw-group.ts';

export type { NewBusiness, Sector } from './business-store.ts';
export {
  countBusinessPairs,
  findBusinessPair,
  joinedInto,
  listBusinessPairs,
} from './look-alikes/index.ts';
export type { BusinessPairRow, JoinedBusiness, PairedBusiness } from './look-alikes/index.ts';
export { regionsOf } from './region-data.ts';
export { consentsOfPerson } from './consent-pages.ts';
export type { ConsentLine } from './consent-pages.ts';
export { recordConsents } from './consent-store.ts';
export { allNotices, answersToFirstNotice, publishedNotices } from './notice-store.ts';
export type { PublishedNotice } from './notice-store.ts';
export { placeOfPeople } from './person-place.ts';
export {
  countReview,
  encountersOf,
  findCurrentBusiness,
  findCurrentPerson,
  findPair,
  listPairs,
  listProfileProposals,
  listProvisional,
  peopleDocuments,
  fieldsWaiting,
  profileOf,
  recordSnapshots,
} from './field/index.ts';
export type {
  EncounterLine,
  NewSnapshot,
  PairPage,
  PairRecord,
  PairRow,
  ProposalLine,
  ProvisionalRow,
} from './field/index.ts';
export * from './linkage/index.ts';
export { mergesInto } from './merge/index.ts';
export type { MergeLine } from './merge/index.ts';
export { listBoundaries } from './boundary-store.ts';
export type { MappedRegion } from './boundary-store.ts';
export { listRegions } from './region-store.ts';
export type { Region } from './region-store.ts';

export { findCardForPin, findCardOwner } from './card-store.ts';
export type { CardOwner } from './card-store.ts';
export * from './group-pages.ts';
export {
  countDecided,
  findImport,
  importableSheets,
  importProgress,
  listImportRows,
  listImports,
  listRepairs,
  openCell,
  placesOf,
  placesOfCity,
  previewCells,
  tryImport,
} from './imports/index.ts';
export { countryPlaces } from './country-places.ts';
export type { CountryCity } from './country-places.ts';
export type { ImportListRow, ImportPage, ImportResultRow, ImportTrial } from './imports/index.ts';
export { numbersNotUnder, verifyNumbers } from './keys/key-commands.ts';
export { openNumbers } from './open-numbers.ts';
export {
  breachChoices,
  countDataRequests,
  findDataRequest,
  breachesOfPerson,
  listHolds,
  previewRetention,
  countBreaches,
  listBreaches,
  listDataRequests,
  peopleOfBreach,
  requestsOfPerson,
  standingOf,
} from './rights/index.ts';
export type {
  BreachNotice,
  BreachRow,
  DataRequestCounts,
  DataRequestDetail,
  DataRequestRow,
  HoldRow,
  RetentionRow,
} from './rights/index.ts';
export { newMemberPin } from './new-member-pin.ts';
export { findPerson, listPeople, personFilters, personSorts } from './person-pages.ts';
export type { PersonDetail, PersonRow } from './person-pages.ts';
export { findBusiness, placesOfBusiness } from './business/index.ts';
export type { BusinessDetail, PhotoLine, PremisesLine } from './business/index.ts';
export { searchEverything } from './search-pages.ts';
export type { Hit } from './search-pages.ts';
export {
  certificateOf,
  findDocument,
  findMemberCards,
  findPrintableDecree,
} from './decree-documents.ts';
export { printCertificate } from './documents/certificate.ts';
export { printDecree } from './documents/decree.ts';
export { printMemberCards } from './documents/member-cards.ts';
export { findVerification } from './verification-pages.ts';
export type { Verification } from './verification-pages.ts';
export * from './welfare/index.ts';

const groupCommands: AnyCommand[] = [
  proposeGroup,
  verifyGroup,
  refuseGroup,
  recogniseGroups,
  amendGroup,
  freezeGroup,
  withdrawGroup,
  recordDocuments,
  setMemberPin,
  publishConsentNotice,
  recordConsent,
  withdrawConsent,
  withdrawOwnConsent,
];

export const registryJobs: Job[] = [makeDecreeDocuments, ...importJobs, ...lookAlikeJobs];

/** @param identitySealer seals NIK, KK and NPWP */
export function registryCommands(
  identitySealer: NumberSealer,
  ports: FieldPorts & { readonly peopleOnPhone: PeopleOnPhone },
): AnyCommand[] {
  return [
    importBoundaries,
    loadRegions,
    registerPeople(identitySealer),
    ...groupCommands,
    ...importCommands(identitySealer),
    ...fieldCommands(identitySealer, ports),
    ...businessCommands,
    ...mergeCommands,
    ...rightsCommands(ports.hasMoney, ports.peopleOnPhone),
    ...lookAlikeCommands,
    ...welfareCommands(identitySealer),
    ...registryKeyCommands(identitySealer),
  ];
}
