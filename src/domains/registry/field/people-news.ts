import type { BusinessDate } from '#kernel/date.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { fieldOf, showProfileValue, type SubjectKind } from './profile-fields.ts';

/** Something of hers that became of a registration or a correction. */
export type NewsItem =
  | {
      readonly kind: 'met';
      readonly outcome: 'new' | 'same' | 'review';
      /** Whether an officer has decided since. */
      readonly decided: boolean;
      readonly confirmed: boolean;
      readonly given: string;
      readonly name: string;
    }
  | {
      readonly kind: 'proposal';
      readonly subjectKind: SubjectKind;
      readonly name: string;
      readonly field: string;
      readonly standing: string | null;
      readonly proposed: string | null;
      readonly state: 'open' | 'accepted' | 'kept';
      readonly decidedName: string | null;
    };

export interface NewsLine {
  readonly id: string;
  readonly on: BusinessDate;
  readonly personId: string;
}

/** One line of news as its author reads it. */
export function sayNews(item: NewsItem, placeName: (code: string) => string | null): Words {
  return item.kind === 'met' ? sayMet(item) : sayProposal(item, placeName);
}

function sayMet(item: Extract<NewsItem, { kind: 'met' }>): Words {
  const { given, name } = item;
  if (item.outcome === 'same')
    return {
      id: `${given} ternyata sudah terdaftar sebagai ${name}. Catatan Anda masuk ke datanya.`,
      en: `${given} was registered already as ${name}. What you wrote went into her record.`,
    };
  if (item.confirmed) return { id: `${name} sudah dipastikan.`, en: `${name} has been confirmed.` };
  if (item.outcome === 'review')
    return {
      id: `${name} mirip dengan orang yang sudah terdaftar; kantor sedang memeriksanya.`,
      en: `${name} resembles somebody on the register; the office is looking at it.`,
    };
  return {
    id: `${name} tercatat sebagai orang baru, menunggu dipastikan kantor.`,
    en: `${name} is on record as somebody new, to be confirmed by the office.`,
  };
}

function sayProposal(
  item: Extract<NewsItem, { kind: 'proposal' }>,
  placeName: (code: string) => string | null,
): Words {
  const label = fieldOf(item.subjectKind, item.field)?.label ?? { id: item.field, en: item.field };
  const at = { kind: item.subjectKind, field: item.field, placeName };
  const show = (value: string | null, lang: Lang) => showProfileValue(at, value, lang);
  const { name, standing, proposed, decidedName } = item;
  const by = decidedName ?? '';
  return {
    open: {
      id: `${label.id} ${name} sudah diubah orang lain menjadi ${show(standing, 'id')}. Isian Anda, ${show(proposed, 'id')}, menjadi usulan.`,
      en: `Somebody else changed the ${label.en.toLowerCase()} of ${name} to ${show(standing, 'en')}. Yours, ${show(proposed, 'en')}, became a proposal.`,
    },
    accepted: {
      id: `Usulan Anda untuk ${label.id.toLowerCase()} ${name} diterima ${by}: ${show(proposed, 'id')}.`,
      en: `${by} accepted your ${label.en.toLowerCase()} of ${name}: ${show(proposed, 'en')}.`,
    },
    kept: {
      id: `${label.id} ${name} tetap ${show(standing, 'id')}, diputuskan ${by}.`,
      en: `The ${label.en.toLowerCase()} of ${name} stays ${show(standing, 'en')}, decided by ${by}.`,
    },
  }[item.state];
}
