import { expect, test } from 'vitest';
import { decideAnswer, decideWriting, lateEntryOf, reportDueOn } from './monthly-report.ts';

const asked = (today: string, send = true) => ({ month: '2026-11-01', today, send });

test('a visit is late two days after it was made, and later still once the month was to be closed', () => {
  expect(reportDueOn('2026-11-01')).toBe('2026-12-05');
  expect(lateEntryOf({ doneOn: '2026-11-20', recordedOn: '2026-11-22' })).toBeNull();
  expect(lateEntryOf({ doneOn: '2026-11-20', recordedOn: '2026-11-23' })).toBe('after-days');
  expect(lateEntryOf({ doneOn: '2026-11-30', recordedOn: '2026-12-05' })).toBe('after-days');
  expect(lateEntryOf({ doneOn: '2026-11-30', recordedOn: '2026-12-06' })).toBe('after-cut-off');
});

test('a report is written all month, sent in its last week, and left alone once it is sent', () => {
  const thrown = (work: () => void) => expect(work).toThrow();
  decideWriting(null, asked('2026-11-03', false));
  decideWriting(null, asked('2026-11-24'));
  decideWriting({ state: 'returned', sentBy: 'a' }, asked('2026-12-09'));
  thrown(() => decideWriting(null, asked('2026-11-23')));
  thrown(() => decideWriting(null, asked('2026-10-31', false)));
  thrown(() => decideWriting({ state: 'sent', sentBy: 'a' }, asked('2026-12-02')));
  thrown(() => decideWriting({ state: 'accepted', sentBy: 'a' }, asked('2026-12-02')));
});

test('nobody accepts the report she sent herself, nor one that was not sent', () => {
  decideAnswer({ state: 'sent', sentBy: 'rina' }, 'koordinator');
  expect(() => decideAnswer({ state: 'sent', sentBy: 'rina' }, 'rina')).toThrow(/somebody else/);
  expect(() => decideAnswer({ state: 'returned', sentBy: 'rina' }, 'koordinator')).toThrow();
});
