import { beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { countCases, findCase, listCases, raiseCases } from './index.ts';

const house = useHouse();
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
});

/** A finding of a meeting, given to the health department until 2 December. */
async function raised(text = 'Belum punya P-IRT'): Promise<string> {
  const cases = await house.database.write((tx) =>
    raiseCases(tx, {
      by: melati.mentor,
      now: house.now,
      today: '2026-11-18',
      cases: [
        {
          origin: 'meeting',
          originId: newId(),
          topic: 'permit',
          text,
          groupId: melati.groupId,
          personId: melati.member('Siti').id,
          kecamatan: '15.71.01',
          assigned: { departmentId: melati.department, dueOn: '2026-12-02' },
        },
      ],
    }),
  );
  return cases[0]?.id ?? '';
}

const asked = (actor: Actor, today = '2026-11-18') => ({
  scope: scopeOf(actor, 'see.cases'),
  today,
});

describe('a finding', () => {
  test('reaches the department’s list, is answered in writing and closed', async () => {
    const caseId = await raised();
    const officer = melati.departmentOfficer;
    const list = {
      q: '',
      sort: 'due',
      direction: 'asc',
      size: 50,
      offset: 0,
      filters: { state: 'waiting' },
    } as const;
    const page = await house.database.read((db) => listCases(db, { ...asked(officer), list }));
    expect(page.rows.map((row) => row.id)).toContain(caseId);
    expect(await refusedAs(house.does(officer, 'voice.close-case', { caseId }))).toBe(
      'voice.not-answered',
    );
    await house.does(officer, 'voice.answer-case', {
      caseId,
      answer: 'Petugas datang hari Kamis.',
      close: true,
    });
    const found = await house.database.read((db) => findCase(db, { ...asked(officer), caseId }));
    expect(found?.state).toBe('closed');
    expect(found?.steps.map((step) => step.kind)).toEqual([
      'raised',
      'assigned',
      'answered',
      'closed',
    ]);
    expect(found?.steps[1]).toMatchObject({
      departmentName: 'Dinas Kesehatan',
      dueOn: '2026-12-02',
    });
  });

  test('is overdue the day after its due date and no more once answered', async () => {
    const caseId = await raised('Sumur kering');
    const officer = melati.departmentOfficer;
    const overdue = async (today: string) => {
      const counts = await house.database.read((db) => countCases(db, asked(officer, today)));
      return counts.overdue;
    };
    expect(await overdue('2026-12-02')).toBe(0);
    expect(await overdue('2026-12-03')).toBe(1);
    await house.does(officer, 'voice.answer-case', { caseId, answer: 'Sudah disurvei.' });
    expect(await overdue('2026-12-03')).toBe(0);
  });

  test('is closed to another department, and cannot be found by it', async () => {
    const caseId = await raised();
    const elsewhere = {
      role: 'petugas-opd',
      jurisdiction: 'department',
      at: melati.cooperative,
    } as const;
    const stranger: Actor = {
      userId: newId(),
      name: 'Orang lain',
      roles: [elsewhere],
      secondFactor: true,
    };
    expect(
      await refusedAs(house.does(stranger, 'voice.answer-case', { caseId, answer: 'Sudah.' })),
    ).toBe('command.not-allowed');
    expect(
      await house.database.read((db) => findCase(db, { ...asked(stranger), caseId })),
    ).toBeNull();
  });

  test('owes a new answer when it is reopened, and may be passed on', async () => {
    const caseId = await raised();
    const officer = melati.departmentOfficer;
    await house.does(officer, 'voice.answer-case', {
      caseId,
      answer: 'Sudah dijadwalkan.',
      close: true,
    });
    await house.does(melati.mentor, 'voice.reopen-case', { caseId, why: 'Belum ada yang datang' });
    expect(await refusedAs(house.does(officer, 'voice.close-case', { caseId }))).toBe(
      'voice.not-answered',
    );
    const passOn = { caseId, departmentId: melati.department, dueOn: '2026-12-20' };
    await house.does(melati.officer, 'voice.assign-case', passOn);
    expect(
      await refusedAs(
        house.does(melati.officer, 'voice.assign-case', {
          ...passOn,
          departmentId: melati.cooperative,
        }),
      ),
    ).toBe('voice.unknown-department');
  });

  test('is read with odd names and signs as they were written', async () => {
    const text = `Bu O'Neil; -- "100%_tutup" 🙂 \u202eabc`;
    const caseId = await raised(text);
    const list = {
      q: '100%_tutup',
      sort: 'raised',
      direction: 'desc',
      size: 5,
      offset: 0,
      filters: {},
    } as const;
    const page = await house.app.read(testCity, (db) =>
      listCases(db, { ...asked(melati.officer), list }),
    );
    expect(page.rows.map((row) => [row.id, row.text])).toEqual([[caseId, text]]);
  });
});
