import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

/** The women whom the journey follows; they come in by the spreadsheet of the first step. */
export const women = [
  'Siti Aminah',
  'Rohani',
  'Nurhayati',
  'Yusnidar',
  'Emi Suryani',
  'Dewi Lestari',
] as const;
export const surname = 'Kembang';
export const groupName = 'Kembang Melati';

/** Step 2: an officer proposes, another verifies, the head of department recognises. Answers the group's path. */
export async function recogniseGroup(visitors: Visitors): Promise<string> {
  const officer = await visitors.as('petugas', `/kelompok/baru?q=${surname}`);
  for (const name of women)
    await officer.getByRole('checkbox', { name: `${name} ${surname}` }).check();
  await officer.getByRole('button', { name: 'Tambahkan yang dicentang' }).click();
  await officer.getByText('6 orang').first().waitFor();
  await officer.getByLabel('Nama kelompok').fill(groupName);
  await officer.getByLabel('Kelurahan kelompok').selectOption({ label: 'Simpang IV Sipin' });
  await officer
    .getByLabel('Ketua', { exact: true })
    .selectOption({ label: `Siti Aminah ${surname}` });
  await lookAt(officer);
  await officer.getByRole('button', { name: 'Kirim usulan' }).click();
  await officer.getByRole('heading', { name: groupName }).waitFor();
  const path = new URL(officer.url()).pathname;

  const verifier = await visitors.as('verifikator', path);
  await verifier.getByRole('button', { name: 'Verifikasi', exact: true }).first().click();
  await verifier
    .getByLabel('Apa yang diperiksa dan bagaimana')
    .fill('Dikunjungi, semua usaha berjalan');
  await verifier.locator('#verifikasi-form').getByRole('button').click();
  await verifier.getByText('Diverifikasi').first().waitFor();

  const head = await visitors.as('kepala.dinas', path);
  await head.getByRole('link', { name: 'Kukuhkan' }).click();
  await head.getByLabel('Memperhatikan').fill('Berita Acara Verifikasi 045/BAV/2026');
  await lookAt(head);
  await head.getByRole('button', { name: 'Tetapkan SK' }).click();
  await head.getByText('SK (PDF)').first().waitFor();
  await lookAt(head);
  return path;
}

/** The papers of a recognised group open as PDFs; the card's QR opens a page that says only that it is valid. */
export async function seePapers(visitors: Visitors, groupPath: string): Promise<void> {
  const head = await visitors.as('kepala.dinas', groupPath);
  for (const paper of ['SK (PDF)', 'Piagam', 'Cetak kartu']) {
    const href = await head.getByRole('link', { name: paper }).first().getAttribute('href');
    const response = await head.request.get(href ?? '');
    const begins = (await response.body()).subarray(0, 5).toString();
    if (begins !== '%PDF-') throw new Error(`${paper} answered ${response.status()} and no PDF`);
  }
}
