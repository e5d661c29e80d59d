import type { Json } from '#platform/command/command.ts';
import type { Deed } from './deeds.ts';
import { debtsOf } from './field.ts';
import type { Field, Group } from './field.ts';
import { askedOn, debtOn } from './loan-model.ts';
import type { AtMeeting, Day } from './script.ts';

/** Each group's next meeting once its day has come; two people may send a sheet. */
export function meetingDeeds(field: Field, day: Day, today: string): Deed[][] {
  const sheets = field.groups.flatMap((group, g) => {
    const next = group.meetings.find(
      (meeting) => meeting.heldOn <= today && !field.closedMeetings.has(meeting.id),
    );
    const running = group.members.some((id) => debtsOf(field, id).length > 0);
    return next && running ? [meetingDeed(field, group, { day, next, offset: g })] : [];
  });
  return Array.from({ length: day.sheets }, () => sheets);
}

function meetingDeed(
  field: Field,
  group: Group,
  at: { day: Day; next: { id: string; heldOn: string }; offset: number },
): Deed {
  const { id: meetingId, heldOn } = at.next;
  const behaves = (i: number) => at.day.meeting[(i + at.offset) % at.day.meeting.length];
  const people = group.members.map((personId, i) =>
    atTable(field, { personId, heldOn, behaves: behaves(i), towardsOther: behaves(i + 1) }),
  );
  const covers = people.flatMap((person, i) => {
    const payer = people[(i + 1) % people.length];
    return person.short.flatMap(({ institutionId, amount }) => {
      const isPeer = payer?.owes.some((one) => one.institutionId === institutionId);
      if (!payer || !isPeer || !behaves(i)?.covered || amount === 0) return [];
      const whose = behaves(i)?.said ? institutionId : null;
      const { personId: obligorId } = person.line;
      return [{ obligorId, payerId: payer.line.personId, institutionId: whose, amount }];
    });
  });
  const lines = people.map(({ line, owes }) => {
    // Whoever is covered says whose her money is, so that what she is short of stays what it is.
    const says =
      owes.length > 1 && (line.said || covers.some((c) => c.obligorId === line.personId));
    const { personId, pays, saves } = line;
    return { personId, pays, saves, parts: says ? owes : null };
  });
  const cash =
    lines.reduce((sum, line) => sum + line.pays + line.saves, 0) +
    covers.reduce((sum, cover) => sum + cover.amount, 0);
  return {
    actor: field.office.mentor,
    kind: 'mentoring.close-meeting',
    body: {
      meetingId,
      lines: lines.map((line) => ({
        personId: line.personId,
        presence: 'present',
        repaymentRupiah: String(line.pays),
        ...(line.parts && {
          perLender: line.parts.map(({ institutionId, amount }) => ({
            institutionId,
            amountRupiah: String(amount),
          })),
        }),
        savingsRupiah: String(line.saves),
      })),
      covers: covers.map(({ amount, obligorId, payerId, institutionId }) => ({
        obligorId,
        payerId,
        ...(institutionId !== null && { institutionId }),
        amountRupiah: String(amount),
      })),
      coversAgreed: covers.length > 0,
      count: counted(cash),
    },
    times: 1,
    second: null,
    meaning: {
      on: 'meeting',
      sheet: { meetingId, groupId: group.groupId, heldOn, lines, covers },
    },
  };
}

/** What somebody lays on the table for each of her lenders, and what she is short of. */
function atTable(
  field: Field,
  asked: {
    personId: string;
    heldOn: string;
    behaves: AtMeeting | undefined;
    /** How she treats a second lender. */
    towardsOther: AtMeeting | undefined;
  },
) {
  const { personId, heldOn, behaves, towardsOther } = asked;
  const debts = debtsOf(field, personId).map(({ lender: { institutionId }, loan }, i) => {
    const due = askedOn(loan, heldOn);
    const share = (i === 0 ? behaves : towardsOther)?.share ?? 0;
    const amount = hundreds(Math.min(debtOn(loan, heldOn), (due * share) / 1000));
    return { institutionId, amount, short: hundreds(due - amount) };
  });
  return {
    line: {
      personId,
      pays: debts.reduce((sum, debt) => sum + debt.amount, 0),
      saves: behaves?.saves ?? 0,
      said: behaves?.said ?? true,
    },
    owes: debts.map(({ institutionId, amount }) => ({ institutionId, amount })),
    short: debts.map(({ institutionId, short }) => ({ institutionId, amount: Math.max(0, short) })),
  };
}

function hundreds(amount: number): number {
  return Math.floor(amount / 100) * 100;
}

function counted(cash: number): Json[] {
  const notes = Math.floor(cash / 100_000);
  return [
    { denomination: 100_000, pieces: notes },
    { denomination: 100, pieces: (cash - notes * 100_000) / 100 },
  ].filter((one) => one.pieces > 0);
}
