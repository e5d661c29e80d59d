import { newId } from '#kernel/id.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';

/** Somebody with roles, her second factor given, who needs no account to act in a test. */
export function actorWith(name: string, ...roles: RoleAssignment[]): Actor {
  return { userId: newId(), name, roles, secondFactor: true };
}

export function cityRole(role: string): RoleAssignment {
  return { role, jurisdiction: 'city', at: null };
}
