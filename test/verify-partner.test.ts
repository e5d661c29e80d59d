import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import {
  agreeToShare,
  fileRows,
  kurScheduleLines,
  registerBank,
} from '#test/worlds/partner-lenders.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const novita = actorWith('Novita Petugas', cityRole('petugas-dinas'));
const ratna = actorWith('Hj. Ratna', cityRole('kepala-dinas'));
const name = 'Bank Batanghari';

/** One loan of a bank's, two of its instalments repaid, with a subsidy claimed, paid and partly taken back. */
beforeAll(async () => {
  const melati = await foundMelati(house, { loans: false });
  const bank = await registerBank(house, actorWith('Admin', cityRole('admin')), name);
  const institutionId = bank.id;
  const personIds = [melati.member('Siti').id];
  await agreeToShare(house, { officer: novita, institutionId, personIds });
  const named = { fileId: newId(), institutionId, groupIds: [melati.groupId], source: 'members' };
  await house.does(novita, 'lending.make-candidate-file', named);
  const bring = async (kind: Parameters<typeof fileRows>[0], asOf: string, lines: string[][]) => {
    const rows = fileRows(kind, { lender: name, asOf }, lines);
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const fileId = newId();
    const file = { fileId, institutionId, kind, fileName: 'f.csv', sha256, bytes: 100, rows };
    await house.does(bank.officer, 'lending.read-partner-file', file);
    await house.does(bank.officer, 'lending.apply-partner-file', { fileId });
  };
  house.now = new Date('2026-06-20T02:00:00Z');
  const decision = ['S', '', '14/03/2026', 'KUR-1', '15/03/2026', '10.000.000,00', '3,00', '12'];
  await bring('decisions', '16/03/2026', [['CK-2026-000001', ...decision]]);
  const plan = kurScheduleLines('KUR-1');
  await bring('schedules', '20/03/2026', plan);
  await bring(
    'repayments',
    '20/05/2026',
    plan
      .slice(0, 2)
      .map(([loan = '', n = '', on = '', principal = '', interest = '']) => [
        loan,
        `T${n}`,
        on,
        principal,
        interest,
      ]),
  );
  await bring('grades', '20/05/2026', [['KUR-1', '1', '8.356.781,79']]);
  await playSubsidy(bank);
});

async function playSubsidy(bank: Awaited<ReturnType<typeof registerBank>>): Promise<void> {
  const agreementId = newId();
  const offered = (await house.does(novita, 'lending.offer-subsidy', {
    agreementId,
    institutionId: bank.id,
    number: 'PKS 1/2026',
    name: 'Subsidi KUR super mikro',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    borrowerRatePercent: '3',
    governmentSharePercent: '15',
    capRupiah: '1000000',
    mostPrincipalRupiah: '10000000',
    budgetLine: '5.1.05 Belanja Subsidi',
    sourceDocument: 'Perwal 9/2026',
  })) as { proposalId: string };
  const decide = { proposalId: offered.proposalId, approve: true, why: 'sesuai' };
  await house.does(ratna, 'access.decide-proposal', decide);
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from lending.partner_loan',
  );
  const loanId = rows[0]?.id ?? '';
  await house.does(novita, 'lending.accept-subsidised-loans', { agreementId, loanIds: [loanId] });
  await house.does(novita, 'lending.accrue-subsidy', { day: '2026-06-15' });
  const claimId = newId();
  const draft = { claimId, agreementId, month: '2026-05' };
  const claim = (await house.does(bank.officer, 'lending.draft-claim', draft)) as { total: string };
  await house.does(ratna, 'lending.send-claim', { claimId });
  const answer = { claimId, accepted: claim.total, answeredOn: '2026-06-20', note: '' };
  await house.does(novita, 'lending.answer-claim', answer);
  const paid = { claimId, paid: claim.total, paidOn: '2026-06-20', reference: 'SP2D 001' };
  await house.does(novita, 'lending.pay-claim', paid);
  const end = { loanId, endedOn: '2026-05-20', why: 'paid-off', note: 'Lunas 20 Mei' };
  await house.does(novita, 'lending.end-subsidy', end);
}

async function differences(): Promise<Record<string, string>> {
  const checks = await verifyCity(house.app, testCity);
  return Object.fromEntries(
    checks.flatMap((c) => (c.difference === null ? [] : [[c.name, c.difference]])),
  );
}

