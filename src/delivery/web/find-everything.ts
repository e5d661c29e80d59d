import type { RequestEvent } from '@sveltejs/kit';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import { findLoans } from '#domains/lending/server/index.ts';
import type { FoundLoan } from '#domains/lending/server/index.ts';
import { searchEverything } from '#domains/registry/server/index.ts';
import type { Hit } from '#domains/registry/server/index.ts';
import type { Actor } from '#platform/command/command.ts';
import type { FoundGroup, FoundKind, FoundLine } from './found.ts';

/**
 * What the one search box finds for somebody: people, businesses, groups and loans, each only as far as her roles and
 * areas reach. A kind she may not see is not asked for.
 */
export async function findEverything(
  event: Pick<RequestEvent, 'locals'>,
  actor: Actor,
  ask: { readonly q: string; readonly limit: number },
): Promise<FoundGroup[]> {
  const { app, city } = event.locals;
  const scope = (kind: PermissionKind) => (maySee(actor, kind) ? scopeOf(actor, kind) : null);
  const people = scope('see.people');
  const asked = { ...ask, people, groups: scope('see.groups') };
  const loanScope = scope('see.loans');
  const { hits, loans } = await app.read(city, async (db) => {
    const found = await searchEverything(db, asked, app.identitySealer);
    const personIds = found.flatMap((hit) => (hit.kind === 'person' ? [hit.id] : []));
    return {
      hits: found,
      loans: loanScope
        ? await findLoans(db, { scope: loanScope, personIds, number: ask.q, limit: ask.limit })
        : [],
    };
  });
  const groups: [FoundKind, FoundLine[]][] = [
    ...(['person', 'business', 'group'] as const).map((kind): [FoundKind, FoundLine[]] => [
      kind,
      hits.filter((hit) => hit.kind === kind).map(lineOfHit),
    ]),
    ['loan', loans.map(lineOfLoan)],
  ];
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([kind, lines]) => ({ kind, lines, full: lines.length === ask.limit }));
}

function lineOfHit(hit: Hit): FoundLine {
  const href = `/${{ person: 'orang', business: 'usaha', group: 'kelompok' }[hit.kind]}/${hit.id}`;
  const about = [hit.owner, hit.about, hit.kelurahan].filter(
    (part) => part !== null && part !== '',
  );
  return { id: `${hit.kind}-${hit.id}`, href, name: hit.name, about: about.join(' · ') };
}

function lineOfLoan(loan: FoundLoan): FoundLine {
  return {
    id: `loan-${loan.id}`,
    href: `/pembiayaan/pinjaman/${loan.id}`,
    name: loan.number,
    about: `${loan.name} · ${loan.institutionName}`,
  };
}
