import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { monthSpan } from '../../subsidy/subsidy-claim.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import {
  agreeToShare,
  fileRows,
  kurScheduleLines as scheduleLines,
  registerBank,
} from '#test/worlds/partner-lenders.ts';
import type { PartnerLender } from '#test/worlds/partner-lenders.ts';
import { openCandidateFile } from './take-candidate-file.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const novita = actorWith('Novita Petugas', cityRole('petugas-dinas'));
const ratna = actorWith('Hj. Ratna', cityRole('kepala-dinas'));
const name = 'Bank Batanghari';
let melati: Melati;
let bank: PartnerLender;
let candidateFile: string;
let references: string[];

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  bank = await registerBank(house, actorWith('Admin', cityRole('admin')), name);
});

/** Rows as the database has them, whole numbers as text. */
async function owner<R extends object>(statement: string, values: unknown[] = []): Promise<R[]> {
  const { rows } = await house.app.pools.owner.query<Record<string, unknown>>(statement, values);
  const text = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)])) as R,
  );
}

async function send(
  kind: 'decisions' | 'schedules' | 'repayments' | 'grades',
  asOf: string,
  lines: string[][],
  as: Actor = bank.officer,
): Promise<{ fileId: string; already: boolean; counts: Record<string, number> }> {
  const rows = fileRows(kind, { lender: name, asOf }, lines);
  const answer = await house.does(as, 'lending.read-partner-file', {
    fileId: newId(),
    institutionId: bank.id,
    kind,
    fileName: `${kind}.csv`,
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    bytes: 100,
    rows,
  });
  return answer as never;
}

const apply = (fileId: string, leaveUnknown = false) =>
  house.does(bank.officer, 'lending.apply-partner-file', { fileId, leaveUnknown });
const bring = async (...file: Parameters<typeof send>) => apply((await send(...file)).fileId);

const states = () =>
  owner<{ part: string; item: string; state: string; explanation: string | null }>(
    'select part, item, state, explanation from lending.reconciliation_item order by part, loan_id, item',
  );

describe('candidates', () => {
  test('only those who agreed to share with this lender are named, the others are counted', async () => {
    const make = () =>
      house.does(novita, 'lending.make-candidate-file', {
        fileId: (candidateFile = newId()),
        institutionId: bank.id,
        groupIds: [melati.groupId],
        source: 'members',
      });
    expect(await refusedAs(make())).toBe('lending.nobody-to-name');
    const personIds = melati.members.slice(0, 4).map((member) => member.id);
    await agreeToShare(house, { officer: novita, institutionId: bank.id, personIds });
    expect(await make()).toMatchObject({ counts: { lines: 4, 'no-consent': 2 } });
    const other = await registerBank(house, actorWith('Admin', cityRole('admin')), 'Bank Lain');
    const elsewhere = { fileId: newId(), institutionId: other.id, groupIds: [melati.groupId] };
    expect(
      await refusedAs(
        house.does(novita, 'lending.make-candidate-file', { ...elsewhere, source: 'members' }),
      ),
    ).toBe('lending.nobody-to-name');
  });

  test('NIKs lie sealed, and each opening stands on the person with who and why', async () => {
    const [file] = await owner<{ clear: boolean }>(
      `select position('9971015' in encode(sealed_rows, 'escape')) > 0 as clear from lending.partner_file where id = $1`,
      [candidateFile],
    );
    expect(file?.clear).toBe(false);
    const takingId = newId();
    await house.does(bank.officer, 'lending.take-candidate-file', {
      fileId: candidateFile,
      takingId,
    });
    const opened = await house.app.read(testCity, (db) =>
      openCandidateFile(db, house.app.identitySealer, {
        id: takingId,
        takenBy: bank.officer.userId,
      }),
    );
    expect(opened.rows).toHaveLength(4);
    expect(opened.rows[0]).toEqual([
      expect.stringMatching(/^CK-2026-\d{6}$/),
      expect.stringMatching(/^9971015203850\d{3}$/),
      expect.any(String),
      '12/03/1985',
      'P',
    ]);
    references = opened.rows.map((row) => row[0] ?? '');
    const readings = await owner<{ reason: string; n: string }>(
      'select reason, count(distinct person_id) as n from access.secret_reading group by reason order by reason',
    );
    expect(readings).toEqual([
      { reason: `Berkas calon penerima untuk ${name}`, n: '4' },
      { reason: expect.stringMatching(/^Mengunduh berkas calon BM-2026-/) as string, n: '4' },
    ]);
    const stolen = house.app.read(testCity, (db) =>
      openCandidateFile(db, house.app.identitySealer, { id: takingId, takenBy: novita.userId }),
    );
    expect(await refusedAs(stolen)).toBe('lending.unknown-partner-file');
  });

  test('whoever waits for a decision is not named twice', async () => {
    const again = house.does(novita, 'lending.make-candidate-file', {
      fileId: newId(),
      institutionId: bank.id,
      groupIds: [melati.groupId],
      source: 'members',
    });
    expect(await refusedAs(again)).toBe('lending.nobody-to-name');
  });
});

