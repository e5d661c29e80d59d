import { newId } from '#kernel/id.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';
import { getBook } from '#domains/ledger/server/index.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import type { WorldHouse } from '#test/house.ts';

/** A cooperative's books with the people who keep them. */
export interface KeptBooks {
  readonly institutionId: string;
  readonly code: string;
  readonly bookId: string;
  readonly admin: Actor;
  /** Wati takes in cash and keeps the journal. */
  readonly cashier: Actor;
  /** Yusuf is the credit officer. */
  readonly officer: Actor;
  /** The chairman, who approves with his second factor. */
  readonly chairman: Actor;
  readonly auditor: Actor;
  /** The leaf of an account that officers post to, by its number in the chart. */
  account(number: string): Promise<string>;
  /** Somebody proposes, the chairman approves; answers what the command answered. */
  agreed(actor: Actor, kind: string, body: unknown): Promise<unknown>;
}

/** Opens the books of a cooperative with an amount of capital in its safe. */
export async function keepBooks(
  house: WorldHouse,
  options: { capital?: string; template?: string; openedOn?: string } = {},
): Promise<KeptBooks> {
  const institutionId = newId();
  const at = (role: string): RoleAssignment => ({
    role,
    jurisdiction: 'institution',
    at: institutionId,
  });
  const admin = actorWith('Pengelola', cityRole('admin'));
  const chairman = actorWith('Ketua Zul', at('penyetuju-lembaga'));
  const code = `buku-${newId().slice(-12)}`;
  await house.does(admin, 'ledger.open-book', {
    institutionId,
    code,
    name: 'Koperasi Harkat',
    openedOn: options.openedOn ?? house.now.toISOString().slice(0, 10),
    openingCapitalRupiah: options.capital ?? '10000000',
    template: options.template,
  });
  const { id: bookId } = await house.app.read(testCity, (db) => getBook(db, institutionId));
  return {
    institutionId,
    code,
    bookId,
    admin,
    cashier: actorWith('Kas Wati', at('kasir')),
    officer: actorWith('Petugas Yusuf', at('petugas-lembaga')),
    chairman,
    auditor: actorWith('Auditor Dar', cityRole('auditor')),
    async account(number) {
      const { rows } = await house.app.pools.owner.query<{ id: string }>(
        `select a.id from ledger.chart_account c
         join ledger.account a on a.city_id = c.city_id and a.book_id = c.book_id and a.control = c.control and a.leaf is null
         where c.book_id = $1 and c.number = $2`,
        [bookId, number],
      );
      if (!rows[0]) throw new Error(`no account ${number} to post to`);
      return rows[0].id;
    },
    async agreed(actor, kind, body) {
      const parked = await house.does(actor, kind, body);
      const { proposalId } = parked as { proposalId: string };
      return house.does(chairman, 'access.decide-proposal', { proposalId, approve: true });
    },
  };
}
