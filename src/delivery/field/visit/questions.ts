import { questionWords as q } from './words.ts';

/** The questions in the order in which a visit goes: what she does, what troubles her, what was agreed, what remains. */
export const questions = {
  production: q.production,
  marketing: q.marketing,
  sells: q.sells,
  month: q.month,
  before: q.before,
  problems: q.problems,
  needs: q.needs,
  advice: q.advice,
  progress: q.progress,
  photos: q.photos,
  nextVisit: q.nextVisit,
  who: q.who,
} as const;

export type QuestionKey = keyof typeof questions;
export const questionKeys = Object.keys(questions) as QuestionKey[];