describe('decisions and schedules', () => {
  test('a decision brings its loan with its terms, a refusal its reason; the ledger hears nothing', async () => {
    house.now = new Date('2026-03-20T02:00:00Z');
    const loan = (at: number, number: string) => [
      references[at] ?? '',
      'S',
      '',
      '14/03/2026',
      number,
      '15/03/2026',
      '10.000.000,00',
      '3,00',
      '12',
    ];
    await bring('decisions', '16/03/2026', [
      loan(0, 'KUR-1'),
      loan(1, 'KUR-2'),
      [references[2] ?? '', 'T', '01', '14/03/2026'],
    ]);
    const [found] = await owner<{ loans: string; refused: string; entries: string }>(
      `select (select count(*) from lending.partner_loan where principal = 1000000000 and digits = 2) as loans,
        (select count(*) from lending.partner_candidate where state = 'refused' and reason = 'old-arrears') as refused,
        (select count(*) from ledger.journal where kind like 'lending%') as entries`,
    );
    expect(found).toEqual({ loans: '2', refused: '1', entries: '0' });
  });

  test('every line is compared with our engine, and a difference says why', async () => {
    const shifted = (cells: string[], number: number) =>
      number === 3 ? [cells[0]!, cells[1]!, '16/06/2026', cells[3]!, cells[4]!] : cells;
    await bring('schedules', '17/03/2026', [
      ...scheduleLines('KUR-1'),
      ...scheduleLines('KUR-2', shifted),
    ]);
    const found = await states();
    expect(found.filter(({ state }) => state === 'matched')).toHaveLength(23);
    expect(found.filter(({ state }) => state !== 'matched')).toEqual([
      { part: 'schedule', item: '3', state: 'differs', explanation: 'date-shift' },
    ]);
  });

  test('the same file again changes nothing, in whatever order its lines come', async () => {
    const before = await states();
    const lines = [...scheduleLines('KUR-1')];
    await bring('schedules', '18/03/2026', lines);
    expect(await send('schedules', '18/03/2026', lines)).toMatchObject({ already: true });
    const turned = await send('schedules', '18/03/2026', lines.toReversed());
    expect(turned.counts).toEqual({ lines: 12, same: 12 });
    await apply(turned.fileId);
    expect(await states()).toEqual(before);
  });
});

