import { sum } from '#kernel/money.ts';
import type { OutboxCommand } from '#platform/sync/ports.ts';
import type { City } from './city.ts';
import type { PhoneDisk } from './phone-store.ts';

/** A sentence when the cash that phones were told has arrived is not the cash the city holds. */
export function cashDiffers(disks: readonly PhoneDisk[], city: City): string | null {
  const arrived = new Map(
    disks
      .flatMap((disk) => [...disk.commands.values()])
      .filter(({ state }) => state === 'delivered' || state === 'needs-review')
      .map((command) => [command.id, cashOf(command)]),
  );
  const [told, held] = [
    sum([...arrived.values()]),
    sum(city.money.map(({ amountRupiah }) => amountRupiah)),
  ];
  if (told === held) return null;
  return `phones were told of Rp ${String(told)}, and the city holds Rp ${String(held)}`;
}

interface CashBody {
  readonly count?: readonly { readonly denomination: number; readonly pieces: number }[];
  readonly amount?: number;
  readonly amountRupiah?: string;
}

/** What she counted or was handed, by the sealed text: that is there also of what came out of a file. */
function cashOf({ sealed }: OutboxCommand): bigint {
  const { body } = JSON.parse(Buffer.from(sealed, 'base64url').toString()) as { body: CashBody };
  const counted = (body.count ?? []).map((one) => BigInt(one.denomination) * BigInt(one.pieces));
  return sum([...counted, BigInt(body.amountRupiah ?? body.amount ?? 0)]);
}
