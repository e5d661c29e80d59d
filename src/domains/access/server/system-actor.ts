import type { Actor } from '#platform/command/command.ts';

/** Who background jobs and first set-up act as. No user can be given this role. */
export const systemActor: Actor = {
  userId: '00000000-0000-7000-8000-000000000000',
  name: 'Sistem',
  roles: [{ role: 'sistem', jurisdiction: 'city', at: null }],
  secondFactor: true,
};
