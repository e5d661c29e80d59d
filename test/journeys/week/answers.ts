import { problemText } from './meeting.ts';
import type { Visitors } from './visitors.ts';
import { lookAt } from './visitors.ts';

/** Step 5: the department's officer finds the problem in her list, answers in writing, and closes it. */
export async function answerFinding(visitors: Visitors): Promise<void> {
  const page = await visitors.as('dinkes', '/suara');
  await lookAt(page);
  await page
    .getByRole('link', { name: new RegExp(problemText.slice(0, 20)) })
    .first()
    .click();
  await page
    .getByLabel('Jawaban untuk warga')
    .fill('Sanitarian datang 27 Nov; air diuji gratis, hasil dalam seminggu.');
  await lookAt(page);
  await page.getByRole('button', { name: 'Simpan jawaban' }).click();
  await page.getByRole('button', { name: 'Tutup temuan' }).click();
  await page.getByText('Selesai').first().waitFor();
  await lookAt(page);
}
