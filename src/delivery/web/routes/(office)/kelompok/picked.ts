import type { Scope } from '#domains/access/who-may.ts';
import { findCandidates } from '#domains/registry/server/index.ts';
import type { Candidate } from '#domains/registry/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { GroupRole } from '#domains/registry/group.ts';
import { groupSize } from '#domains/registry/group.ts';

/** Results shown at once; more than that nobody reads. */
const mostShown = 36;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who was chosen so far, and what is found for the next search: all of it stands in the address. */
export interface Picked {
  readonly q: string;
  readonly wilayah: string;
  readonly chosen: readonly Candidate[];
  readonly found: readonly Candidate[];
  /** More were found than are shown. */
  readonly more: boolean;
}

export async function readPicked(
  db: Reader,
  url: URL,
  asked: { programme: string; scope: Scope; except?: readonly string[] },
): Promise<Picked> {
  const ids = pickedIds(url.searchParams);
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const wilayah = url.searchParams.get('wilayah') ?? '';
  const { programme, scope } = asked;
  const chosen =
    ids.length > 0 ? await findCandidates(db, { programme, scope, q: '', personIds: ids }) : [];
  const searched = q !== '' || wilayah !== '';
  const found = searched
    ? await findCandidates(db, { programme, scope, q, kelurahanCode: wilayah || undefined })
    : [];
  const known = new Set([...ids, ...(asked.except ?? [])]);
  const others = found.filter((candidate) => !known.has(candidate.personId));
  return { q, wilayah, chosen, found: others.slice(0, mostShown), more: others.length > mostShown };
}

/** Ticked people of a form or address, each once. */
export function pickedIds(params: { getAll(name: string): unknown[] }): string[] {
  const ids = params
    .getAll('pilih')
    .filter((id): id is string => typeof id === 'string' && uuid.test(id));
  return [...new Set(ids)].slice(0, groupSize.most + 1);
}

/** Whom the form names as ketua, sekretaris or bendahara; everybody else is a member. */
export function roleOf(data: FormData, personId: string): GroupRole {
  const offices = ['ketua', 'sekretaris', 'bendahara'] as const;
  return offices.find((office) => data.get(office) === personId) ?? 'anggota';
}
