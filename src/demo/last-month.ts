import { createHash } from 'node:crypto';
import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';

interface LastMonth {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly today: BusinessDate;
  readonly ids: DemoIds;
}

/** What the mentors' office holds of last month: their reports, and the phones they work with. */
export async function playLastMonth(last: LastMonth): Promise<void> {
  await reportLastMonth(last);
  await enrolDemoPhones(last);
}

const written = {
  pendamping: {
    obstacles: 'Hujan pada pekan ketiga; dua pertemuan di Danau Sipin dimulai terlambat.',
    followUp: 'Pendampingan P-IRT untuk enam anggota dilanjutkan bersama Dinas Kesehatan.',
  },
  pendamping2: {
    obstacles: 'Beberapa pemilik usaha bekerja di ladang pada siang hari.',
    followUp: 'Kunjungan dipindah ke sore hari untuk Jambi Selatan.',
  },
  pendamping3: {
    obstacles: 'Jalan di Seberang tergenang, lima kunjungan tidak terlaksana.',
    followUp: '',
  },
} as const;

/** Last month's mentoring reports: one accepted, one that waits for the coordinator, one given back. */
async function reportLastMonth({ house, city, today, ids }: LastMonth): Promise<void> {
  const month = `${addMonths(addDays(today, -6), -1).slice(0, 7)}-01`;
  const at = (daysAgo: number, time: string) => instant(addDays(today, -daysAgo), time);
  const sent = new Map<string, string>();
  for (const [login, words] of Object.entries(written)) {
    const actor = city.actor(login);
    const reportId = ids.next();
    const body = { reportId, mentorId: actor.userId, month, ...words };
    await send(house, { kind: 'mentoring.send-report', actor, at: at(4, '16:30'), body });
    sent.set(login, reportId);
  }
  const actor = city.actor('koordinator');
  const accepted = { reportId: sent.get('pendamping') };
  await send(house, { kind: 'mentoring.accept-report', actor, at: at(3, '09:00'), body: accepted });
  const why = 'Tuliskan tindak lanjut untuk lima kunjungan yang tidak terlaksana.';
  const returned = { reportId: sent.get('pendamping3'), why };
  await send(house, { kind: 'mentoring.return-report', actor, at: at(3, '09:10'), body: returned });
}

/** Phones of the other mentors, last here when they were set up; the first mentor's own is left to whoever tries her. */
async function enrolDemoPhones({ house, city, today, ids }: LastMonth): Promise<void> {
  const phones = [
    { login: 'pendamping2', name: 'Oppo A16', daysAgo: 1 },
    { login: 'pendamping3', name: 'Vivo Y17', daysAgo: 1 },
    { login: 'pendamping4', name: 'Samsung A05', daysAgo: 2 },
    { login: 'pendamping5', name: 'Redmi 12C', daysAgo: 6 },
  ];
  for (const { login, name, daysAgo } of phones) {
    const deviceId = ids.next();
    // Nobody holds what these are the hashes of.
    const hash = (what: string) => createHash('sha256').update(`${what} ${deviceId}`).digest('hex');
    await send(house, {
      kind: 'access.enrol-device',
      actor: city.actor(login),
      at: instant(addDays(today, -daysAgo), '17:15'),
      body: { deviceId, name, pushSecretHash: hash('push'), readSecretHash: hash('read') },
    });
  }
}
