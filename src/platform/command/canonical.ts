import { createHash } from 'node:crypto';

/** JSON with sorted keys, so that the same body has the same bytes whoever serialised it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}

/** SHA-256 of a command's kind, version, actor and body: what makes two sendings the same command. */
export function bodyHash(command: {
  kind: string;
  version: number;
  body: unknown;
  actor: { userId: string };
}): Buffer {
  const { kind, version, body, actor } = command;
  return createHash('sha256')
    .update(canonicalJson({ kind, version, body: body ?? null, actor: actor.userId }))
    .digest();
}
