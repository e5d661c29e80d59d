import type { RequestEvent } from '@sveltejs/kit';
import type { FileKind } from '#domains/partners/file/file-layout.ts';
import { scopeOf } from '#domains/access/who-may.ts';
import { partnerBookProblems } from '#domains/lending/partner/problems.ts';
import { listPartnerLenders } from '#domains/lending/server/index.ts';
import { templateVersions } from '#domains/partners/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../../../see.ts';

/** The lender of the page with every version of its template for one kind of file. */
export async function templateOf(
  event: Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } },
  kind: FileKind,
) {
  const actor = actorWhoSees(event, 'see.partner-books');
  const scope = scopeOf(actor, 'see.partner-books');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  const found = await app.read(city, async (db: Reader) => {
    const lenders = isId(id) ? await listPartnerLenders(db, scope) : [];
    const lender = lenders.find((one) => one.id === id);
    if (!lender) throw partnerBookProblems.notAPartnerLender();
    return { lender, versions: await templateVersions(db, { institutionId: lender.id, kind }) };
  });
  const current = found.versions.find((one) => one.validFrom <= today) ?? null;
  return { actor, ...found, current, newest: found.versions[0] ?? null };
}
