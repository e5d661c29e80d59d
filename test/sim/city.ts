import type { CaseEvent } from '#domains/voice/case.ts';
import type { RowTraits } from '#domains/registry/import/person-index.ts';
import type { SheetLine } from '#domains/mentoring/input.ts';
import type { SheetMember } from '#domains/mentoring/sheet-member.ts';
import type { Json } from '#platform/command/command.ts';
import { sum } from '#kernel/money.ts';

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly owedRupiah: bigint;
  readonly instalmentRupiah: bigint;
}

export interface MoneyEntry {
  readonly commandId: string;
  readonly personId: string;
  readonly amountRupiah: bigint;
  /** The day it counts for, by the phone's clock, and when it was taken. */
  readonly on: string;
  readonly takenAt: number;
  /** It came for a day that was closed by then: it counts, and somebody looks. */
  readonly late: boolean;
}

/** What the city holds: enough of every kind of record for each rule of two who disagree. */
export interface City {
  readonly groups: Map<string, { mentor: string; members: readonly Member[] }>;
  /** Women who left their group; what they owe is still theirs. */
  readonly former: Member[];
  /** Days the office has closed, and when it did. */
  readonly closedDays: Map<string, number>;
  readonly meetings: Map<string, { readonly groupId: string; closedBy: string | null }>;
  /** Append-only. */
  readonly money: MoneyEntry[];
  /** Append-only: of two marks both stay. */
  readonly attendance: {
    readonly commandId: string;
    readonly meetingId: string;
    readonly personId: string;
    readonly presence: SheetLine['presence'];
  }[];
  readonly people: Map<
    string,
    { readonly by: string; readonly traits: RowTraits; sameAs: string | null }
  >;
  readonly visits: {
    readonly commandId: string;
    readonly personId: string;
    readonly text: string;
  }[];
  readonly profiles: Map<string, Record<string, string>>;
  readonly proposals: {
    readonly commandId: string;
    readonly field: string;
    readonly value: string;
  }[];
  readonly cases: Map<string, { readonly by: string; readonly steps: CaseEvent[] }>;
  /** Commands the city has taken, by the document they touched. */
  readonly takenBy: Map<string, string[]>;
}

/** The only lender of the city. */
const lenderId = 'harkat';

/** A member as a sheet opens: what she still owes is what nobody has paid. */
export function sheetMember(city: Pick<City, 'money'>, member: Member): SheetMember {
  const paid = sum(
    city.money.filter((one) => one.personId === member.personId).map((one) => one.amountRupiah),
  );
  const payoffRupiah = member.owedRupiah > paid ? member.owedRupiah - paid : 0n;
  const least = (a: bigint, b: bigint) => (a < b ? a : b);
  const instalmentRupiah = least(member.instalmentRupiah, payoffRupiah);
  const owed = { instalmentRupiah, dueRupiah: instalmentRupiah, payoffRupiah };
  const debt = { ...owed, institutionId: lenderId, lendingGroupId: 'melati' };
  return {
    ...{ personId: member.personId, name: member.name, business: null, instalmentsLeft: 10 },
    ...{ ...owed, lendingGroupId: 'melati', debts: [debt], savesAt: lenderId },
  };
}

/** The documents of an officer's scope, with their keys. */
export function documentsOf(city: City, user: string): Map<string, Json> {
  const documents = new Map<string, Json>();
  const put = (key: string, body: Record<string, Json>) =>
    documents.set(key, { ...body, takenBy: [...(city.takenBy.get(key) ?? [])] });
  for (const [id, group] of city.groups) {
    if (group.mentor !== user) continue;
    const inGroup = new Set(group.members.map(({ personId }) => personId));
    const meetings = [...city.meetings].filter(([, meeting]) => meeting.groupId === id);
    put(`group:${id}`, {
      members: group.members.map((member) => ({
        ...{ personId: member.personId, name: member.name },
        owedRupiah: String(member.owedRupiah),
        instalmentRupiah: String(member.instalmentRupiah),
        profile: city.profiles.get(member.personId) ?? {},
      })),
      meetings: meetings.map(([meetingId, { closedBy }]) => ({ meetingId, closedBy })),
      money: city.money
        .filter(({ personId }) => inGroup.has(personId))
        .map(({ commandId, personId, amountRupiah, late }) => ({
          ...{ commandId, personId, late },
          amountRupiah: String(amountRupiah),
        })),
      attendance: city.attendance
        .filter(({ personId }) => inGroup.has(personId))
        .map((mark) => ({ ...mark })),
    });
  }
  for (const [id, { by, traits, sameAs }] of city.people)
    if (by === user)
      put(`person:${id}`, {
        ...{ name: traits.name, sameAs },
        visits: city.visits
          .filter(({ personId }) => personId === id)
          .map((visit) => ({ ...visit })),
      });
  for (const [id, { by, steps }] of city.cases)
    if (by === user) put(`case:${id}`, { steps: steps.map((step) => ({ ...step })) });
  return documents;
}
