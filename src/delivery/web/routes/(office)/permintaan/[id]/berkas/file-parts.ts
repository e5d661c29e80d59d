import { consentChannels, consentPurposes } from '#domains/registry/consent.ts';
import { groupRoles } from '#domains/registry/group-words.ts';
import { requestKinds, requestStates } from '#domains/registry/rights/data-request.ts';
import { sectorNames } from '#domains/registry/sector.ts';
import { heldTables } from '#domains/reporting/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { say } from '#kernel/words.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { PassbookPart } from '#platform/documents/passbook.ts';
import { formatInstant } from '../../../../../instant.ts';
import { partsOf } from '../../../../../passbook-parts.ts';
import { peopleWords, serviceWords } from '../../../orang/words.ts';
import { fileWords as w } from './words.ts';
import type { WholeFile } from './whole-file.ts';

interface Reading {
  readonly lang: Lang;
  readonly zone: string;
}

/** Her file as printed: who she is, what she agreed to, what was done with her, her money, and who used her data. */
export function filePartsOf(file: WholeFile, reading: Reading): PassbookPart[] {
  return [
    identity(file, reading),
    businesses(file, reading),
    groups(file, reading),
    consents(file, reading),
    life(file, reading),
    ...partsOf(file.passbook, reading.lang),
    history(file, reading),
    readings(file, reading),
    requests(file, reading),
    ...everythingElse(file, reading),
  ];
}

/** One block of rows under headings of equal or given width. */
function part(
  lang: Lang,
  given: {
    title: Words;
    columns: readonly (readonly [Words, number])[];
    rows: readonly (readonly string[])[];
    empty: Words;
  },
): PassbookPart {
  return {
    title: say(given.title, lang),
    facts: [],
    columns: given.columns.map(([title, share]) => ({ title: say(title, lang), share })),
    rows: given.rows,
    totalled: false,
    empty: say(given.empty, lang),
  };
}

function identity({ person }: WholeFile, { lang }: Reading): PassbookPart {
  const t = (words: Words) => say(words, lang);
  const rows: [string, string | null][] = [
    [t(w.name), person.name],
    [t(peopleWords.sex), person.sex ? t(peopleWords[person.sex]) : null],
    [t(peopleWords.born), person.bornOn ? formatDate(person.bornOn, lang) : null],
    [t(peopleWords.phone), person.phone],
    [t(peopleWords.address), person.address],
    [t(w.place), [person.kelurahan, person.kecamatan].filter(Boolean).join(', ')],
    ...person.identifiers.map((one): [string, string] => [
      one.kind.toUpperCase(),
      `${t(peopleWords.endsIn)} ${one.lastFour}`,
    ]),
  ];
  return part(lang, {
    title: peopleWords.identity,
    columns: [
      [w.field, 30],
      [w.value, 70],
    ],
    rows: rows.flatMap(([label, value]) => (value ? [[label, value]] : [])),
    empty: w.nothing,
  });
}

function businesses({ person }: WholeFile, { lang }: Reading): PassbookPart {
  return part(lang, {
    title: peopleWords.businesses,
    columns: [
      [w.name, 34],
      [w.product, 28],
      [w.sector, 18],
      [w.place, 20],
    ],
    rows: person.businesses.map((one) => [
      one.name,
      one.product ?? '',
      say(sectorNames[one.sector], lang),
      one.kelurahan ?? '',
    ]),
    empty: peopleWords.noBusiness,
  });
}

function groups({ person }: WholeFile, { lang }: Reading): PassbookPart {
  const day = (on: string | null) => (on ? formatDate(on, lang) : '');
  return part(lang, {
    title: peopleWords.groups,
    columns: [
      [w.name, 46],
      [w.role, 20],
      [w.from, 17],
      [w.to, 17],
    ],
    rows: person.memberships.map((one) => [
      one.groupName,
      say(groupRoles[one.role], lang),
      day(one.from),
      day(one.to),
    ]),
    empty: peopleWords.noGroup,
  });
}

function consents(file: WholeFile, { lang }: Reading): PassbookPart {
  const t = (words: Words) => say(words, lang);
  return part(lang, {
    title: peopleWords.consents,
    columns: [
      [w.purpose, 34],
      [w.how, 30],
      [w.given, 18],
      [w.withdrawn, 18],
    ],
    rows: file.consents.map((one) => [
      one.purpose === 'share-with-lender'
        ? `${t(consentPurposes[one.purpose])}: ${
            (one.institutionId && file.lenderNames.get(one.institutionId)) ??
            t(peopleWords.everyLender)
          }`
        : t(consentPurposes[one.purpose]),
      `${t(consentChannels[one.channel])}, ${t(w.version)} ${one.noticeVersion}${one.witness ? `, ${t(w.witness)} ${one.witness}` : ''}`,
      formatDate(one.givenOn, lang),
      one.withdrawnOn ? formatDate(one.withdrawnOn, lang) : '',
    ]),
    empty: peopleWords.noConsent,
  });
}

function life(file: WholeFile, { lang }: Reading): PassbookPart {
  return part(lang, {
    title: peopleWords.life,
    columns: [
      [w.on, 18],
      [w.what, 50],
      [w.by, 32],
    ],
    rows: file.life.map((one) => [
      formatDate(one.on, lang),
      say(serviceWords[one.kind] ?? { id: one.kind, en: one.kind }, lang),
      one.byName,
    ]),
    empty: peopleWords.lifeEmpty,
  });
}

function history(file: WholeFile, { lang, zone }: Reading): PassbookPart {
  return part(lang, {
    title: w.history,
    columns: [
      [w.on, 24],
      [w.what, 52],
      [w.by, 24],
    ],
    rows: file.history.map((one) => [
      formatInstant(one.at, zone, lang),
      say(one.says, lang),
      one.actorName,
    ]),
    empty: w.nothing,
  });
}

function readings(file: WholeFile, { lang, zone }: Reading): PassbookPart {
  return part(lang, {
    title: peopleWords.readings,
    columns: [
      [w.on, 24],
      [w.number, 12],
      [w.why, 40],
      [w.by, 24],
    ],
    rows: file.readings.map((one) => [
      formatInstant(one.at, zone, lang),
      one.what.toUpperCase(),
      one.reason,
      one.by ?? say(peopleWords.bySystem, lang),
    ]),
    empty: peopleWords.noReadings,
  });
}

function requests(file: WholeFile, { lang, zone }: Reading): PassbookPart {
  return part(lang, {
    title: w.requests,
    columns: [
      [w.on, 24],
      [w.number, 20],
      [w.what, 32],
      [w.state, 24],
    ],
    rows: file.requests.map((one) => [
      formatInstant(one.receivedAt, zone, lang),
      one.number,
      say(requestKinds[one.kind].says, lang),
      say(requestStates[one.state], lang),
    ]),
    empty: w.nothing,
  });
}

/** Whatever else any table holds of her: one block a table, a line a row. */
function everythingElse(file: WholeFile, { lang }: Reading): PassbookPart[] {
  return file.held.flatMap(({ table, rows }) => {
    const held = heldTables[table];
    const { tell, by } = held ?? {};
    if (!held || !tell) return [];
    const lines = rows.map(({ on, row }) => {
      const writer = by ? row[by] : null;
      return [
        on ? formatDate(on, lang) : '',
        say(tell(row), lang) || say(w.recorded, lang),
        typeof writer === 'string' ? writer : '',
      ];
    });
    const columns = [
      [w.on, 18],
      [w.what, 58],
      [w.by, 24],
    ] as const;
    return [part(lang, { title: held.says, columns, rows: lines, empty: w.nothing })];
  });
}
