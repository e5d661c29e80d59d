import { error } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { estimatedYearSales, sizeClassOf } from '#domains/registry/business/size-class.ts';
import { findKbli } from '#domains/registry/business/find-kbli.ts';
import { oddNumber, standingOfLicence } from '#domains/registry/business/licence.ts';
import { firstOwnersShare } from '#domains/registry/business/owner.ts';
import { findBusiness, placeOfPeople, searchEverything } from '#domains/registry/server/index.ts';
import type { BusinessDetail } from '#domains/registry/server/index.ts';
import { addMonths } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
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
    if (!business) return null;
    const ask = { q: ownerAsked, people: scope, groups: null, limit: 6 };
    const hits =
      ownerAsked.length < 2
        ? []
        : await searchEverything(db, ask, (nik) => app.identitySealer.blindIndex(nik));
    return { business, hits, place: await placeOfPeople(db, [business.ownerId]) };
  });
  if (!found) error(404);
  const { business, hits } = found;
  const may = (kind: Parameters<typeof mayDo>[1]) => mayWords(mayDo(actor, kind, found.place));
  return {
    business: {
      ...business,
      licences: business.licences.map((one) => ({
        ...one,
        standing: standingOfLicence(one.validTo, today),
        odd: oddNumber(one.kind, one.number),
      })),
    },
    size: sizeOf(business, today),
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
    ids: {
      figures: newId(),
      kbli: newId(),
      correction: newId(),
      licence: newId(),
      owner: newId(),
      end: business.owners.map(() => newId()),
    },
    blocked: {
      figures: may('registry.record-business-figures'),
      kbli: may('registry.correct-profile'),
      licence: may('registry.record-business-licence'),
      owner: may('registry.name-business-owner'),
      end: may('registry.end-business-owner'),
    },
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
};
