import { beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { listMonthlyReports, readMonthlyReport } from './report-pages.ts';
import { printMonthlyReport } from './print-monthly-report.ts';

const house = useHouse('2026-11-18T01:00:00Z');
const month = '2026-11-01';
const coordinator = actorWith('Syahrul', cityRole('koordinator-pendamping'));
let melati: Melati;
let businessIds: string[];

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  const { rows } = await house.app.read(testCity, (db) =>
    sql<{
      id: string;
    }>`select id from registry.business where city_id = ${db.city} order by id`.execute(db),
  );
  businessIds = rows.map((row) => row.id);
  const visit = (change: object) => ({
    visitId: newId(),
    businessId: businessIds[0],
    doneOn: '2026-11-17',
    fields: ['production'],
    minutes: 30,
    ...change,
  });
  const finding = {
    topic: 'permit',
    text: 'Minta pemeriksaan dapur',
    departmentId: melati.department,
    dueOn: '2026-12-01',
  };
  await house.does(melati.mentor, 'mentoring.record-visit', visit({ findings: [finding] }));
  await house.does(melati.mentor, 'mentoring.record-visit', visit({ doneOn: '2026-11-03' }));
  await house.does(melati.mentor, 'mentoring.record-visit', visit({ businessId: businessIds[1] }));
});

const report = (change: object = {}) => ({
  reportId: newId(),
  mentorId: melati.mentor.userId,
  month,
  obstacles: 'Hujan tiga hari',
  followUp: 'Mengantar berkas SPP-IRT',
  ...change,
});
const read = (mentorId: string | null = melati.mentor.userId) =>
  house.app.read(testCity, (db) => readMonthlyReport(db, { mentorId, month }));

it('counts each business and owner once, and what was late', async () => {
  const { content } = await read();
  expect(content.figures).toMatchObject({
    visits: 3,
    businesses: 2,
    newBusinesses: 2,
    women: 2,
    men: 0,
    minutes: 90,
    findings: 1,
    planned: 0,
  });
  const [row] = await house.app
    .read(testCity, (db) => listMonthlyReports(db, { month, zone: 'Asia/Jakarta' }))
    .then((rows) => rows.filter((one) => one.mentorId === melati.mentor.userId));
  expect(row).toMatchObject({ visits: 3, businesses: 2, late: 1, findings: 1, state: null });
});

it('is sent by its mentor, frozen, and accepted by somebody else; returned, it is reckoned anew', async () => {
  await expect(
    house.does(melati.strangerMentor, 'mentoring.write-report', report()),
  ).rejects.toMatchObject({ code: 'mentoring.not-your-report' });
  await house.does(melati.mentor, 'mentoring.write-report', report());
  await expect(house.does(melati.mentor, 'mentoring.send-report', report())).rejects.toMatchObject({
    code: 'mentoring.month-not-over',
  });
  house.now = new Date('2026-12-02T01:00:00Z');
  await house.does(melati.mentor, 'mentoring.send-report', report());
  await house.does(melati.mentor, 'mentoring.record-visit', {
    visitId: newId(),
    businessId: businessIds[2],
    doneOn: '2026-11-28',
    fields: ['marketing'],
  });
  const sent = await read();
  expect(sent).toMatchObject({
    state: 'sent',
    obstacles: 'Hujan tiga hari',
    content: { figures: { visits: 3 } },
  });
  const reportId = sent.id;
  await expect(
    house.does(melati.mentor, 'mentoring.accept-report', { reportId }),
  ).rejects.toMatchObject({ code: 'command.not-allowed' });
  await house.does(coordinator, 'mentoring.return-report', {
    reportId,
    why: 'Lengkapi kunjungan 28 November',
  });
  await house.does(melati.mentor, 'mentoring.send-report', report());
  expect(await read()).toMatchObject({ content: { figures: { visits: 4 } } });
  await house.does(coordinator, 'mentoring.accept-report', { reportId });
  const accepted = await read();
  expect(accepted.steps.map((step) => step.kind)).toEqual([
    'drafted',
    'sent',
    'returned',
    'sent',
    'accepted',
  ]);
  await expect(house.does(melati.mentor, 'mentoring.write-report', report())).rejects.toMatchObject(
    { code: 'mentoring.report-closed' },
  );
});

it('the city’s report is the coordinator’s, and she cannot accept it herself', async () => {
  house.now = new Date('2026-12-03T01:00:00Z');
  await expect(
    house.does(melati.mentor, 'mentoring.send-report', report({ mentorId: null })),
  ).rejects.toMatchObject({ code: 'mentoring.not-your-report' });
  await house.does(coordinator, 'mentoring.send-report', report({ mentorId: null }));
  const { id: reportId } = await read(null);
  await expect(
    house.does(coordinator, 'mentoring.accept-report', { reportId }),
  ).rejects.toMatchObject({ code: 'mentoring.own-report' });
  await house.does(melati.officer, 'mentoring.accept-report', { reportId });
});

it('prints the same bytes from the same report', async () => {
  const { content, obstacles, followUp } = await read();
  const print = () =>
    printMonthlyReport({
      content,
      obstacles,
      followUp,
      isSent: true,
      cityName: 'Kota Jambi',
      office: 'Dinas Koperasi',
      placeAndDate: 'Jambi, 3 Desember 2026',
      lang: 'id',
      createdAt: house.now,
    });
  const first = Buffer.from(await print());
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.equals(Buffer.from(await print()))).toBe(true);
});
