import { expect, it } from 'vitest';
import { answersOf } from './answers.ts';
import { questionKeys } from './questions.ts';
import { newVisitDraft } from './visit-draft.ts';

const visit = () =>
  newVisitDraft({
    businessId: '018f0000-0000-7000-8000-000000000001',
    plannedVisitId: null,
    now: new Date('2026-11-23T02:00:00Z'),
    today: '2026-11-23',
  });
const textOf = (answers: ReturnType<typeof answersOf>, question: string) =>
  answers.find((one) => one.question === question)?.text;

it('reads every question back, also one that nobody answered', () => {
  const answers = answersOf(visit(), 'id');
  expect(answers.map((one) => one.question)).toEqual(questionKeys);
  expect(textOf(answers, 'sells')).toBe('');
  expect(textOf(answers, 'month')).toBe('Tidak ditanya');
});

it('says what was chosen and what was written in one line, in the reader’s language', () => {
  const draft = visit();
  draft.form.production = { state: 'slow', note: 'Bahan naik' };
  draft.form.marketing.sells = ['home', 'orders'];
  draft.turnoverMonth = '2500000';
  draft.companions = [{ name: 'Hj. Ratna', office: 'Kepala Dinas' }];
  expect(textOf(answersOf(draft, 'id'), 'production')).toBe('Berkurang · Bahan naik');
  expect(textOf(answersOf(draft, 'en'), 'sells')).toBe('At home, Orders');
  expect(textOf(answersOf(draft, 'id'), 'month')).toBe('Rp 2.500.000');
  expect(textOf(answersOf(draft, 'id'), 'who')).toBe('Hj. Ratna');
});
