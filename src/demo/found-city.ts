import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { currentCode, hashSecret, systemActor } from '#domains/access/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import type { Region } from '#domains/registry/server/index.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { demoPassword, demoUsers } from './demo-users.ts';
import type { DemoInstitution, DemoRole, DemoUser } from './demo-users.ts';
import type { DemoIds } from './ids.ts';
import { demoInstitutions } from './institutions.ts';
import { demoCity } from './jambi.ts';

/** The founded city: who can act, with which institutions, where. */
export interface FoundedCity {
  readonly regions: readonly Region[];
  readonly institutions: Readonly<Record<DemoInstitution, string>>;
  /** By login. */
  actor(login: string): Actor;
}

/** Who answers for a department. */
export function loginAt(city: FoundedCity, departmentId: string | null): string {
  const code = Object.entries(city.institutions).find(([, id]) => id === departmentId)?.[0];
  return code === undefined || code === 'dinas' ? 'petugas' : code;
}

const letterhead = {
  office: 'Dinas Tenaga Kerja, Koperasi, dan Usaha Kecil Menengah',
  address: 'Jalan H. Zainir Haviz Nomor 3, Kota Baru, Jambi 36128',
  place: 'Jambi',
  code: 'DTK-KUKM',
  issuer: 'department',
};

/** Founds the city, loads its regions, registers its institutions and gives its people their sign-ins. */
export async function foundDemoCity(
  house: DemoHouse,
  about: { on: BusinessDate; ids: DemoIds },
): Promise<FoundedCity> {
  const bySystem = { actor: systemActor, at: instant(about.on, '08:00') };
  await send(house, {
    ...bySystem,
    kind: 'access.found-city',
    body: { ...demoCity, code: undefined, letterhead, demo: true },
  });
  await send(house, {
    ...bySystem,
    kind: 'registry.load-regions',
    body: { validFrom: '2023-01-01' },
  });
  const regions = await house.read(demoCity.code, (db) => listRegions(db));
  const institutions = institutionIds(about.ids);
  const actors = await createUsers(house, { on: about.on, ids: about.ids, institutions });
  const actor = (login: string): Actor => {
    const found = actors.get(login);
    if (!found) throw new Error(`the demo city has no user ${login}`);
    return found;
  };
  for (const [code, described] of Object.entries(demoInstitutions)) {
    await send(house, {
      kind: 'partners.register-institution',
      actor: actor('admin'),
      at: instant(about.on, '09:00'),
      body: {
        institutionId: institutions[code as DemoInstitution],
        code,
        ...described,
        validFrom: about.on,
      },
    });
  }
  return { regions, institutions, actor };
}

function institutionIds(ids: DemoIds): Record<DemoInstitution, string> {
  const entries = Object.keys(demoInstitutions).map((code) => [code, ids.next()]);
  return Object.fromEntries(entries) as Record<DemoInstitution, string>;
}

async function createUsers(
  house: DemoHouse,
  about: {
    on: BusinessDate;
    ids: DemoIds;
    institutions: Readonly<Record<DemoInstitution, string>>;
  },
): Promise<Map<string, Actor>> {
  // One hash for all: they share their password openly.
  const passwordHash = await hashSecret(demoPassword);
  const actors = new Map<string, Actor>();
  for (const user of demoUsers) {
    const userId = about.ids.next();
    const roles = user.roles.map((role) => assignmentOf(role, about.institutions));
    await send(house, {
      kind: 'access.create-user',
      actor: systemActor,
      at: instant(about.on, '08:10'),
      body: {
        userId,
        login: user.login,
        name: user.name,
        title: user.title,
        nip: user.nip ?? null,
        passwordHash,
        roles: roles.map(({ role, jurisdiction, at }) => ({ role, jurisdiction, at })),
      },
    });
    const actor = { userId, name: user.name, roles, secondFactor: true };
    if (user.signs) await turnOnSecondFactor(house, { user, actor, on: about.on });
    actors.set(user.login, actor);
  }
  return actors;
}

function assignmentOf(
  role: DemoRole,
  institutions: Readonly<Record<DemoInstitution, string>>,
): RoleAssignment {
  if (role.kecamatan) return { role: role.role, jurisdiction: 'kecamatan', at: role.kecamatan };
  if (!role.institution) return { role: role.role, jurisdiction: 'city', at: null };
  const jurisdiction = role.role === 'petugas-opd' ? 'department' : 'institution';
  return { role: role.role, jurisdiction, at: institutions[role.institution] };
}

/** As a person does it with her phone: a new secret, then a first code from it. */
async function turnOnSecondFactor(
  house: DemoHouse,
  about: { user: DemoUser; actor: Actor; on: BusinessDate },
): Promise<void> {
  const { actor } = about;
  const at = instant(about.on, '08:20');
  await send(house, { kind: 'access.begin-second-factor', actor, at, body: {} });
  const sealed = await house.read(demoCity.code, async (db) => {
    const { rows } = await sql<{ totp_secret: Buffer }>`
      select totp_secret from access.user_account where city_id = ${db.city} and id = ${actor.userId}`.execute(
      db,
    );
    return rows[0]?.totp_secret;
  });
  if (!sealed) throw new Error(`${about.user.login} has no second factor to confirm`);
  const code = currentCode(house.signInPorts.totpSealer.open(sealed), at);
  await send(house, { kind: 'access.confirm-second-factor', actor, at, body: { code } });
}