describe('verify, on a bank’s loan whose interest the government shares', () => {
  it('finds nothing while all is sound, having looked at every kind of row', async () => {
    expect(await differences()).toEqual({});
    const checks = await verifyCity(house.app, testCity);
    const counted = Object.fromEntries(checks.map((check) => [check.name, check.counted]));
    expect(counted).toMatchObject({
      'partners’ books': 12 + 2 + 2 + 1,
      'subsidy accruals': 4,
      'subsidy claims': 1,
      'subsidy budgets': 1,
    });
  });

  it.each([
    [
      'an instalment kept otherwise',
      'lending.partner_schedule_line',
      'interest = interest + 1',
      'interest = interest - 1',
      'partners’ books',
      /keeps instalment 1 otherwise than the file/,
    ],
    [
      'a repayment kept otherwise',
      'lending.partner_repayment',
      'principal = principal - 7',
      'principal = principal + 7',
      'partners’ books',
      /keeps the repayment T1 otherwise/,
    ],
    [
      'a repayment of no file',
      'lending.partner_repayment',
      `reference = 'X' || reference`,
      `reference = substr(reference, 2)`,
      'partners’ books',
      /keeps the repayment XT1, no applied file says it|lacks the repayment T1/,
    ],
    [
      'a balance kept otherwise',
      'lending.partner_loan',
      'reported_outstanding = reported_outstanding + 5',
      'reported_outstanding = reported_outstanding - 5',
      'partners’ books',
      /keeps the balance 835678184, the file/,
    ],
    [
      'an accrual that is not its share',
      'lending.subsidy_accrual',
      'amount = amount + 3',
      'amount = amount - 3',
      'subsidy accruals',
      /accrued \d+, its share is \d+/,
    ],
    [
      'a claim that is not its lines',
      'lending.subsidy_claim',
      'total = total + 9',
      'total = total - 9',
      'subsidy claims',
      /claims \d+, its lines sum to \d+/,
    ],
    [
      'a payment that is not what was accepted',
      'lending.subsidy_claim',
      'paid = paid - 1',
      'paid = paid + 1',
      'subsidy claims',
      /was paid \d+, accepted were \d+/,
    ],
    [
      'a budget that is not its loans',
      'lending.subsidy_agreement',
      'committed = committed + 1',
      'committed = committed - 1',
      'subsidy budgets',
      /committed \d+, its loans \d+/,
    ],
  ])('finds %s', async (_what, table, change, undo, check, sentence) => {
    const { owner } = house.app.pools;
    await owner.query(`update ${table} set ${change}`);
    const found = await differences();
    await owner.query(`update ${table} set ${undo}`);
    expect(found[check]).toMatch(sentence);
    expect(await differences()).toEqual({});
  });

  it('finds a ceiling that was passed, though the database itself would refuse it', async () => {
    const { owner } = house.app.pools;
    const agreement = 'alter table lending.subsidy_agreement';
    const { rows } = await owner.query<{ name: string; rule: string }>(
      `select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
        where conrelid = 'lending.subsidy_agreement'::regclass and pg_get_constraintdef(oid) like '%committed <= cap%'`,
    );
    const kept = rows[0];
    await owner.query(`${agreement} drop constraint ${kept?.name}`);
    await owner.query('update lending.subsidy_agreement set cap = cap - 99999999');
    const found = await differences();
    await owner.query('update lending.subsidy_agreement set cap = cap + 99999999');
    await owner.query(`${agreement} add constraint ${kept?.name} ${kept?.rule}`);
    expect(found['subsidy budgets']).toMatch(/committed \d+ of \d+/);
    expect(await differences()).toEqual({});
  });

  it('finds a partner’s loan that stands in the city’s ledger', async () => {
    const { owner } = house.app.pools;
    const taken = await owner.query<{ id: string; owner_kind: string | null }>(
      `update ledger.account a set owner_kind = 'loan', owner_id = (select id from lending.partner_loan)
        where a.id = (select id from ledger.account where owner_id is null order by id limit 1) returning id`,
    );
    const found = await differences();
    await owner.query(
      'update ledger.account set owner_kind = null, owner_id = null where id = $1',
      [taken.rows[0]?.id],
    );
    expect(found['partners outside the ledger']).toBe(
      'partner loan KUR-1 stands in the city’s ledger',
    );
    expect(await differences()).toEqual({});
  });
});
