import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { testCity } from '#test/database.ts';
import {
  applied,
  approved,
  castNames,
  disbursed,
  foundJambi,
  offeredProduct,
} from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { findApplication } from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
const firstDueOn = '2026-04-08';
const everything = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
let jambi: Jambi;

beforeAll(async () => {
  jambi = await foundJambi(house);
});

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

async function balances(): Promise<Map<string, bigint>> {
  const { rows } = await house.app.pools.owner.query<{ control: string; total: string }>(
    'select control, sum(balance)::text as total from ledger.account where city_id = $1 group by control',
    [testCity],
  );
  return new Map(rows.map((row) => [row.control, BigInt(row.total)]));
}

/** What changed in the books' control totals, control by control. */
async function movedBy(work: () => Promise<unknown>): Promise<Record<string, bigint>> {
  const before = await balances();
  await work();
  const after = await balances();
  const moved = [...after].map(
    ([control, total]) => [control, total - (before.get(control) ?? 0n)] as const,
  );
  return Object.fromEntries(moved.filter(([, change]) => change !== 0n));
}

describe('offering a product', () => {
  it('waits for a second person of the lender', async () => {
    const productId = newId();
    const body = {
      productId,
      institutionId: jambi.cooperativeId,
      code: 'uji-empat-mata',
      name: 'Uji',
      terms: weeklyTerms,
      minimumRupiah: '2000000',
      maximumRupiah: '5000000',
      stepRupiah: '500000',
      compulsorySavingsPercent: '5',
      jointLiability: true,
      sourceDocument: 'SK Pengurus 02/2026',
      validFrom: '2026-01-01',
      validTo: null,
    };
    const { yuni, bambang } = jambi.officers;
    const { proposalId } = (await house.does(yuni, 'lending.offer-product', body)) as {
      proposalId: string;
    };
    await expect(
      house.does(yuni, 'access.decide-proposal', { proposalId, approve: true }),
    ).rejects.toMatchObject({ code: 'access.own-proposal' });
    await house.does(bambang, 'access.decide-proposal', { proposalId, approve: true });
    // Not days later, to whoever approves.
    await expect(
      house.does(yuni, 'lending.offer-product', { ...body, productId: newId() }),
    ).rejects.toEqual(refusal('product-code-taken'));
  });

  it('refuses terms from which no schedule can be made', async () => {
    const terms = { ...weeklyTerms, interestMethod: 'declining' };
    await expect(
      offeredProduct(house, {
        officers: jambi.officers,
        cooperativeId: jambi.cooperativeId,
        change: { terms },
      }),
    ).rejects.toEqual(refusal('terms-impossible'));
  });
});

describe('applying', () => {
  it('keeps each member’s pre-check with reasons and refuses nobody by machine', async () => {
    const applicationId = await applied(house, jambi, { firstDueOn });
    const found = await house.app.read(testCity, (db) =>
      findApplication(db, applicationId, everything),
    );
    expect(found?.members.map((member) => member.name)).toEqual(castNames);
    const checks = found?.members[0]?.checks ?? [];
    expect(checks.map((check) => `${check.code} ${check.result}`)).toEqual([
      'group-member pass',
      'age pass',
      'consent fail',
      'no-active-loan pass',
      'no-arrears pass',
      'attendance unknown',
      'amount pass',
    ]);
    expect(
      checks
        .filter((check) => check.result !== 'pass')
        .every((check) => check.remedy?.id && check.remedy.en),
    ).toBe(true);
  });

  it('takes down who agreed that the lender uses her data', async () => {
    const applicationId = await applied(house, jambi, { firstDueOn, consents: true });
    const found = await house.app.read(testCity, (db) =>
      findApplication(db, applicationId, everything),
    );
    const consent = found?.members.flatMap((member) =>
      member.checks.filter((check) => check.code === 'consent'),
    );
    expect(consent?.map((check) => check.result)).toEqual(castNames.map(() => 'pass'));
  });

  it('refuses amounts outside the product, naming member and limits', async () => {
    await expect(
      applied(house, jambi, { firstDueOn, amountRupiah: 5_500_000n }),
    ).rejects.toMatchObject({
      code: 'lending.amount-outside-product',
      words: { id: expect.stringMatching(/Dewi Lestari.*2\.000\.000.*5\.000\.000/) },
    });
    await expect(applied(house, jambi, { firstDueOn, amountRupiah: 2_250_000n })).rejects.toEqual(
      refusal('amount-outside-product'),
    );
  });

  it('refuses one person alone, strangers, and a first instalment that is not after today', async () => {
    await expect(applied(house, jambi, { firstDueOn, names: ['Rohani'] })).rejects.toEqual(
      refusal('needs-peers'),
    );
    await expect(applied(house, jambi, { firstDueOn: '2026-04-01' })).rejects.toEqual(
      refusal('first-due-too-soon'),
    );
    const members = [newId(), newId()].map((personId) => ({ personId, amountRupiah: '2000000' }));
    const { group, productId } = jambi;
    await expect(
      house.does(jambi.officers.rina, 'lending.apply', {
        applicationId: newId(),
        groupId: group.id,
        productId,
        firstDueOn,
        members,
      }),
    ).rejects.toEqual(refusal('not-in-group'));
  });
});

