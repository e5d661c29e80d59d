import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import type { WorldHouse } from '#test/house.ts';
import { foundMelati, institution, lend, user } from './melati.ts';
import type { Melati } from './melati.ts';

/** Melati 2, where Siti and Rohani owe the city's revolving fund too, and Dewi owes nobody but it. */
export interface TwoLenders extends Melati {
  readonly fund: string;
  readonly fundCashier: Actor;
}

/** Founds Melati 2 without loans; five borrow from the cooperative, and three from the fund. */
export async function foundTwoLenders(house: WorldHouse): Promise<TwoLenders> {
  const melati = await foundMelati(house, { loans: false });
  const admin = actorWith('Pengelola', cityRole('admin'));
  const today = house.now.toISOString().slice(0, 10);
  const fund = await institution(house, admin, {
    kind: 'revolving-fund',
    name: 'Dana Bergulir Kota',
    books: 'kept-here',
  });
  await house.does(admin, 'ledger.open-book', {
    institutionId: fund,
    code: 'bergulir',
    name: 'Dana Bergulir Kota',
    openedOn: today,
    openingCapitalRupiah: '1000000000',
  });
  const at = (role: 'petugas-lembaga' | 'penyetuju-lembaga' | 'kasir', institutionId: string) =>
    ({ role, jurisdiction: 'institution', at: institutionId }) as const;
  const fundCashier = await user(house, 'Kas Dana', at('kasir', fund));
  const named = (...names: string[]) => names.map((name) => melati.member(name));
  await lend(house, {
    ...{ today, groupId: melati.groupId, mentor: melati.mentor, cooperative: melati.cooperative },
    members: named('Siti', 'Rohani', 'Nurhayati', 'Yusnidar', 'Emi'),
    officer: await user(house, 'Petugas Harkat', at('petugas-lembaga', melati.cooperative)),
    approver: await user(house, 'Penyetuju Harkat', at('penyetuju-lembaga', melati.cooperative)),
    cashier: melati.cashier,
  });
  await lend(house, {
    ...{ today, groupId: melati.groupId, mentor: melati.mentor, cooperative: fund },
    productCode: 'bergulir-2026',
    compulsorySavingsPercent: '0',
    members: named('Siti', 'Rohani', 'Dewi'),
    officer: await user(house, 'Petugas Dana', at('petugas-lembaga', fund)),
    approver: await user(house, 'Penyetuju Dana', at('penyetuju-lembaga', fund)),
    cashier: fundCashier,
  });
  return { ...melati, fund, fundCashier };
}
