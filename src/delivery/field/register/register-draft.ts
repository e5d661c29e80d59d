import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Sex } from '#kernel/nik.ts';
import type { Parsed } from '#kernel/parsed.ts';
import { parseRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { HeardChannel } from '#domains/registry/consent.ts';
import { noticeOn } from '#domains/registry/consent-notice.ts';
import { readProfileValue } from '#domains/registry/field/profile-fields.ts';
import type { NoNikWhy, TurnoverBand } from '#domains/registry/field/registration-input.ts';
import { registerInFieldInput } from '#domains/registry/field/registration-input.ts';
import { checkTypedNik } from '#domains/registry/field/typed-nik.ts';
import { sectorOf, type Sector } from '#domains/registry/sector.ts';
import { registerWords as w } from './words.ts';

/** The questions, one a page, in the order one asks them standing in a yard. */
export const steps = [
  'statement',
  'mark',
  'name',
  'nik',
  'birth',
  'phone',
  'address',
  'household',
  'product',
  'business',
  'photo',
  'summary',
] as const;
export type Step = (typeof steps)[number];

/** Everything answered so far, kept at every answer; its ids are made once, so that saving twice is one registration. */
export interface RegisterDraft {
  readonly commandId: string;
  readonly encounterId: string;
  readonly personId: string;
  readonly businessId: string;
  /** The refused command this one repairs. */
  readonly replaces: string | null;
  step: Step;
  noticeVersion: number;
  photoNoticeVersion: number | null;
  channel: HeardChannel | null;
  mark: string | null;
  witness: string;
  name: string;
  nik: string;
  noNikWhy: NoNikWhy | null;
  bornOn: string;
  sex: Sex | null;
  phone: string;
  kelurahanCode: string;
  address: string;
  rt: string;
  rw: string;
  kk: string;
  kkPeriod: string;
  hasBusiness: boolean;
  product: string;
  businessName: string;
  sector: Sector | null;
  kbli: string;
  startedYear: string;
  workers: string;
  turnover: string;
  turnoverBand: TurnoverBand | null;
  point: { latitude: number; longitude: number; accuracyMeters: number } | null;
  photoSha256: string | null;
}

export const draftKey = 'register:new';

export function emptyDraft(today: BusinessDate): RegisterDraft {
  return {
    commandId: newId(),
    encounterId: newId(),
    personId: newId(),
    businessId: newId(),
    replaces: null,
    step: 'statement',
    noticeVersion: noticeOn('programme', today).version,
    photoNoticeVersion: null,
    channel: null,
    mark: null,
    witness: '',
    name: '',
    nik: '',
    noNikWhy: null,
    bornOn: '',
    sex: null,
    phone: '',
    kelurahanCode: '',
    address: '',
    rt: '',
    rw: '',
    kk: '',
    kkPeriod: today.slice(0, 7),
    hasBusiness: true,
    product: '',
    businessName: '',
    sector: null,
    kbli: '',
    startedYear: '',
    workers: '',
    turnover: '',
    turnoverBand: null,
    point: null,
    photoSha256: null,
  };
}

/** A refused registration opened again: the same answers under new ids of the command and the encounter. */
export function draftOfRefused(
  body: unknown,
  { commandId, today }: { commandId: string; today: BusinessDate },
): RegisterDraft | null {
  const read = registerInFieldInput.safeParse(body);
  if (!read.success) return null;
  const { person, business, household, consent, photoSha256 } = read.data;
  return {
    ...emptyDraft(today),
    personId: person.id,
    businessId: business?.id ?? newId(),
    replaces: commandId,
    step: 'summary',
    noticeVersion: consent.noticeVersion,
    photoNoticeVersion: consent.photoNoticeVersion,
    channel: consent.channel,
    mark: consent.mark,
    witness: consent.witness ?? '',
    name: person.name,
    nik: person.nik ?? '',
    noNikWhy: person.noNikWhy,
    bornOn: person.bornOn ?? '',
    sex: person.sex,
    phone: person.phone ?? '',
    kelurahanCode: person.kelurahanCode ?? '',
    address: person.address ?? '',
    rt: person.rt ?? '',
    rw: person.rw ?? '',
    kk: household?.kk ?? '',
    kkPeriod: household?.period ?? today.slice(0, 7),
    hasBusiness: business !== null,
    product: business?.product ?? '',
    businessName: business?.name ?? '',
    sector: business?.sector ?? null,
    kbli: business?.kbli?.code ?? '',
    startedYear: business?.startedYear?.toString() ?? '',
    workers: business?.workers?.toString() ?? '',
    turnover: business?.turnoverMonthRupiah?.toString() ?? '',
    turnoverBand: business?.turnoverBand ?? null,
    point: business?.point ?? null,
    photoSha256,
  };
}

/** What keeps a page from being left; null when it may. Doubt never does, only what cannot be read at all. */
export function problemOf(step: Step, draft: RegisterDraft, today: BusinessDate): Words | null {
  if (step === 'mark') {
    if (draft.channel === null) return w.chooseHow;
    if (draft.channel !== 'spoken' && draft.mark === null) return w.markFirst;
    return draft.channel !== 'written' && draft.witness.trim().length < 2 ? w.witnessFirst : null;
  }
  if (step === 'name') return draft.name.trim() === '' ? w.nameFirst : null;
  if (step === 'nik') {
    if (draft.noNikWhy !== null) return null;
    return checkTypedNik(draft.nik, { today }).nik === null ? w.nikFirst : null;
  }
  if (step === 'birth') return unreadable('bornOn', draft.bornOn);
  if (step === 'phone') return unreadable('phone', draft.phone);
  if (step === 'address') return unreadable('rt', draft.rt) ?? unreadable('rw', draft.rw);
  if (step === 'household')
    return draft.kk === '' || /^\d{16}$/.test(digitsOf(draft.kk)) ? null : w.kkWrong;
  if (!draft.hasBusiness) return null;
  if (step === 'product') return draft.product.trim() === '' ? w.productFirst : null;
  if (step === 'business') return businessProblem(draft, today);
  return null;
}

function businessProblem(draft: RegisterDraft, today: BusinessDate): Words | null {
  const year = draft.startedYear === '' ? null : Number(draft.startedYear);
  if (year !== null && !(year >= 1900 && year <= Number(today.slice(0, 4)))) return w.yearWrong;
  if (draft.workers !== '' && !/^\d{1,4}$/.test(draft.workers.trim())) return w.workersWrong;
  if (draft.turnover !== '' && !parseRupiah(draft.turnover).ok) return w.turnoverWrong;
  return draft.kbli === '' || /^\d{5}$/.test(draft.kbli.trim()) ? null : w.kbliWrong;
}

/** Nothing typed is no problem here: what she does not know is asked another day. */
function unreadable(field: string, typed: string): Words | null {
  if (typed.trim() === '') return null;
  const read = readProfileValue('person', field, typed);
  return read.ok ? null : read.problem.says;
}

/** The first page that cannot be left as it is; null when the registration can be saved. */
export function firstProblem(draft: RegisterDraft, today: BusinessDate): Step | null {
  return steps.find((step) => problemOf(step, draft, today) !== null) ?? null;
}

/** The command's body. Only called when `firstProblem` is null. */
export function bodyOf(draft: RegisterDraft, today: BusinessDate) {
  const personValue = (field: string, typed: string) =>
    valueOf(readProfileValue('person', field, typed));
  const { channel } = draft;
  return {
    encounterId: draft.encounterId,
    metOn: today,
    person: {
      id: draft.personId,
      name: valueOf(readProfileValue('person', 'name', draft.name)),
      nik: draft.noNikWhy === null ? digitsOf(draft.nik) : null,
      noNikWhy: draft.noNikWhy,
      sex: draft.sex,
      bornOn: draft.bornOn === '' ? null : personValue('bornOn', draft.bornOn),
      phone: draft.phone === '' ? null : personValue('phone', draft.phone),
      address: draft.address.trim() || null,
      kelurahanCode: draft.kelurahanCode || null,
      rt: draft.rt.trim() || null,
      rw: draft.rw.trim() || null,
    },
    household: draft.kk === '' ? null : { kk: digitsOf(draft.kk), period: draft.kkPeriod },
    business: draft.hasBusiness ? businessOf(draft) : null,
    consent: {
      noticeVersion: draft.noticeVersion,
      photoNoticeVersion: draft.photoSha256 === null ? null : draft.photoNoticeVersion,
      channel,
      witness: channel === 'written' ? null : draft.witness.trim(),
      mark: channel === 'spoken' ? null : draft.mark,
    },
    photoSha256: draft.photoSha256,
  };
}

function businessOf(draft: RegisterDraft) {
  const turnover = draft.turnover === '' ? null : valueOf(parseRupiah(draft.turnover));
  const product = draft.product.trim();
  return {
    id: draft.businessId,
    name: draft.businessName.trim() || suggestedBusinessName(draft),
    product,
    sector: draft.sector ?? sectorOf(product, draft.businessName),
    kbli: draft.kbli === '' ? null : { version: '2025', code: draft.kbli.trim() },
    startedYear: draft.startedYear === '' ? null : Number(draft.startedYear),
    turnoverMonthRupiah: turnover === null ? null : turnover.toString(),
    turnoverBand: turnover === null ? draft.turnoverBand : null,
    workers: draft.workers === '' ? null : Number(draft.workers),
    point: draft.point,
  };
}

/** A business without a name is called by what it makes and whose it is. */
export function suggestedBusinessName({
  product,
  name,
}: Pick<RegisterDraft, 'product' | 'name'>): string {
  const made = product.trim().slice(0, 60);
  return `${made.slice(0, 1).toUpperCase()}${made.slice(1)} ${name.trim()}`.trim();
}

export function digitsOf(text: string): string {
  return text.replace(/[\s.\-\u00a0]/g, '');
}

function valueOf<T>(read: Parsed<T>): T | null {
  return read.ok ? read.value : null;
}
