import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { scheduleRows } from '#domains/lending/schedule-row.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { bankCsv } from '../../../src/demo/partner-files.ts';
import type { DemoFile } from '../../../src/demo/partner-files.ts';
import { bankLending } from '../../../src/demo/partner-templates.ts';
import type { Visitors } from '../week/visitors.ts';
import { lookAt } from '../week/visitors.ts';

const bankName = 'Bank Batanghari';
export const loanNumber = '01579000001';
const principal = 600_000_000n;

/** Candidates for the bank: the page opens with another lender, whose members and button look the same. */
async function lookAtBank(officer: Page): Promise<void> {
  await officer.getByRole('link', { name: bankName }).click();
  await officer.locator('a[aria-current=page]', { hasText: bankName }).waitFor();
}

/** Step 1: two members are read the statement and agree; the list beside the candidates gets shorter by two. Answers their group. */
export async function agree(visitors: Visitors): Promise<string> {
  const officer = await visitors.as('petugas', '/pembiayaan/mitra/calon');
  await lookAtBank(officer);
  await officer.getByRole('link', { name: /Siapa yang belum setuju/ }).click();
  await officer.getByRole('heading', { name: 'Siapa yang belum setuju' }).waitFor();
  await lookAt(officer);
  const lacking = async () =>
    Number(
      /^(\d+)/.exec(
        await officer.locator('main .sub, header .sub, main p').first().innerText(),
      )?.[1],
    );
  const before = await lacking();
  const row = officer.locator('tbody tr').first();
  const group = await row.locator('td').first().innerText();
  const boxes = officer.locator('tbody input[name=personIds]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await officer.getByLabel('Cara menyatakannya').selectOption('spoken');
  await officer.getByRole('button', { name: 'Catat persetujuan yang dipilih' }).click();
  await officer
    .getByRole('alert')
    .getByText(/perlu saksi/)
    .first()
    .waitFor();
  await officer.getByLabel('Saksi').fill('Ibu RT 05');
  await officer.getByRole('button', { name: 'Catat persetujuan yang dipilih' }).click();
  await officer.getByText('Persetujuan dicatat.').waitFor();
  const after = await lacking();
  if (after !== before - 2) throw new Error(`${before} lacked consent, then ${after}`);
  return group.trim();
}

/** Step 2: they are named to the bank, whose officer takes the file. Answers the references in it. */
export async function nameCandidates(visitors: Visitors, group: string): Promise<string[]> {
  const officer = await visitors.as('petugas', '/pembiayaan/mitra/calon');
  await lookAtBank(officer);
  await officer.getByRole('checkbox', { name: group }).check();
  await officer.getByRole('button', { name: 'Buat berkas' }).click();
  await officer.waitForURL(/mitra\/berkas\/[0-9a-f-]{36}/);
  await lookAt(officer);
  const path = new URL(officer.url()).pathname;
  const bank = await visitors.as('bank', path);
  const coming = bank.waitForEvent('download');
  await bank.getByRole('button', { name: 'Unduh dengan NIK' }).click();
  const file = await (await coming).path();
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split('\r\n');
  if (!heading.includes('NO_RUJUKAN;NIK;NAMA_DEBITUR')) throw new Error(`columns: ${heading}`);
  return lines.map((line) => line.split(';')[0] ?? '');
}

/** Step 3: the bank approves one and refuses one; its decisions, schedule and repayments are read, looked at and applied. */
export async function bringFiles(
  visitors: Visitors,
  references: readonly string[],
  today: BusinessDate,
): Promise<void> {
  const disbursedOn = addDays(today, -70);
  const { terms, rate, installments } = bankLending;
  const product = { ...terms, annualRatePercent: rate, installments };
  const rows = scheduleRows(makeSchedule({ product, principal, disbursedOn }));
  const decided = { decidedOn: addDays(today, -72) };
  const bring = (kind: DemoFile['kind'], lines: DemoFile['lines']) =>
    bringFile(visitors, { lender: 'bank', kind, asOf: today, lines });
  await bring('decisions', [
    {
      ...decided,
      reference: references[0] ?? '',
      decision: 'DISETUJUI',
      loanNumber,
      disbursedOn,
      principal,
      rate,
      installments,
    },
    { ...decided, reference: references[1] ?? '', decision: 'DITOLAK', reason: '02' },
  ]);
  await bring(
    'schedules',
    rows.map(({ number, dueOn, ...row }) => ({
      loanNumber,
      number,
      dueOn,
      principal: row.principal,
      interest: row.interest,
      total: row.principal + row.interest,
    })),
  );
  const [first, second] = rows;
  if (!first || !second) throw new Error('the loan has no schedule');
  // The second was all taken for principal, as a slip of a teller's.
  await bring('repayments', [
    {
      loanNumber,
      reference: 'TRX-1',
      paidOn: first.dueOn,
      principal: first.principal,
      interest: first.interest,
      penalty: 0n,
    },
    {
      loanNumber,
      reference: 'TRX-2',
      paidOn: second.dueOn,
      principal: second.principal + second.interest,
      interest: 0n,
      penalty: 0n,
    },
  ]);
}

/** Uploads a file as the bank's officer, sees its lines, and presses Apply. */
async function bringFile(visitors: Visitors, file: DemoFile): Promise<void> {
  const bank = await visitors.as('bank', '/pembiayaan/mitra/terima');
  await bank.getByLabel('Jenis').selectOption(file.kind);
  await bank.getByLabel('Berkas').setInputFiles({
    name: `${file.kind}.csv`,
    mimeType: 'text/csv',
    buffer: bankCsv(file),
  });
  await bank.getByRole('button', { name: 'Baca berkas' }).click();
  await bank.waitForURL(/mitra\/berkas\/[0-9a-f-]{36}/);
  await bank.getByText('dibaca, belum diterapkan').waitFor();
  await lookAt(bank);
  await bank.getByRole('button', { name: 'Terapkan berkas' }).click();
  await bank.getByText('Berkas diterapkan dan direkonsiliasi.').waitFor();
  await bank.getByText('diterapkan', { exact: true }).first().waitFor();
}

/** Step 4: beside ours, line by line: all but the teller's slip match, and the slip says what it is. */
export async function reconcile(visitors: Visitors): Promise<void> {
  const officer: Page = await visitors.as('petugas', `/pembiayaan/mitra/pinjaman?q=${loanNumber}`);
  await officer.locator('tbody a').first().click();
  await officer.getByText('TRX-2').waitFor();
  await lookAt(officer);
  const slip = officer.locator('tr', { hasText: 'TRX-2' });
  await slip.getByText('Pokok didahulukan sebelum bunga').waitFor();
  const matched = officer.locator('tr', { hasText: 'TRX-1' });
  if ((await matched.getByText('cocok', { exact: true }).count()) === 0)
    throw new Error('the first repayment does not match');
}

/** Step 5: she takes her consent back, and the file that named her says so. */
export async function withdraw(visitors: Visitors): Promise<void> {
  const officer = await visitors.as('petugas', '/pembiayaan/mitra/berkas?jenis=candidates');
  await officer.locator('tbody a').first().click();
  await officer.waitForURL(/mitra\/berkas\/[0-9a-f-]{36}/);
  const file = new URL(officer.url()).pathname;
  const name = (await officer.locator('tbody th').first().innerText()).trim();
  await officer.goto(`/orang?q=${encodeURIComponent(name)}`);
  await officer.locator('tbody a', { hasText: name }).first().click();
  await officer.getByRole('link', { name: 'Catat atau tarik persetujuan' }).click();
  await officer.locator('summary', { hasText: 'Tarik persetujuan ini' }).first().click();
  await lookAt(officer);
  await officer.getByRole('button', { name: 'Tarik persetujuan ini' }).first().click();
  await officer.getByText('Penarikan persetujuan dicatat.').waitFor();
  await officer.goto(file);
  await officer.getByText(/menarik persetujuannya setelah berkas ini dibuat/).waitFor();
}
