import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { fileLayoutInput } from '../file/file-layout.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { registerBank } from '#test/worlds/partner-lenders.ts';
import type { PartnerLender } from '#test/worlds/partner-lenders.ts';
import { getTemplate, templateVersions } from './template-store.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let bank: PartnerLender;
let approver: Actor;

beforeAll(async () => {
  await house.found();
  bank = await registerBank(house, actorWith('Admin', cityRole('admin')), 'Bank Batanghari');
  approver = actorWith('Kepala cabang', {
    role: 'penyetuju-lembaga',
    jurisdiction: 'institution',
    at: bank.id,
  });
});

const layout = (...titles: [field: string, title: string][]) => ({
  format: 'xlsx',
  columns: titles.map(([field, title]) => ({ field, title })),
  lender: 'Bank Batanghari',
  asOfWord: 'Posisi',
  dates: 'YYYYMMDD',
  decimal: '.',
  digits: 0,
  totals: null,
  sheetName: 'SIKP',
});
const change = (validFrom: string, ...titles: [string, string][]) => ({
  institutionId: bank.id,
  kind: 'candidates',
  validFrom,
  layout: layout(['reference', 'REF'], ['name', 'NAMA'], ...titles),
});
const propose = (body: unknown, as: Actor = bank.officer) =>
  house.does(as, 'partners.change-template', body) as Promise<{ proposalId: string }>;
const decide = (proposalId: string, as: Actor) =>
  house.does(as, 'access.decide-proposal', { proposalId, approve: true });
const inForce = (on: string) =>
  house.app.read(testCity, (db) =>
    getTemplate(db, { institutionId: bank.id, kind: 'candidates', lender: 'Bank', on }),
  );

describe('a new version of a lender’s template', () => {
  test('waits for a second person, and holds from its day', async () => {
    const { proposalId } = await propose(change('2026-04-01', ['amount', 'PLAFON']));
    expect((await inForce('2026-04-02')).version).toBe(1);
    expect(await refusedAs(decide(proposalId, bank.officer))).toMatch(/^command\.|^access\./);
    await decide(proposalId, approver);
    expect((await inForce('2026-03-31')).version).toBe(1);
    expect(await inForce('2026-04-01')).toMatchObject({
      version: 2,
      layout: { sheetName: 'SIKP', dates: 'YYYYMMDD' },
    });
    const kept = await house.app.read(testCity, (db) =>
      templateVersions(db, { institutionId: bank.id, kind: 'candidates' }),
    );
    expect(kept.map((one) => [one.version, one.validFrom])).toEqual([
      [2, '2026-04-01'],
      [1, '2020-01-01'],
    ]);
  });

  test('nobody proposes a version before the last one, or a faulty one', async () => {
    expect(await refusedAs(propose(change('2026-03-20')))).toBe('partners.template-too-early');
    expect(await refusedAs(propose(change('2026-05-01', ['name', 'NAMA LENGKAP'])))).toBe(
      'partners.layout-faulty',
    );
    const other = actorWith('Petugas lain', {
      role: 'petugas-lembaga',
      jurisdiction: 'institution',
      at: newId(),
    });
    expect(await refusedAs(propose(change('2026-05-01'), other))).toBe('command.not-allowed');
  });

  test('the first template is written once; after that only two people change it', async () => {
    const { validFrom: _validFrom, ...body } = change('2026-05-01');
    expect(await refusedAs(house.does(bank.officer, 'partners.save-template', body))).toBe(
      'partners.template-exists',
    );
  });
});

test('a sheet has no name that a spreadsheet refuses', () => {
  const named = (sheetName: string) =>
    fileLayoutInput.safeParse({ ...layout(['name', 'N']), sheetName });
  expect(named('Calon/2026').success).toBe(false);
  expect(named('x'.repeat(32)).success).toBe(false);
  expect(named('Calon 2026').success).toBe(true);
});
