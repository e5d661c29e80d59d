import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';

/** Proposes, verifies and recognises the groups as the department would: three people, one decree. */
export async function recogniseDemoGroups(
  house: DemoHouse,
  city: FoundedCity,
  about: { groups: readonly DemoGroup[]; on: BusinessDate; ids: DemoIds },
): Promise<void> {
  const office = ['ketua', 'sekretaris', 'bendahara'] as const;
  await Promise.all(
    about.groups.map((group, index) =>
      send(house, {
        kind: 'registry.propose-group',
        actor: city.actor('petugas'),
        at: instant(addDays(about.on, -40), '09:00', index * 60),
        body: {
          groupId: group.id,
          name: group.name,
          sector: group.sector,
          kelurahanCode: group.kelurahanCode,
          mentorId: city.actor(group.mentor).userId,
          note: 'Hasil pendataan kelurahan',
          members: group.members.map((member, at) => ({
            personId: member.id,
            businessId: member.businesses[0]?.id ?? null,
            role: office[at] ?? 'anggota',
          })),
        },
      }),
    ),
  );
  await Promise.all(
    about.groups.map((group, index) =>
      send(house, {
        kind: 'registry.verify-group',
        actor: city.actor('verifikator'),
        at: instant(addDays(about.on, -20), '10:00', index * 60),
        body: {
          groupId: group.id,
          note: 'Tempat usaha dikunjungi, KTP dan berita acara rapat anggota cocok',
        },
      }),
    ),
  );
  await send(house, {
    kind: 'registry.recognise-groups',
    actor: city.actor('kepala.dinas'),
    at: instant(about.on, '10:00'),
    body: {
      decreeId: about.ids.next(),
      groupIds: about.groups.map((group) => group.id),
      years: 3,
      noting: [
        'berita acara verifikasi kelompok UMKM binaan oleh tim Dinas Tenaga Kerja, Koperasi, dan UKM',
      ],
    },
  });
}
