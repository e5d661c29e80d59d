import { describe, expect, test } from 'vitest';
import { foldSheet } from '#domains/mentoring/sheet.ts';
import type { SheetMember } from '#domains/mentoring/sheet-member.ts';
import { bodyOf, newDraft, readDraft, writeDraft } from './draft.ts';

const member = (
  personId: string,
  instalmentRupiah = 50_000n,
  lenders: readonly string[] = ['harkat'],
): SheetMember => {
  const times = BigInt(lenders.length);
  const owed = { instalmentRupiah, dueRupiah: instalmentRupiah, payoffRupiah: 2_500_000n };
  return {
    personId,
    name: personId,
    business: null,
    instalmentRupiah: owed.instalmentRupiah * times,
    dueRupiah: owed.dueRupiah * times,
    payoffRupiah: owed.payoffRupiah * times,
    instalmentsLeft: 50,
    lendingGroupId: 'g',
    debts: lenders.map((institutionId) => ({ ...owed, institutionId, lendingGroupId: 'g' })),
    savesAt: lenders[0] ?? null,
  };
};

const members = [member('siti'), member('rohani')];

describe('a draft', () => {
  test('survives a reload with its command id', () => {
    const start = newDraft(members, 'pricing');
    const sheet = foldSheet(members, start.sheet, [
      { kind: 'pay', personId: 'rohani', amountRupiah: 20_000n },
      { kind: 'cover', obligorId: 'rohani', shares: [{ payerId: 'siti', amountRupiah: 30_000n }] },
      { kind: 'agree', agreed: true },
    ]);
    const draft = { ...start, sheet, touched: ['rohani'], pieces: { 50_000: 2 }, step: 2 } as const;
    expect(readDraft(writeDraft(draft), members, 'pricing')).toEqual(draft);
  });

  test('keeps what each of her lenders gets', () => {
    const both = [member('siti', 50_000n, ['harkat', 'fund'])];
    const start = newDraft(both, 'pricing');
    const sheet = foldSheet(both, start.sheet, [
      { kind: 'pay', personId: 'siti', institutionId: 'fund', amountRupiah: 20_000n },
    ]);
    expect(sheet.lines[0]?.repaymentRupiah).toBe(70_000n);
    const draft = { ...start, sheet, touched: ['siti'] };
    expect(readDraft(writeDraft(draft), both, 'pricing')).toEqual(draft);
  });

  test('lets untouched lines follow what is due now, and drops people who left', () => {
    const start = newDraft(members, 'pricing');
    const text = writeDraft({ ...start, touched: ['rohani'] });
    const later = readDraft(text, [member('siti', 60_000n), member('nur')], 'pricing');
    expect(later?.sheet.lines.map((line) => [line.personId, line.repaymentRupiah])).toEqual([
      ['siti', 60_000n],
      ['nur', 50_000n],
    ]);
  });

  test('takes no text that is not a draft', () => {
    expect(readDraft('null', members, 'pricing')).toBeNull();
    expect(readDraft('{"step":1', members, 'pricing')).toBeNull();
    expect(readDraft(null, members, 'pricing')).toBeNull();
  });

  test('is sent with amounts as digits', () => {
    const body = bodyOf('m', newDraft(members, 'pricing'));
    expect(body).toMatchObject({
      meetingId: 'm',
      lines: [{ personId: 'siti', repaymentRupiah: '50000' }, {}],
      count: [],
    });
  });
});
