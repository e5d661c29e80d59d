import type { WorldHouse } from '../house.ts';
import type { Melati } from './melati.ts';

/** Who covers how much for whom at a meeting. */
export interface Covering {
  readonly obligor: string;
  readonly payer: string;
  readonly amountRupiah: bigint;
}

/** Holds the next planned meeting of Melati 2 and closes it: everybody pays her Rp 50.000, but for what others cover. */
export async function coveredMeeting(
  house: WorldHouse,
  melati: Melati,
  covers: readonly Covering[],
): Promise<{ meetingId: string; heldOn: string }> {
  const { rows } = await house.app.pools.owner.query<{ id: string; held_on: string }>(
    `select id, held_on::text as held_on from mentoring.meeting where state = 'planned' order by held_on limit 1`,
  );
  const meeting = rows[0];
  if (!meeting) throw new Error('no meeting is planned');
  house.now = new Date(`${meeting.held_on}T08:00:00Z`);
  const covered = (name: string) =>
    covers.filter((c) => name.startsWith(c.obligor)).reduce((sum, c) => sum + c.amountRupiah, 0n);
  const lines = melati.members.map(({ id, name }) => ({
    personId: id,
    presence: 'present',
    repaymentRupiah: (50_000n - covered(name)).toString(),
    savingsRupiah: '0',
  }));
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: meeting.id,
    lines,
    covers: covers.map((c) => ({
      obligorId: melati.member(c.obligor).id,
      payerId: melati.member(c.payer).id,
      amountRupiah: c.amountRupiah.toString(),
    })),
    coversAgreed: covers.length > 0,
    count: [{ denomination: 50_000, pieces: melati.members.length }],
  });
  return { meetingId: meeting.id, heldOn: meeting.held_on };
}