describe('deciding', () => {
  it('takes two different people: who recommended may not approve', async () => {
    const both = {
      ...jambi.officers.yuni,
      roles: [...jambi.officers.yuni.roles, ...jambi.officers.bambang.roles],
    };
    const applicationId = await applied(house, jambi, { firstDueOn });
    await house.does(both, 'lending.recommend-application', { applicationId });
    await expect(
      house.does(both, 'lending.approve-application', { applicationId }),
    ).rejects.toEqual(refusal('own-recommendation'));
    await house.does(jambi.officers.bambang, 'lending.approve-application', { applicationId });
  });

  it('goes one step at a time', async () => {
    const applicationId = await applied(house, jambi, { firstDueOn });
    const { yuni, bambang } = jambi.officers;
    await expect(
      house.does(bambang, 'lending.approve-application', { applicationId }),
    ).rejects.toEqual(refusal('wrong-state'));
    await expect(
      house.does(yuni, 'lending.disburse-application', { applicationId }),
    ).rejects.toEqual(refusal('wrong-state'));
    await house.does(bambang, 'lending.refuse-application', { applicationId, reason: 'documents' });
    await expect(
      house.does(yuni, 'lending.recommend-application', { applicationId }),
    ).rejects.toEqual(refusal('wrong-state'));
  });

  it('asks for a few words when the reason is another one', async () => {
    const applicationId = await applied(house, jambi, { firstDueOn });
    await expect(
      house.does(jambi.officers.bambang, 'lending.refuse-application', {
        applicationId,
        reason: 'other',
      }),
    ).rejects.toMatchObject({ code: 'command.invalid-input' });
  });

  it('is not for officers of another lender, nor without the second factor', async () => {
    const applicationId = await applied(house, jambi, { firstDueOn });
    const elsewhere = {
      ...jambi.officers.yuni,
      roles: [{ role: 'petugas-lembaga', jurisdiction: 'institution' as const, at: newId() }],
    };
    await expect(
      house.does(elsewhere, 'lending.recommend-application', { applicationId }),
    ).rejects.toMatchObject({
      code: 'command.not-allowed',
    });
    await house.does(jambi.officers.yuni, 'lending.recommend-application', { applicationId });
    await expect(
      house.does(
        { ...jambi.officers.bambang, secondFactor: false },
        'lending.approve-application',
        { applicationId },
      ),
    ).rejects.toMatchObject({ code: 'command.second-factor-needed' });
  });
});

describe('disbursing', () => {
  it('posts loans, cash and compulsory savings in one go', async () => {
    const moved = await movedBy(() => disbursed(house, jambi, { firstDueOn }));
    expect(moved).toEqual({
      'Aset:Piutang Pinjaman': 12_000_000n,
      'Aset:Kas:Brankas': -11_400_000n,
      'Kewajiban:Simpanan Wajib Pinjaman': -600_000n,
    });
  });

  it('makes fifty weekly instalments of Rp 50,000 from the first due day', async () => {
    const { loanIds } = await disbursed(house, jambi, { firstDueOn });
    const { rows } = await house.app.pools.owner.query(
      `select cardinality(due_on) as n, due_on[1]::text as first, due_on[50]::text as last, principal_due[50]::text as principal,
        interest_due[50]::text as interest, principal_due[1]::text as one, interest_due[1]::text as one_interest
       from lending.schedule_version where loan_id = $1`,
      [loanIds['Siti Aminah']],
    );
    expect(rows).toEqual([
      {
        n: 50,
        first: '2026-04-08',
        last: '2027-03-17',
        principal: '2000000',
        interest: '500000',
        one: '40000',
        one_interest: '10000',
      },
    ]);
  });

  it('refuses a second disbursement and says when the first was', async () => {
    const { applicationId } = await disbursed(house, jambi, { firstDueOn });
    const moved = await movedBy(() =>
      expect(
        house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId }),
      ).rejects.toMatchObject({
        code: 'lending.already-disbursed',
        words: {
          id: expect.stringContaining('1 Apr 2026'),
          en: expect.stringContaining('cannot be disbursed twice'),
        },
      }),
    );
    expect(moved).toEqual({});
  });

  it('takes the same command twice as one', async () => {
    const applicationId = await approved(house, jambi, { firstDueOn });
    const id = newId();
    const send = () =>
      house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId }, id);
    const first = await send();
    const moved = await movedBy(async () => expect(await send()).toEqual(first));
    expect(moved).toEqual({});
  });

  it('lets one of several disbursements at once through', async () => {
    const applicationId = await approved(house, jambi, { firstDueOn });
    const sent = await Promise.allSettled(
      [1, 2, 3, 4].map(() =>
        house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId }),
      ),
    );
    expect(sent.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const each of sent) {
      if (each.status === 'rejected') expect(each.reason).toEqual(refusal('already-disbursed'));
    }
  });

  it('refuses when the till is short, and nothing is left behind', async () => {
    const poor = await house.app.pools.owner.query<{ id: string; balance: string }>(
      `select id, balance::text from ledger.account where control = 'Aset:Kas:Brankas'`,
    );
    const applicationId = await approved(house, jambi, { firstDueOn });
    await house.app.pools.owner.query('update ledger.account set balance = 1000000 where id = $1', [
      poor.rows[0]?.id,
    ]);
    await expect(
      house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId }),
    ).rejects.toEqual(refusal('till-too-small'));
    await house.app.pools.owner.query('update ledger.account set balance = $2 where id = $1', [
      poor.rows[0]?.id,
      poor.rows[0]?.balance,
    ]);
    await house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId });
  });

  it('asks for a later first instalment when its day has passed', async () => {
    const applicationId = await approved(house, jambi, { firstDueOn });
    house.now = new Date('2026-04-09T02:00:00Z');
    await expect(
      house.does(jambi.officers.yuni, 'lending.disburse-application', { applicationId }),
    ).rejects.toEqual(refusal('first-due-too-soon'));
    await house.does(jambi.officers.yuni, 'lending.disburse-application', {
      applicationId,
      firstDueOn: '2026-04-15',
    });
    house.now = new Date('2026-04-01T02:00:00Z');
  });
});
