import { systemActor } from '#domains/access/server/index.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '../actors.ts';
import type { WorldHouse } from '../house.ts';

export const city = '15.71';
export const firstDay = '2026-01-07';
export const kelurahan = '15.71.01.1001';

/** The city and the people of its office; once for all lenders. */
export interface Office {
  readonly admin: Actor;
  readonly officer: Actor;
  readonly verifier: Actor;
  readonly head: Actor;
  readonly mentor: Actor;
  people: number;
  lenders: number;
}

export async function openOffice(house: WorldHouse): Promise<Office> {
  await house.does(systemActor, 'access.found-city', {
    name: 'Kota Jambi',
    province: 'Jambi',
    timeZone: 'Asia/Jakarta',
    letterhead: {
      office: 'Dinas Koperasi',
      address: 'Jalan Contoh 1',
      place: 'Jambi',
      code: 'DKUKM',
    },
  });
  await house.app.refreshCities();
  await house.does(systemActor, 'registry.load-regions', { validFrom: '2020-01-01' });
  const mentor = actorWith('Rina Pendamping', cityRole('pendamping'));
  await house.does(systemActor, 'access.create-user', {
    userId: mentor.userId,
    login: 'rina',
    name: mentor.name,
    nip: '197001011990031001',
    title: 'Pembina',
    passwordHash: '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA',
    roles: mentor.roles,
  });
  return {
    admin: actorWith('Pengelola', cityRole('admin')),
    officer: actorWith('Dewi Petugas', cityRole('petugas-dinas')),
    verifier: actorWith('Budi Verifikator', cityRole('verifikator')),
    head: actorWith('Hj. Ratna', cityRole('kepala-dinas')),
    mentor,
    people: 0,
    lenders: 0,
  };
}
