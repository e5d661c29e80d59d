import { error, fail, redirect } from '@sveltejs/kit';
import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { estimatedYearSales, sizeClassOf } from '#domains/registry/business/size-class.ts';
import { findKbli } from '#domains/registry/business/find-kbli.ts';
import { oddNumber, standingOfLicence } from '#domains/registry/business/licence.ts';
import { firstOwnersShare } from '#domains/registry/business/owner.ts';
import { boxAround } from '#domains/registry/boundary/boundary.ts';
import { thinned } from '#domains/registry/boundary/map-drawing.ts';
import {
  findBusiness,
  findCurrentBusiness,
  joinedInto,
  listBoundaries,
  listRegions,
  placeOfPeople,
  placesOfBusiness,
  searchEverything,
} from '#domains/registry/server/index.ts';
import type {
  BusinessDetail,
  MappedRegion,
  PhotoLine,
  PremisesLine,
} from '#domains/registry/server/index.ts';
import { addMonths } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { readForm, refused, runCommand } from '../../../../forms.ts';
import { keptPhoto } from '../../../../kept-photo.ts';
import { mayWords } from '../../../../may-words.ts';
import { isRefusal } from '../../../../refusal.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { placeWords } from './place-words.ts';
import { readDegrees } from './read-degrees.ts';
import { businessWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const { app, city, today } = event.locals;
  const businessId = event.params.id;
  if (!isId(businessId)) error(404);
  const scope = scopeOf(actor, 'see.people');
  const asked = (name: string) => (event.url.searchParams.get(name) ?? '').trim().slice(0, 100);
  const [kbliAsked, ownerAsked] = [asked('kbli'), asked('orang')];
  const found = await app.read(city, async (db) => {
    const business = await findBusiness(db, { scope, businessId });
    // A record found to be of a business that is here leads there.
    if (!business) return (await findCurrentBusiness(db, businessId))?.id;
    const ask = { q: ownerAsked, people: scope, groups: null, limit: 6 };
    const hits = ownerAsked.length < 2 ? [] : await searchEverything(db, ask, app.identitySealer);
    return {
      business,
      hits,
      joined: await joinedInto(db, businessId),
      place: await placeOfPeople(db, [business.ownerId]),
      ...(await placesOfBusiness(db, businessId)),
      kelurahan: await listRegions(db, 'kelurahan'),
      regions: await listBoundaries(db, business.kecamatanCode ?? undefined),
    };
  });
  if (typeof found !== 'object') {
    if (found !== undefined && found !== businessId) redirect(303, `/usaha/${found}`);
    error(404);
  }
  const { business, hits, premises, photos } = found;
  const where = {
    ...found.place,
    kecamatan: business.kecamatanCode,
    kelurahan: business.kelurahanCode,
  };
  return {
    business: {
      ...business,
      licences: business.licences.map((one) => ({
        ...one,
        standing: standingOfLicence(one.validTo, today),
        odd: oddNumber(one.kind, one.number),
      })),
    },
    address: [business.address, business.kelurahan, business.kecamatan].filter(Boolean).join(', '),
    size: sizeOf(business, today),
    map: mapOf(business, found.regions),
    kelurahan: found.kelurahan.map(({ code, name }) => ({ code, name })),
    premises,
    photos,
    joined: found.joined,
    mayReview: maySee(actor, 'see.people-review'),
    firstShare: firstOwnersShare(
      business.owners.map((one) => (one.to === null ? one.sharePercent : null)),
    ),
    kbli: { asked: kbliAsked, offers: kbliAsked === '' ? [] : findKbli(kbliAsked) },
    owner: {
      asked: ownerAsked,
      people: hits
        .filter((hit) => hit.kind === 'person')
        .map(({ id, name, kelurahan }) => ({ id, name, kelurahan })),
    },
    today,
    ids: idsOf({ business, premises, photos }),
    blocked: blockedOf((kind) => mayWords(mayDo(actor, kind, where))),
  };
};

/** The class by the newest year's figures; without its sales, by what was said at visits of the last twelve months. */
function sizeOf(business: BusinessDetail, today: string) {
  const [figure] = business.figures;
  const since = addMonths(today, -12);
  const months = business.snapshots.flatMap(({ on, turnoverMonthRupiah }) =>
    on > since && turnoverMonthRupiah !== null ? [BigInt(turnoverMonthRupiah)] : [],
  );
  const recorded = figure?.salesRupiah ?? null;
  const salesRupiah = recorded === null ? estimatedYearSales(months) : BigInt(recorded);
  const capital = figure?.capitalRupiah ?? null;
  const capitalRupiah = capital === null ? null : BigInt(capital);
  return {
    ...sizeClassOf({ salesRupiah, capitalRupiah }, today),
    estimated: recorded === null && salesRupiah !== null,
  };
}

/** An id for each form, so that the same form sent twice is one command. */
function idsOf({ business, premises, photos }: Parts) {
  return {
    figures: newId(),
    kbli: newId(),
    correction: newId(),
    licence: newId(),
    owner: newId(),
    end: business.owners.map(() => newId()),
    point: newId(),
    premises: newId(),
    leave: premises.map(() => newId()),
    photo: newId(),
    remove: photos.map(() => newId()),
  };
}

/** Why a form cannot be sent, for each of them. */
function blockedOf(may: (kind: CommandKind) => ReturnType<typeof mayWords>) {
  return {
    figures: may('registry.record-business-figures'),
    kbli: may('registry.correct-profile'),
    licence: may('registry.record-business-licence'),
    owner: may('registry.name-business-owner'),
    end: may('registry.end-business-owner'),
    point: may('registry.set-business-point'),
    premises: may('registry.record-business-premises'),
    leave: may('registry.end-business-premises'),
    photo: may('registry.add-business-photo'),
    remove: may('registry.remove-business-photo'),
  };
}

