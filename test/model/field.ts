import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { WorldHouse } from '../house.ts';
import { openLender } from './lender.ts';
import type { Lender } from './lender.ts';
import type { LoanModel } from './loan-model.ts';
import { firstDay, kelurahan } from './office.ts';
import type { Office } from './office.ts';
import type { LenderDrawn } from './script.ts';

/** Groups and lenders of their own, so that one script cannot spoil another. */
export interface Field {
  readonly office: Office;
  readonly lenders: readonly Lender[];
  readonly groups: readonly Group[];
  readonly closedMeetings: Set<string>;
  /** The days of the meetings that asked for an instalment of a loan, as they were held. */
  readonly askedOn: Map<string, string[]>;
  /** Loans that did not run at some moment of the day: a sheet may have seen them so. */
  readonly restingToday: Set<string>;
}

export interface Group {
  readonly groupId: string;
  readonly members: readonly string[];
  readonly meetings: readonly { readonly id: string; readonly heldOn: string }[];
}

/** Groups whose members have borrowed on the first day, each of one lender or of two, and the models that begin there. */
export async function openField(
  house: WorldHouse,
  office: Office,
  size: { groups: number; members: number; lenders: readonly LenderDrawn[] },
): Promise<Field> {
  house.now = new Date(`${firstDay}T01:00:00Z`);
  const code = newId().slice(-12);
  const groups: Group[] = [];
  for (let i = 0; i < size.groups; i += 1)
    groups.push(await openGroup(house, office, { name: `Uji ${code} ${i}`, size: size.members }));
  const lenders: Lender[] = [];
  for (const [i, drawn] of size.lenders.entries())
    lenders.push(
      await openLender(house, office, {
        ...drawn,
        groups: groups.map((group) => ({
          groupId: group.groupId,
          members: borrowersOf(group.members, { lender: i, of: size.lenders.length }),
        })),
      }),
    );
  return {
    office,
    lenders,
    groups,
    closedMeetings: new Set(),
    askedOn: new Map(),
    restingToday: new Set(),
  };
}

/** With two lenders some members have borrowed of both, some of the first alone, and the last of the second alone. */
function borrowersOf(
  members: readonly string[],
  { lender, of }: { lender: number; of: number },
): string[] {
  if (of === 1) return [...members];
  return members.filter((_, i) =>
    lender === 0 ? i < members.length - 1 : i % 2 === 0 || i === members.length - 1,
  );
}

export function lenderOf(field: Field, loanId: string): Lender {
  const lender = field.lenders.find((one) => one.model.loans.has(loanId));
  if (!lender) throw new Error(`nobody lent ${loanId}`);
  return lender;
}

/** Her loan at a lender while it runs; loans that somebody did not see are as if they rested. */
export function runningLoan(
  lender: Lender,
  personId: string,
  unseen?: ReadonlySet<string>,
): LoanModel | undefined {
  const loan = lender.model.loanOf(personId);
  return loan?.state === 'active' && !unseen?.has(loan.loanId) ? loan : undefined;
}

/** What somebody owes now, loan by loan, in the order in which money without a name goes to them. */
export function debtsOf(
  field: Field,
  personId: string,
  unseen?: ReadonlySet<string>,
): { lender: Lender; loan: LoanModel }[] {
  return field.lenders
    .flatMap((lender) => {
      const loan = runningLoan(lender, personId, unseen);
      return loan ? [{ lender, loan }] : [];
    })
    .toSorted((a, b) => (a.loan.number < b.loan.number ? -1 : 1));
}

async function openGroup(
  house: WorldHouse,
  office: Office,
  given: { name: string; size: number },
): Promise<Group> {
  const groupId = newId();
  const members = await registerPeople(house, office, given.size);
  const day = (days: number) => addDays(firstDay, days);
  await house.does(office.officer, 'registry.propose-group', {
    groupId,
    name: given.name,
    sector: 'culinary',
    kelurahanCode: kelurahan,
    mentorId: office.mentor.userId,
    members: members.map((personId, i) => ({ personId, role: i === 0 ? 'ketua' : 'anggota' })),
  });
  await house.does(office.verifier, 'registry.verify-group', { groupId, note: 'diperiksa' });
  await house.does(office.head, 'registry.recognise-groups', {
    decreeId: newId(),
    groupIds: [groupId],
  });
  await house.does(office.mentor, 'mentoring.plan-meetings', {
    seriesId: newId(),
    groupId,
    weekday: 3,
    startTime: '14:00',
    place: 'Rumah Bu Siti',
    mentorId: office.mentor.userId,
    from: day(1),
    until: day(7 * 20),
  });
  const meetings = await house.app.pools.owner.query<{ id: string; heldOn: string }>(
    `select id, held_on as "heldOn" from mentoring.meeting where group_id = $1 order by held_on`,
    [groupId],
  );
  return { groupId, members, meetings: meetings.rows };
}

async function registerPeople(house: WorldHouse, office: Office, size: number): Promise<string[]> {
  const first = office.people;
  office.people += size;
  const people = Array.from({ length: size }, (_, i) => {
    const number = first + i + 1;
    return {
      id: newId(),
      name: `Anggota ${number.toString(36)} ${newId().slice(-6)}`,
      sex: 'female',
      bornOn: '1985-03-12',
      // Province 99 exists nowhere; a woman's day of birth is written with 40 added.
      nik: `9971${String(1 + Math.floor(number / 9999)).padStart(2, '0')}520385${String(1 + (number % 9999)).padStart(4, '0')}`,
      phone: null,
      kelurahanCode: kelurahan,
      address: null,
      businesses: [],
    };
  });
  await house.does(systemActor, 'registry.register-people', { source: 'Daftar uji', people });
  return people.map(({ id }) => id);
}