describe('a file that cannot be right', () => {
  const all = () =>
    owner<{ n: string }>(
      `select (select count(*) from lending.partner_repayment) || '/' || (select count(*) from lending.partner_schedule_line) as n`,
    );

  test.each([
    [
      'yesterday’s',
      () => send('schedules', '17/03/2026', scheduleLines('KUR-2')),
      'lending.older-file',
    ],
    [
      'of a day that has not come',
      () => send('schedules', '31/12/2026', scheduleLines('KUR-2')),
      'partners.day-ahead',
    ],
    [
      'about a loan we do not know',
      () => bring('schedules', '19/03/2026', scheduleLines('KUR-9')),
      'lending.lines-unknown',
    ],
    [
      'with a line twice',
      () =>
        bring('schedules', '19/03/2026', [...scheduleLines('KUR-2'), scheduleLines('KUR-2')[0]!]),
      'lending.lines-wrong',
    ],
    [
      'with a repayment before the loan',
      () => bring('repayments', '19/03/2026', [['KUR-1', 'T0', '14/03/2026', '1,00', '0,00']]),
      'lending.lines-wrong',
    ],
    [
      'from another lender’s officer',
      () =>
        send(
          'schedules',
          '19/03/2026',
          scheduleLines('KUR-2'),
          actorWith('Orang Lain', {
            role: 'petugas-lembaga',
            jurisdiction: 'institution',
            at: newId(),
          }),
        ),
      'command.not-allowed',
    ],
  ])('%s is refused and leaves nothing', async (_, work, code) => {
    const before = await all();
    expect(await refusedAs(work())).toBe(code);
    expect(await all()).toEqual(before);
  });

  test('unknown loans can be left aside on purpose', async () => {
    const file = await send('repayments', '19/03/2026', [
      ['KUR-9', 'T0', '18/03/2026', '1,00', '0,00'],
    ]);
    expect(file.counts).toEqual({ lines: 1, unknown: 1 });
    expect(await apply(file.fileId, true)).toMatchObject({ counts: { unknown: 1 } });
  });
});

