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

/** On which day of the next month each sends her report: by the fifth, but for one; the fifth mentor has not begun. */
const written = {
  pendamping: {
    sentOn: 3,
    obstacles: 'Hujan pada pekan ketiga; dua pertemuan di Danau Sipin dimulai terlambat.',
    followUp: 'Pendampingan P-IRT untuk enam anggota dilanjutkan bersama Dinas Kesehatan.',
  },
  pendamping2: {
    sentOn: 4,
    obstacles: 'Beberapa pemilik usaha bekerja di ladang pada siang hari.',
    followUp: 'Kunjungan dipindah ke sore hari untuk Jambi Selatan.',
  },
  pendamping3: {
    sentOn: 3,
    obstacles: 'Jalan di Seberang tergenang, lima kunjungan tidak terlaksana.',
    followUp: '',
  },
  pendamping4: {
    sentOn: 6,
    obstacles: 'HP rusak sepekan; catatan ditulis di kertas lalu disalin.',
    followUp: 'Label kemasan untuk empat usaha di Kota Baru dicetak bulan ini.',
  },
  plut: {
    sentOn: 5,
    obstacles: 'Jadwal konsultan bentrok dengan pelatihan ekspor.',
    followUp: 'Klinik kemasan dibuka tiap Kamis di gedung PLUT.',
  },
} as const;

/** Last month's mentoring reports: two accepted, two that wait for the coordinator, one given back, one not begun. */
async function reportLastMonth({ house, city, today, ids }: LastMonth): Promise<void> {
  const month = `${addMonths(addDays(today, -6), -1).slice(0, 7)}-01`;
  const next = addMonths(month, 1);
  const at = (day: number, time: string) => instant(addDays(next, day - 1), time);
  const sent = new Map<string, string>();
  for (const [login, { sentOn, ...words }] of Object.entries(written)) {
    const actor = city.actor(login);
    const reportId = ids.next();
    const body = { reportId, mentorId: actor.userId, month, ...words };
    await send(house, { kind: 'mentoring.send-report', actor, at: at(sentOn, '16:30'), body });
    sent.set(login, reportId);
  }
  const actor = city.actor('koordinator');
  for (const login of ['pendamping', 'plut']) {
    const body = { reportId: sent.get(login) };
    await send(house, { kind: 'mentoring.accept-report', actor, at: at(6, '09:00'), body });
  }
  const why = 'Tuliskan tindak lanjut untuk lima kunjungan yang tidak terlaksana.';
  const returned = { reportId: sent.get('pendamping3'), why };
  await send(house, { kind: 'mentoring.return-report', actor, at: at(6, '09:10'), body: returned });
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
