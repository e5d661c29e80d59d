import { expect, test } from 'vitest';
import type { FieldLoan } from '#domains/lending/due-on.ts';
import { newId } from '#kernel/id.ts';
import { foldGroup } from './fold-group.ts';
import { closeMeetingInput } from './input.ts';
import type { DocumentMember, GroupDocument } from './group-document.ts';

const on = '2026-11-18';
const cooperative = newId();
const [siti, rohani] = [newId(), newId()];
const meetingId = newId();

const memberOf = (personId: string, name: string): DocumentMember => ({
  ...{ personId, name, business: null, businessId: null, role: 'anggota', phone: null },
  ...{ since: '2026-01-01', savings: [] },
});

const loanOf = (personId: string, paidAheadSaves: boolean): FieldLoan => ({
  ...{ loanId: newId(), number: 'P-1', personId, institutionId: cooperative, lendingGroupId: null },
  ...{ principalRupiah: '300000', disbursedOn: '2026-11-11' },
  schedule: {
    dueOn: [on, '2026-11-25', '2026-12-02'],
    principalDue: ['100000', '200000', '300000'],
    interestDue: ['10000', '20000', '30000'],
  },
  ...{
    paid: { principal: '0', interest: '0' },
    allocation: null,
    lastEntryOn: null,
    paidAheadSaves,
  },
  ...{ charges: [], marks: [] },
});

const groupWith = (...loans: FieldLoan[]): GroupDocument => ({
  ...{ id: newId(), name: 'Melati 2', state: 'active', sector: 'culinary' },
  ...{ kelurahan: { code: '1', name: 'K' }, kecamatan: { code: '2', name: 'K' }, schedule: null },
  members: [memberOf(siti, 'Siti'), memberOf(rohani, 'Rohani')],
  loans,
  meetings: [
    {
      ...{ id: meetingId, heldOn: on, startTime: '14:00', place: 'RT 4', number: 1 },
      ...{ state: 'planned', mentorId: newId(), mentorName: 'Rina', cancelledWhy: null },
      ...{ presentCount: null, memberCount: null, expectedRupiah: null, receivedRupiah: null },
    },
  ],
  ...{ receipts: [], claims: [], lastTopic: null, keepers: [] },
});

/** As the first version of the app wrote it: without claims, wishes and receipts. */
const sheetPaying = (amounts: Record<string, number>) => ({
  kind: 'mentoring.close-meeting',
  body: {
    meetingId,
    lines: Object.entries(amounts).map(([personId, amount]) => ({
      ...{ personId, presence: 'present', reason: null },
      ...{ repaymentRupiah: String(amount), savingsRupiah: '0' },
    })),
    ...{ covers: [], coversAgreed: false, topicCode: null, topicNote: '', problems: [] },
    ...{ photos: [], count: [] },
  },
});

const after = (group: GroupDocument, first: number, second: number) =>
  foldGroup(group, [sheetPaying({ [siti]: first, [rohani]: second })]);

test('who paid ahead awaits a new plan from the server, when her product makes one', () => {
  const both = groupWith(loanOf(siti, true), loanOf(rohani, false));
  const folded = after(both, 150_000, 150_000);
  expect(folded.meetings[0]?.state).toBe('closed');
  expect(folded.plansAwaited).toEqual([siti]);
});

test('what was due and no more changes no plan', () => {
  expect(after(groupWith(loanOf(siti, true)), 110_000, 0).plansAwaited).toBeUndefined();
});

test('also who paid all that was left ahead is told that it counts only on its day', () => {
  const folded = after(groupWith(loanOf(siti, true)), 310_000, 0);
  expect(folded.loans).toEqual([]);
  expect(folded.plansAwaited).toEqual([siti]);
});

test('a sheet of the first version, which knew no claims, wishes or receipts, is read as one without them', () => {
  const read = closeMeetingInput.parse(sheetPaying({ [siti]: 110_000, [rohani]: 0 }).body);
  expect(read).toMatchObject({ claims: [], applications: [] });
  expect(read.receipts).toBeUndefined();
  expect(read.lines[0]).toMatchObject({ repaymentRupiah: 110_000n });
});
