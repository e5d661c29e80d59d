import type { z } from 'zod';
import type { visitInput } from '#domains/mentoring/visit-input.ts';
import { emptyForm } from '#domains/mentoring/visit-form.ts';
import type { VisitForm } from '#domains/mentoring/visit-form.ts';
import type { VisitField } from '#domains/mentoring/visit-words.ts';
import type { CaseTopic } from '#domains/voice/case.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';

export interface DraftFinding {
  topic: CaseTopic;
  text: string;
  /** Empty leaves it to the office. */
  departmentId: string;
  dueOn: BusinessDate;
}

export interface DraftCompanion {
  name: string;
  office: string;
}

/** A visit being written down; kept on the phone at every answer, with the version of the form it was begun with. */
export interface VisitDraft {
  readonly commandId: string;
  readonly visitId: string;
  readonly nextVisitId: string;
  readonly businessId: string;
  readonly plannedVisitId: string | null;
  readonly startedAt: string;
  readonly startedOn: BusinessDate;
  step: number;
  form: VisitForm;
  fields: VisitField[];
  note: string;
  /** Whole rupiah in digits; null where she was not asked. */
  turnoverMonth: string | null;
  turnoverBefore: string | null;
  findings: DraftFinding[];
  photos: string[];
  photoConsent: boolean;
  point: { latitude: number; longitude: number; accuracyMetres: number } | null;
  nextOn: BusinessDate | null;
  ledBy: DraftCompanion;
  companions: DraftCompanion[];
}

/** A finding is answered within two weeks, as at a meeting. */
const usualDueDays = 14;

export function newVisitDraft(about: {
  businessId: string;
  plannedVisitId: string | null;
  now: Date;
  today: BusinessDate;
}): VisitDraft {
  return {
    commandId: newId(),
    visitId: newId(),
    nextVisitId: newId(),
    businessId: about.businessId,
    plannedVisitId: about.plannedVisitId,
    startedAt: about.now.toISOString(),
    startedOn: about.today,
    step: 0,
    form: emptyForm(),
    fields: [],
    note: '',
    turnoverMonth: null,
    turnoverBefore: null,
    findings: [],
    photos: [],
    photoConsent: false,
    point: null,
    nextOn: null,
    ledBy: { name: '', office: '' },
    companions: [],
  };
}

export function newFinding(today: BusinessDate, topic: CaseTopic): DraftFinding {
  return { topic, text: '', departmentId: '', dueOn: addDays(today, usualDueDays) };
}

const longestMinutes = 600;
const shortestText = 3;
const shortestName = 2;

/** The command's body of a draft; lines begun and left empty are not sent, and nothing that was not asked is made up. */
export function visitBody(draft: VisitDraft, now: Date): z.input<typeof visitInput> {
  const minutes = Math.round((now.getTime() - Date.parse(draft.startedAt)) / 60_000);
  const named = (one: DraftCompanion) => one.name.trim().length >= shortestName;
  return {
    visitId: draft.visitId,
    businessId: draft.businessId,
    plannedVisitId: draft.plannedVisitId,
    doneOn: draft.startedOn,
    minutes: minutes >= 0 && minutes <= longestMinutes ? minutes : null,
    form: draft.form,
    fields: fieldsOf(draft),
    note: draft.note,
    turnoverMonthRupiah: draft.turnoverMonth,
    turnoverBeforeRupiah: draft.turnoverBefore,
    findings: draft.findings
      .filter((one) => one.text.trim().length >= shortestText)
      .map((one) => ({ ...one, departmentId: one.departmentId || null })),
    photos: draft.photos,
    photoConsent: draft.photos.length > 0 && draft.photoConsent,
    point: draft.point,
    next: draft.nextOn ? { plannedVisitId: draft.nextVisitId, on: draft.nextOn } : null,
    ledBy: named(draft.ledBy) ? draft.ledBy : null,
    companions: draft.companions.filter(named),
  };
}

/** The fields she ticked; without any, production and marketing as far as they were spoken about. */
export function fieldsOf(draft: Pick<VisitDraft, 'fields' | 'form'>): VisitField[] {
  if (draft.fields.length > 0) return draft.fields;
  const { production, marketing } = draft.form;
  const spoken: VisitField[] = [];
  if (marketing.state !== null || marketing.sells.length > 0) spoken.push('marketing');
  if (production.state !== null || spoken.length === 0) spoken.unshift('production');
  return spoken;
}