describe('the government as second payer', () => {
  const agreementId = newId();
  const loanId = async (number: string) =>
    (
      await owner<{ id: string }>('select id from lending.partner_loan where number = $1', [number])
    )[0]!.id;
  const sums = async () =>
    (
      await owner<{ subsidy: string; accrued: string; committed: string }>(
        `select (select coalesce(sum(subsidy), 0) from lending.subsidy_row) as subsidy,
          (select coalesce(sum(amount), 0) from lending.subsidy_accrual) as accrued,
          (select committed from lending.subsidy_agreement where id = $1) as committed`,
        [agreementId],
      )
    )[0]!;

  test('an agreement waits for the head of department', async () => {
    const body = {
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
    };
    const parked = await house.does(novita, 'lending.offer-subsidy', body);
    const { proposalId } = parked as { proposalId: string };
    const another = actorWith('Petugas Lain', cityRole('petugas-dinas'));
    const decide = { proposalId, approve: true, why: 'sesuai' };
    expect(await refusedAs(house.does(another, 'access.decide-proposal', decide))).toBe(
      'lending.head-accepts',
    );
    await house.does(ratna, 'access.decide-proposal', decide);
    expect(await refusedAs(house.does(novita, 'lending.offer-subsidy', body))).toMatch(/taken$/);
  });

  test('the budget is committed when a loan is accepted, and never beyond its ceiling', async () => {
    const both = { agreementId, loanIds: [await loanId('KUR-1'), await loanId('KUR-2')] };
    expect(await refusedAs(house.does(novita, 'lending.accept-subsidised-loans', both))).toBe(
      'lending.cap-reached',
    );
    const one = { agreementId, loanIds: both.loanIds.slice(0, 1) };
    await house.does(novita, 'lending.accept-subsidised-loans', one);
    expect(await refusedAs(house.does(novita, 'lending.accept-subsidised-loans', one))).toBe(
      'lending.already-subsidised',
    );
    const { subsidy, committed } = await sums();
    expect(committed).toBe(subsidy);
    const rows = await owner<{ ok: boolean }>(
      'select bool_and(lender_interest = borrower_interest + subsidy) as ok from lending.subsidy_row',
    );
    expect(rows[0]?.ok).toBe(true);
  });

  test('accruing a day again writes nothing, and missed days are caught up', async () => {
    house.now = new Date('2026-06-20T02:00:00Z');
    const accrue = (day: string) => house.does(novita, 'lending.accrue-subsidy', { day });
    expect(await accrue('2026-04-14')).toEqual({ instalments: 0 });
    expect(await accrue('2026-06-15')).toEqual({ instalments: 3 });
    expect(await accrue('2026-06-15')).toEqual({ instalments: 0 });
    expect(await refusedAs(accrue('2026-06-21'))).toBe('lending.day-not-come');
  });

  test('claims of all months are the accruals, each line once; answer and payment are matched', async () => {
    const claims: string[] = [];
    for (const month of ['2026-04', '2026-05']) {
      const claimId = newId();
      await house.does(bank.officer, 'lending.draft-claim', { claimId, agreementId, month });
      claims.push(claimId);
    }
    const [found] = await owner<{ claimed: string; accrued: string }>(
      `select (select sum(total) from lending.subsidy_claim) as claimed,
        (select sum(amount) from lending.subsidy_accrual where on_day <= $1) as accrued`,
      [monthSpan('2026-05').last],
    );
    expect(found?.claimed).toBe(found?.accrued);
    const again = { claimId: newId(), agreementId, month: '2026-05' };
    expect(await refusedAs(house.does(bank.officer, 'lending.draft-claim', again))).toBe(
      'lending.already-claimed',
    );
    const soon = { claimId: newId(), agreementId, month: '2026-06' };
    expect(await refusedAs(house.does(bank.officer, 'lending.draft-claim', soon))).toBe(
      'lending.month-not-over',
    );
    const claimId = claims[0]!;
    const [{ total }] = (await owner<{ total: string }>(
      'select total from lending.subsidy_claim where id = $1',
      [claimId],
    )) as [{ total: string }];
    const answered = { claimId, accepted: total, answeredOn: '2026-06-20', note: '' };
    expect(await refusedAs(house.does(novita, 'lending.answer-claim', answered))).toBe(
      'lending.claim-wrong-state',
    );
    await house.does(ratna, 'lending.send-claim', { claimId });
    const tooMuch = { ...answered, accepted: String(BigInt(total) + 1n) };
    expect(await refusedAs(house.does(novita, 'lending.answer-claim', tooMuch))).toBe(
      'lending.accepted-more-than-claimed',
    );
    await house.does(novita, 'lending.answer-claim', answered);
    const payment = { claimId, paidOn: '2026-06-20', reference: 'SP2D 001' };
    expect(
      await refusedAs(house.does(novita, 'lending.pay-claim', { ...payment, paid: '1' })),
    ).toBe('lending.payment-differs');
    await house.does(novita, 'lending.pay-claim', { ...payment, paid: total });
  });

  test('an early payoff takes back what was accrued after it and frees the budget', async () => {
    const before = await sums();
    const ended = await house.does(novita, 'lending.end-subsidy', {
      loanId: await loanId('KUR-1'),
      endedOn: '2026-05-01',
      why: 'paid-off',
      note: 'Lunas 1 Mei menurut bank',
    });
    const after = await sums();
    const { takenBack } = ended as { takenBack: string };
    expect(BigInt(before.accrued) - BigInt(after.accrued)).toBe(BigInt(takenBack));
    expect(after.accrued).toBe(after.committed);
    house.now = new Date('2026-07-02T02:00:00Z');
    expect(await house.does(novita, 'lending.accrue-subsidy', { day: '2026-07-01' })).toEqual({
      instalments: 0,
    });
    const claimId = newId();
    const claim = await house.does(bank.officer, 'lending.draft-claim', {
      claimId,
      agreementId,
      month: '2026-06',
    });
    expect(BigInt((claim as { total: string }).total)).toBeLessThan(0n);
    const [all] = await owner<{ same: boolean }>(
      `select (select sum(total) from lending.subsidy_claim) = (select sum(amount) from lending.subsidy_accrual) as same`,
    );
    expect(all?.same).toBe(true);
  });
});
