import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { groupName, surname } from './group.ts';
import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

export const problemText = 'Air sumur keruh, izin P-IRT Dapur Dewi tertahan';

/** Before the first meeting: when and where the group meets, and who comes. */
export async function planMeetings(
  visitors: Visitors,
  groupPath: string,
  first: string,
): Promise<void> {
  const page = await visitors.as('petugas', `${groupPath}/jadwal`);
  await page.locator('select[name=weekday]').selectOption({ label: 'Rabu' });
  await page.getByLabel('Jam mulai').fill('14:00');
  await page.getByLabel('Tempat').fill('Rumah Bu Siti');
  await page.locator('select[name=mentorId]').selectOption({ label: 'Rina Oktavia' });
  await page.getByLabel('Mulai tanggal').fill(first);
  await lookAt(page);
  await page.getByRole('button', { name: 'Simpan jadwal' }).click();
  await page.getByRole('heading', { name: groupName }).waitFor();
}

/** Step 4: one is absent, one pays half and two cover her, one saves extra; the count must fit; it is one command. */
export async function holdMeeting(visitors: Visitors): Promise<string> {
  const page = await visitors.as('pendamping', '/pertemuan');
  await page
    .getByRole('link', { name: new RegExp(groupName) })
    .first()
    .click();
  await page.locator('[data-ready]').waitFor();
  await lookAt(page);
  await openMember(page, 'Yusnidar');
  await choose(page, 'Tidak hadir');
  await choose(page, 'anak sakit');
  await closePanel(page);

  await openMember(page, 'Rohani');
  await choose(page, 'Setengah');
  await choose(page, `Siti Aminah ${surname}`);
  await choose(page, `Nurhayati ${surname}`);
  await page.getByRole('checkbox', { name: /Disetujui kelompok/ }).check();
  await lookAt(page);
  await closePanel(page);

  await openMember(page, 'Emi Suryani');
  await page.getByLabel('Tabungan tambahan').fill('5.000');
  await closePanel(page);
  await page
    .getByText(/255\.000/)
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Lanjut ke topik' }).click();
  await page.getByLabel('Catatan singkat').fill('Membahas harga jual');
  await page.setInputFiles('input[type=file]', {
    name: 'pertemuan.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(),
  });
  await page.getByRole('img', { name: /Foto pertemuan/ }).waitFor();
  await lookAt(page);
  await page.getByRole('button', { name: 'Lanjut ke masalah' }).click();
  await page.getByRole('button', { name: 'Catat masalah' }).click();
  await choose(page, 'Perizinan');
  await page.getByLabel('Masalahnya apa?').fill(problemText);
  await page.getByLabel('Yang menjawab').selectOption({ label: 'Dinas Kesehatan' });
  await page.getByRole('button', { name: 'Simpan masalah' }).click();
  await page.getByRole('button', { name: 'Lanjut hitung uang' }).click();

  // Rp 500 off: it cannot be closed, and says by how much.
  const close = page.getByRole('button', { name: 'Tutup pertemuan' });
  await page.getByLabel('Banyaknya 50.000').fill('5');
  await page.getByLabel('Banyaknya 2.000').fill('2');
  await page.getByLabel('Banyaknya 500').fill('1');
  await page
    .getByText(/Kurang Rp.500/)
    .first()
    .waitFor();
  if (await isEnabled(close)) throw new Error('a count that is Rp 500 short can be closed');
  await page.getByLabel('Banyaknya 500').fill('2');
  await lookAt(page);
  // A double click is one command.
  await close.dblclick();
  await page.getByText('Pertemuan sudah ditutup').first().waitFor();
  await page.getByText('Siti Aminah Kembang menanggung Rohani Kembang').waitFor();
  await lookAt(page);
  return new URL(page.url()).pathname;
}

async function openMember(page: Page, name: string): Promise<void> {
  await page.locator('li button.row', { hasText: `${name} ${surname}` }).click();
  await page.getByRole('dialog').waitFor();
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

async function closePanel(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Selesai' }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function isEnabled(button: ReturnType<Page['getByRole']>): Promise<boolean> {
  return (await button.isEnabled()) && (await button.getAttribute('aria-disabled')) !== 'true';
}

function photo(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#7a9' } })
    .jpeg()
    .toBuffer();
}
