import {
  needWords,
  permitWords,
  productionStates,
  referralWords,
  salesStates,
  sellingPlaces,
  visitFieldWords,
} from '#domains/mentoring/visit-words.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { say } from '#kernel/words.ts';
import type { QuestionKey } from './questions.ts';
import { questionKeys } from './questions.ts';
import { fieldsOf } from './visit-draft.ts';
import type { VisitDraft } from './visit-draft.ts';
import { questionWords as q } from './words.ts';

/** What was answered to one question, in a line; empty where nothing was. */
export interface Answer {
  readonly question: QuestionKey;
  readonly text: string;
}

/** Every answer of a visit in the order of its questions, as they are read over before it is kept. */
export function answersOf(draft: VisitDraft, lang: Lang): Answer[] {
  const { form } = draft;
  const chosen = <T extends Record<string, Words>>(words: T, codes: readonly (keyof T)[]) =>
    codes.map((code) => say(words[code] ?? { id: '', en: '' }, lang)).join(', ');
  const rupiah = (digits: string | null) =>
    digits === null ? say(q.notAsked, lang) : formatRupiah(BigInt(digits), lang);
  const said: Readonly<Record<QuestionKey, readonly string[]>> = {
    production: [chosen(productionStates, list(form.production.state)), form.production.note],
    marketing: [chosen(salesStates, list(form.marketing.state)), form.marketing.note],
    sells: [chosen(sellingPlaces, form.marketing.sells)],
    month: [rupiah(draft.turnoverMonth)],
    before: [rupiah(draft.turnoverBefore)],
    problems: [
      form.problems.note,
      draft.findings.length > 0 ? say(q.reviewFindings(draft.findings.length), lang) : '',
    ],
    needs: [chosen(needWords, form.needs.wants), form.needs.note],
    advice: [chosen(visitFieldWords, fieldsOf(draft)), draft.note, form.agreed],
    progress: [
      chosen(permitWords, form.progress.permits),
      chosen(referralWords, form.progress.referredTo),
    ],
    photos: [
      draft.photos.length > 0 ? say(q.reviewPhotos(draft.photos.length), lang) : '',
      draft.point ? say(q.pointHere(draft.point.accuracyMetres), lang) : '',
    ],
    nextVisit: [draft.nextOn ? formatDate(draft.nextOn, lang, 'day') : say(q.noNext, lang)],
    who: [draft.ledBy.name, ...draft.companions.map((one) => one.name)],
  };
  return questionKeys.map((question) => ({
    question,
    text: said[question]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' · '),
  }));
}

function list<Code>(code: Code | null): Code[] {
  return code === null ? [] : [code];
}
