import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { surname, women } from './group.ts';
import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

const fileName = 'anggota kembang melati.xlsx';

/** A list as departments keep them: a title, merged heading, a numbering row, phones as numbers, one broken row. */
async function membersFile(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Anggota');
  sheet.addRow(['DATA ANGGOTA KELOMPOK USAHA KEMBANG MELATI TAHUN 2026']);
  sheet.mergeCells('A1:H1');
  sheet.addRow([]);
  sheet.addRow([
    'No',
    'Nama Pemilik',
    'NIK',
    'Tgl Lahir',
    'No HP',
    'Kelurahan',
    'Nama Usaha',
    'Jenis Produk',
  ]);
  sheet.addRow([1, 2, 3, 4, 5, 6, 7, 8]);
  women.forEach((name, i) => {
    // Province 99 does not exist, so the number can be nobody's; a woman's day of birth is written with 40 added.
    const nik = `99710152038${i}9${String(i + 1).padStart(3, '0')}`;
    sheet.addRow([
      i + 1,
      `${name} ${surname}`,
      nik,
      `12/03/198${i}`,
      81_266_000_100 + i,
      'Simpang IV Sipin',
      `Dapur ${name}`,
      'Keripik',
    ]);
  });
  sheet.addRow([
    7,
    '',
    '997101520386900',
    '31/02/1986',
    'x',
    'Simpang IV Sipin',
    `Bu O'Neil; --`,
    '=1+1',
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Step 1: an officer uploads a list, checks its columns, and every row ends as new, same or to repair. */
export async function importMembers(visitors: Visitors): Promise<void> {
  const file = await membersFile();
  const first = await upload(visitors, file);
  await lookAt(first);
  await first.getByRole('button', { name: 'Cocokkan baris' }).click();
  await first.getByRole('button', { name: /Terapkan/ }).waitFor();
  await lookAt(first);
  await first.getByRole('button', { name: /Terapkan/ }).click();
  await first.getByRole('link', { name: 'Usulkan kelompok' }).waitFor();

  // The same file again changes nothing: nobody in it is new.
  const again = await upload(visitors, file);
  await again.getByText('Bentuk berkas ini pernah Anda petakan').waitFor();
  await again.getByRole('button', { name: 'Cocokkan baris' }).click();
  await again.getByText(`0 orang baru, ${women.length} sudah ada`).waitFor();
  await again.getByText('Tidak ada baris yang bisa diterapkan').first().waitFor();
  const people = await visitors.as('petugas', `/orang?q=${surname}`);
  await people.getByText(`${women.length} orang cocok`).waitFor();
  await lookAt(people);
}

async function upload(visitors: Visitors, buffer: Buffer): Promise<Page> {
  const page = await visitors.as('petugas', '/impor/baru');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.setInputFiles('input[type=file]', { name: fileName, mimeType, buffer });
  await page.getByRole('button', { name: 'Unggah dan baca' }).click();
  await page.getByRole('button', { name: 'Cocokkan baris' }).waitFor();
  return page;
}
