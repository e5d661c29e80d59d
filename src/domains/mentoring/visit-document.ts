import type { CaseState } from '#domains/voice/case.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { MissedWhy } from './visit-words.ts';

/** A business as it travels to a mentor's phone: whom she meets there and how to find it. No NIK, masked or not. */
export interface FieldBusiness {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  /** In international form. */
  readonly phone: string | null;
  readonly address: string | null;
  readonly kelurahanName: string | null;
  /** Where it stands; the middle of its kelurahan where nobody has measured it. */
  readonly point: FieldPoint | null;
  /** The last visit anybody made there. */
  readonly lastOn: BusinessDate | null;
}

export interface FieldPoint {
  readonly latitude: number;
  readonly longitude: number;
  /** False for the middle of the kelurahan. */
  readonly exact: boolean;
}

/** `businesses:<kelurahan code>`: every active business of a kelurahan of the mentor's area, by name. */
export interface BusinessListDocument {
  readonly code: string;
  readonly name: string;
  readonly businesses: readonly FieldBusiness[];
}

/** `business:<id>`: one of those she is to visit or has just visited, with what was said there before. */
export interface BusinessDocument extends FieldBusiness {
  /** The last three, newest first. */
  readonly visits: readonly {
    readonly id: string;
    readonly doneOn: BusinessDate;
    readonly mentorName: string;
    readonly note: string;
    readonly agreed: string;
    /** Decimal digits; null where she was not asked. */
    readonly turnoverMonthRupiah: string | null;
  }[];
  /** What was found there and is open, or was answered lately. */
  readonly cases: readonly {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly state: CaseState;
    readonly departmentName: string | null;
    readonly dueOn: BusinessDate | null;
    readonly answer: string | null;
  }[];
}

/** `visits`: what a mentor is to visit, what she visited lately, and which departments answer. */
export interface VisitsDocument {
  /** From fourteen days ago until twenty-eight ahead, by day. */
  readonly planned: readonly DocumentPlannedVisit[];
  /** Her own of the last five weeks, newest first. */
  readonly visits: readonly DocumentVisit[];
  /** Departments a finding may be proposed to, by short name. */
  readonly departments: readonly { readonly id: string; readonly shortName: string }[];
}

export interface DocumentPlannedVisit {
  readonly id: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly ownerName: string;
  readonly kelurahanName: string | null;
  readonly onDay: BusinessDate;
  readonly origin: 'plan' | 'agreed';
  readonly state: 'planned' | 'done' | 'missed';
  readonly missedWhy: MissedWhy | null;
}

export interface DocumentVisit {
  readonly id: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly doneOn: BusinessDate;
  readonly findings: number;
}

/** Every business of these documents, found by its id. */
export function businessesById(
  lists: readonly BusinessListDocument[],
): ReadonlyMap<string, FieldBusiness> {
  return new Map(lists.flatMap((list) => list.businesses.map((one) => [one.id, one] as const)));
}
