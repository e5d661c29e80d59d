import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { boxAround, regionAt } from '../../boundary/boundary.ts';
import { kilometresOutside } from '../../boundary/distance.ts';
import {
  addPhotoInput,
  endPremisesInput,
  recordPremisesInput,
  removePhotoInput,
  setPointInput,
} from '../../business/business-input.ts';
import { businessProblems } from '../../business/business-problems.ts';
import { premisesNames, tenureNames } from '../../business/premises.ts';
import { listBoundaries } from '../boundary-store.ts';
import { placeOfSubject } from '../field/correct-profile.ts';
import { keepSpokenValues } from '../field/proposal-store.ts';
import { findKelurahan } from '../region-store.ts';
import { businessOf } from './place-pages.ts';
import {
  endPremisesOn,
  insertPhoto,
  insertPremises,
  lockPhotos,
  takePhotoAway,
  writePoint,
} from './place-store.ts';
import { getBusiness } from './record-business.ts';

/** A point may lie a little outside: borders are drawn coarsely, and stalls stand on the other side of a road. */
const farKilometres = 20;
const mostPhotos = 12;

/**
 * Sets the point of a business. One outside its kelurahan is taken and said to be so, for registers err more often than
 * phones; refused is only what lies far from the city, where latitude and longitude were exchanged.
 */
export const setBusinessPoint = defineCommand({
  kind: 'registry.set-business-point',
  version: 1,
  input: setPointInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    const boundaries = await listBoundaries(tx);
    const city = boxAround(boundaries);
    const km = city ? Math.round(kilometresOutside(city, body)) : 0;
    if (km > farKilometres) throw businessProblems.farFromCity({ km });
    await writePoint(tx, business.id, body);
    const value = `${body.latitude.toFixed(6)}, ${body.longitude.toFixed(6)}`;
    await keepSpokenValues(
      tx,
      [{ subject: { kind: 'business', id: business.id }, field: 'point', value }],
      { source: { kind: 'correction', id: context.id }, context },
    );
    const lies = regionAt(boundaries, body);
    const registered = boundaries.some(({ code }) => code === business.kelurahanCode);
    return {
      answer: {
        businessId: business.id,
        outside: registered && lies !== business.kelurahanCode,
        lies: boundaries.find(({ code }) => code === lies)?.name ?? null,
      },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Menandai tempat ${business.name} di peta: ${value}`,
          en: `Marked ${business.name} on the map: ${value}`,
        },
        data: { how: body.how },
      },
    };
  },
});

/** Writes down a place a business works in. Refused for a day to come and a kelurahan the city has not. */
export const recordPremises = defineCommand({
  kind: 'registry.record-business-premises',
  version: 1,
  input: recordPremisesInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    if (body.from > context.today) throw businessProblems.dayToCome();
    if (body.kelurahanCode !== null && !(await findKelurahan(tx, body.kelurahanCode)))
      throw businessProblems.unknownKelurahan();
    const id = await insertPremises(tx, { ...body, businessId: business.id }, context);
    const [kind, tenure] = [premisesNames[body.kind], tenureNames[body.tenure]];
    return {
      answer: { premisesId: id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Mencatat tempat usaha ${business.name}: ${kind.id.toLowerCase()}, ${tenure.id.toLowerCase()}`,
          en: `Recorded a place of ${business.name}: ${kind.en.toLowerCase()}, ${tenure.en.toLowerCase()}`,
        },
      },
    };
  },
});

/** Ends a place a business worked in. Refused when it ended already or was taken later. */
export const endPremises = defineCommand({
  kind: 'registry.end-business-premises',
  version: 1,
  input: endPremisesInput,
  place: (tx, body) => placeOfPart(tx, { kind: 'premises', id: body.premisesId }),
  async handle(tx, body, context) {
    if (body.on > context.today) throw businessProblems.dayToCome();
    const ended = await endPremisesOn(tx, body.premisesId, body.on);
    if (!ended) throw businessProblems.premisesEndEarly();
    const business = await getBusiness(tx, ended.businessId);
    const kind = premisesNames[ended.kind];
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `${business.name} tidak lagi memakai tempat ini sejak ${formatDate(body.on, 'id')}: ${kind.id.toLowerCase()}`,
          en: `${business.name} left this place on ${formatDate(body.on, 'en')}: ${kind.en.toLowerCase()}`,
        },
      },
    };
  },
});

/** Keeps a photograph with a business; the picture lies in the file store already, drawn anew. */
export const addBusinessPhoto = defineCommand({
  kind: 'registry.add-business-photo',
  version: 1,
  input: addPhotoInput,
  place: (tx, body) => placeOfSubject(tx, { kind: 'business', id: body.businessId }),
  async handle(tx, body, context) {
    const business = await getBusiness(tx, body.businessId);
    if (body.takenOn > context.today) throw businessProblems.dayToCome();
    if ((await lockPhotos(tx, business.id)) >= mostPhotos)
      throw businessProblems.tooManyPhotos({ most: mostPhotos });
    const isNew = await insertPhoto(tx, { ...body, businessId: business.id }, context);
    if (!isNew) throw businessProblems.photoKnown();
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Menambah foto ${business.name}: ${body.shows}`,
          en: `Added a photograph of ${business.name}: ${body.shows}`,
        },
        data: { sha256: body.sha256 },
      },
    };
  },
});

/** Takes a photograph of a business out of sight. */
export const removeBusinessPhoto = defineCommand({
  kind: 'registry.remove-business-photo',
  version: 1,
  input: removePhotoInput,
  place: (tx, body) => placeOfPart(tx, { kind: 'photo', id: body.photoId }),
  async handle(tx, body, context) {
    const photo = await takePhotoAway(tx, body.photoId, context);
    if (!photo) throw businessProblems.unknownPhoto();
    const business = await getBusiness(tx, photo.businessId);
    return {
      answer: { businessId: business.id },
      audit: {
        subject: { kind: 'business', id: business.id },
        says: {
          id: `Menghapus foto ${business.name}: ${photo.shows}`,
          en: `Removed a photograph of ${business.name}: ${photo.shows}`,
        },
      },
    };
  },
});

async function placeOfPart(
  db: Reader,
  part: { readonly kind: 'premises' | 'photo'; readonly id: string },
): Promise<Place> {
  const businessId = await businessOf(db, part);
  return businessId === null ? {} : placeOfSubject(db, { kind: 'business', id: businessId });
}