type CommandKind = Parameters<typeof mayDo>[1];
interface Parts {
  readonly business: BusinessDetail;
  readonly premises: readonly PremisesLine[];
  readonly photos: readonly PhotoLine[];
}

/** A map of its kecamatan, or of the whole city where that is not known, as fine as a screen shows it. */
function mapOf(business: BusinessDetail, regions: readonly MappedRegion[]) {
  const own = regions.find(({ code }) => code === business.kelurahanCode);
  const box = boxAround(own ? [own] : regions);
  const fine = box ? (box.east - box.west) / 500 : 0;
  return {
    own: own?.code ?? null,
    source: [...new Set(regions.map(({ source }) => source))].join(', '),
    regions: regions.map(({ code, name, polygons }) => ({
      code,
      name,
      polygons: thinned(polygons, fine),
    })),
  };
}

const digits = (value: string | string[] | undefined) => {
  const text = String(value ?? '').replace(/\D/g, '');
  return text === '' ? null : text;
};
const wholeNumber = (value: string | string[] | undefined) => {
  const text = digits(value);
  return text === null ? null : Number(text);
};
const textOrNull = (value: string | string[] | undefined) => {
  const text = String(value ?? '').trim();
  return text === '' ? null : text;
};

export const actions: Actions = {
  angka: async (event) => {
    const { values } = await readForm(event);
    const { year, capitalRupiah, salesRupiah, workers, evidence } = values;
    const body = {
      businessId: event.params.id,
      year: wholeNumber(year),
      capitalRupiah: digits(capitalRupiah),
      salesRupiah: digits(salesRupiah),
      workers: wholeNumber(workers),
      evidence,
    };
    const done = { values, flash: words.figuresDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.record-business-figures', body, done);
  },
  kbli: async (event) => {
    const { values } = await readForm(event);
    const { correctionId, base, kbliCode } = values;
    const body = {
      correctionId,
      subject: { kind: 'business', id: event.params.id },
      changes: [{ field: 'kbli', base: textOrNull(base), value: String(kbliCode ?? '-') }],
    };
    const done = { values, flash: words.kbliDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.correct-profile', body, done);
  },
  izin: async (event) => {
    const { values } = await readForm(event);
    const { kind, number, product, issuedOn, validTo } = values;
    const body = {
      businessId: event.params.id,
      kind,
      number,
      product: textOrNull(product),
      issuedOn,
      validTo: textOrNull(validTo),
    };
    const done = { values, flash: words.licenceDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.record-business-licence', body, done);
  },
  pemilik: async (event) => {
    const { values } = await readForm(event);
    const { personId, role, sharePercent, from } = values;
    const body = {
      businessId: event.params.id,
      personId,
      role,
      sharePercent: wholeNumber(sharePercent),
      from,
    };
    const done = { values, flash: words.ownerDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.name-business-owner', body, done);
  },
  akhiri: async (event) => {
    const { values } = await readForm(event);
    const body = { ownerId: values.ownerId, on: values.on };
    const done = { values, flash: words.endDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.end-business-owner', body, done);
  },
  titik: async (event) => {
    const { values } = await readForm(event);
    const degrees = (name: string) => readDegrees(String(values[name] ?? ''));
    const [latitude, longitude] = [degrees('latitude'), degrees('longitude')];
    if (latitude === null || longitude === null) {
      const field = latitude === null ? 'latitude' : 'longitude';
      return fail(422, wrongField(field, placeWords.notDegrees, values));
    }
    const body = { businessId: event.params.id, latitude, longitude, how: values.how };
    return runCommand(event, 'registry.set-business-point', body, {
      values,
      flash: placeWords.pointDone,
      redirectTo: `${event.url.pathname}#tempat-kartu`,
    });
  },
  tempat: async (event) => {
    const { values } = await readForm(event);
    const { kind, tenure, from } = values;
    const body = {
      businessId: event.params.id,
      kind,
      tenure,
      kelurahanCode: textOrNull(values.kelurahanCode),
      address: textOrNull(values.address),
      from,
    };
    const done = { values, flash: placeWords.premisesDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.record-business-premises', body, done);
  },
  pindah: async (event) => {
    const { values } = await readForm(event);
    const body = { premisesId: values.premisesId, on: values.on };
    const done = { values, flash: placeWords.leaveDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.end-business-premises', body, done);
  },
  foto: async (event) => {
    const { data, values } = await readForm(event);
    let sha256: string | null;
    try {
      sha256 = await keptPhoto(event, data.get('photo'));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error, values);
    }
    if (sha256 === null) return fail(422, wrongField('photo', placeWords.photoMissing, values));
    const { shows, takenOn } = values;
    const body = { businessId: event.params.id, sha256, shows, takenOn };
    const done = { values, flash: placeWords.photoDone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.add-business-photo', body, done);
  },
  hapusfoto: async (event) => {
    const { values } = await readForm(event);
    const done = { values, flash: placeWords.photoGone, redirectTo: event.url.pathname };
    return runCommand(event, 'registry.remove-business-photo', { photoId: values.photoId }, done);
  },
};

/** A form in which one field cannot be read. */
function wrongField(field: string, says: Words, values: Record<string, string | string[]>) {
  return { problem: { code: 'web.unreadable', words: says, fields: { [field]: says } }, values };
}
