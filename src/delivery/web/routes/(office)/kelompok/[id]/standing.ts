import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listLoans } from '#domains/lending/server/index.ts';
import { attendanceOfGroup } from '#domains/mentoring/server/index.ts';
import type { GroupMemberRow } from '#domains/registry/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A group looks back over a quarter of weekly meetings. */
const meetingsShown = 12;

/** A member with how she comes and how her loans stand; null where the reader may not see it. */
export interface MemberStanding extends GroupMemberRow {
  readonly present: number | null;
  readonly outstandingRupiah: bigint | null;
  readonly overdueRupiah: bigint;
  readonly overdueDays: number;
}

export interface GroupStanding {
  readonly members: MemberStanding[];
  /** Closed meetings the attendance is counted over; null where the reader may not see meetings. */
  readonly meetings: number | null;
  readonly series: {
    readonly weekday: number;
    readonly startTime: string;
    readonly place: string;
  } | null;
  readonly finance: {
    readonly activeLoans: number;
    readonly outstandingRupiah: bigint;
    readonly overdueRupiah: bigint;
    readonly onTime: number;
  } | null;
}

/** What the domains above know of a group's members, for those who may see it. */
export async function standingOfGroup(
  db: Reader,
  asked: { actor: Actor; groupId: string; members: readonly GroupMemberRow[]; on: BusinessDate },
): Promise<GroupStanding> {
  const { actor, groupId, on } = asked;
  const attendance = maySee(actor, 'see.meetings')
    ? await attendanceOfGroup(db, { groupId, last: meetingsShown })
    : null;
  const query = {
    q: '',
    sort: 'nama',
    direction: 'asc',
    filters: { kelompok: groupId, status: 'active' },
    size: 500,
    offset: 0,
    on,
  } as const;
  const loans = maySee(actor, 'see.loans')
    ? (await listLoans(db, query, scopeOf(actor, 'see.loans'))).rows
    : null;
  const sum = (pick: (loan: NonNullable<typeof loans>[number]) => bigint, personId?: string) =>
    (loans ?? [])
      .filter((loan) => personId === undefined || loan.personId === personId)
      .reduce((total, loan) => total + pick(loan), 0n);
  return {
    members: asked.members.map((member) => ({
      ...member,
      present: attendance ? (attendance.present.get(member.personId) ?? 0) : null,
      outstandingRupiah: loans ? sum((loan) => loan.outstandingRupiah, member.personId) : null,
      overdueRupiah: sum((loan) => loan.overdueRupiah, member.personId),
      overdueDays: Math.max(
        0,
        ...(loans ?? [])
          .filter((loan) => loan.personId === member.personId)
          .map((loan) => loan.overdueDays),
      ),
    })),
    meetings: attendance?.held ?? null,
    series: attendance?.series ?? null,
    finance: loans && {
      activeLoans: loans.length,
      outstandingRupiah: sum((loan) => loan.outstandingRupiah),
      overdueRupiah: sum((loan) => loan.overdueRupiah),
      onTime: loans.filter((loan) => loan.overdueDays === 0).length,
    },
  };
}
