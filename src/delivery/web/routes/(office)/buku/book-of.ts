import type { RequestEvent } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import { findBook } from '#domains/ledger/server/index.ts';
import type { BookRow } from '#domains/ledger/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { actorWhoSees } from '../../../see.ts';

type BookEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { code: string } };

/**
 * Reads something of the book in the page's address, for those who may see it.
 *
 * @throws Refusal noBook when there is none by this code that the reader may see
 */
export async function readBook<T>(
  event: BookEvent,
  work: (db: Reader, book: BookRow) => Promise<T>,
): Promise<{ actor: Actor; book: BookRow; found: T }> {
  const actor = actorWhoSees(event, 'see.books');
  const scope = scopeOf(actor, 'see.books');
  const { app, city } = event.locals;
  return app.read(city, async (db) => {
    const book = await findBook(db, { code: event.params.code, scope });
    if (!book) throw ledgerProblems.noBook();
    return { actor, book, found: await work(db, book) };
  });
}

/** The span a report is asked for, from its address; the year so far unless told, and nothing that is no date. */
export function spanOf(event: Pick<RequestEvent, 'url' | 'locals'>): {
  from: BusinessDate;
  to: BusinessDate;
} {
  const { today } = event.locals;
  const to = dateIn(event.url, 'sampai') ?? today;
  const from = dateIn(event.url, 'dari') ?? `${to.slice(0, 4)}-01-01`;
  return from <= to ? { from, to } : { from: to, to };
}

/** A date in an address; null when it is absent or does not exist. */
export function dateIn(url: URL, name: string): BusinessDate | null {
  const text = url.searchParams.get(name) ?? '';
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return real && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? text : null;
}

/** Digits of an amount as it was typed; what is no amount stays and is refused beside its field. */
export function digitsIn(typed: string): string {
  const bare = typed.replace(/[\s.]/g, '');
  return bare === '' ? '0' : bare;
}
