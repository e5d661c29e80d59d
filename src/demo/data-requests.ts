import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';

interface Asking {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
}

/** What four members asked about their own data lately: one was shown hers, one may not be erased yet, two still wait. */
export async function askAboutData({ house, city, groups, today }: Asking): Promise<void> {
  const member = (group: number, place: number) => groups[group]?.members[place]?.id;
  const desk = city.actor('petugas');
  const receive = async (given: Record<string, string | undefined>, daysAgo: number) => {
    const on = addDays(today, -daysAgo);
    const body = { channel: 'counter', proof: 'ktp', receivedOn: on, ...given };
    const kind = 'registry.receive-data-request';
    return send(house, { kind, actor: desk, at: instant(on, '10:00'), body }) as Promise<{
      requestId: string;
    }>;
  };
  const answer = async (requestId: string, daysAgo: number, given: Record<string, string>) => {
    const at = instant(addDays(today, -daysAgo), '15:00');
    const kind = 'registry.answer-data-request';
    await send(house, { kind, actor: city.actor('dpo'), at, body: { requestId, ...given } });
  };
  const words = 'Saya ingin tahu apa saja yang disimpan kota tentang saya.';
  const seen = await receive({ personId: member(0, 3), kind: 'access', words }, 12);
  await answer(seen.requestId, 11, {
    decision: 'granted',
    answer: 'Berkas dicetak dan diserahkan langsung kepada yang bersangkutan.',
  });
  const gone = await receive(
    {
      personId: member(2, 1),
      kind: 'erasure',
      words: 'Saya sudah tidak berjualan, mohon data saya dihapus.',
    },
    8,
  );
  await answer(gone.requestId, 6, {
    decision: 'refused',
    answer:
      'Ada pinjaman yang belum selesai dan dokumennya wajib disimpan sepuluh tahun (UU 8/1997). Pemakaian data dapat dibatasi bila diminta.',
  });
  await receive(
    {
      personId: member(4, 2),
      kind: 'stop',
      channel: 'mentor',
      words: 'Jangan dibagikan lagi ke bank.',
    },
    4,
  );
  await receive(
    {
      personId: member(5, 0),
      kind: 'correction',
      field: 'address',
      value: 'Jl. Kenanga No. 12',
      words: 'Alamat saya salah, rumah nomor 12 bukan 21.',
    },
    1,
  );
}
