import type { Actor } from '#platform/command/command.ts';
import type { MeDocument } from '../../field-document.ts';

/** Whose phone it is, with her roles of today. */
export function meDocument({ userId, name, roles }: Actor): {
  -readonly [K in keyof MeDocument]: MeDocument[K];
} {
  return {
    userId,
    name,
    roles: roles.map(({ role, jurisdiction, at }) => ({ role, jurisdiction, at })),
  };
}
