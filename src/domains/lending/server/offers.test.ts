import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { comparableOffers, listWrittenOffers } from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
let jambi: Jambi;

beforeAll(async () => {
  jambi = await foundJambi(house);
});

const refusal = (code: string) => expect.objectContaining({ code });

const price = {
  kind: 'told',
  askedRupiah: '1000000',
  receivedRupiah: '900000',
  instalmentRupiah: '1420000',
  installments: 1,
  repayEvery: { count: 24, unit: 'day' },
};

function offer(change: object = {}) {
  return {
    offerId: newId(),
    institutionId: jambi.cooperativeId,
    name: 'Rentenir, 24 hari',
    lender: 'Contoh',
    sort: 'moneylender',
    unsettled: null,
    sourceDocument: 'Berita 22 Mei 2019',
    validFrom: '2026-04-01',
    validTo: null,
    price,
    ...change,
  };
}

async function proposed(kind: string, body: object): Promise<string> {
  const answer = await house.does(jambi.officers.rina, kind, body);
  return (answer as Record<string, string>).proposalId ?? '';
}

function approve(proposalId: string, actor: Actor = jambi.officers.zulkifli): Promise<Json> {
  return house.does(actor, 'access.decide-proposal', {
    proposalId,
    approve: true,
    why: 'Sesuai sumber',
  });
}

async function published(change: object = {}): Promise<ReturnType<typeof offer>> {
  const body = offer(change);
  await approve(await proposed('lending.publish-offer', body));
  return body;
}

const publicNames = async (on: string) =>
  (await house.app.read(testCity, (db) => comparableOffers(db, on))).map((one) => one.name);

describe('writing a price down', () => {
  it('shows in public once a second person approved it, and not before', async () => {
    const body = offer({ name: 'Menunggu mata kedua' });
    const proposalId = await proposed('lending.publish-offer', body);
    expect(await publicNames('2026-04-01')).not.toContain('Menunggu mata kedua');
    await expect(approve(proposalId, jambi.officers.rina)).rejects.toEqual(
      refusal('access.own-proposal'),
    );
    await approve(proposalId);
    expect(await publicNames('2026-04-01')).toContain('Menunggu mata kedua');
  });

  it('stands beside the products kept here, savings given back at the end', async () => {
    const offers = await house.app.read(testCity, (db) => comparableOffers(db, '2026-04-01'));
    const product = offers.find((one) => one.id === jambi.productId);
    expect(product).toMatchObject({
      lender: 'Kopwan Harapan',
      sort: 'cooperative',
      price: { kind: 'terms', savingsPercent: '5' },
    });
  });

  it('is compared only within the days it holds', async () => {
    await published({ name: 'Hanya April', validTo: '2026-04-30' });
    expect(await publicNames('2026-04-30')).toContain('Hanya April');
    expect(await publicNames('2026-05-01')).not.toContain('Hanya April');
    expect(await publicNames('2026-03-31')).not.toContain('Hanya April');
  });

  it('takes the place of the old price from its first day', async () => {
    const old = await published({ name: 'Bunga lama' });
    await published({ name: 'Bunga baru', validFrom: '2026-06-01', replacesId: old.offerId });
    expect(await publicNames('2026-05-31')).toContain('Bunga lama');
    expect(await publicNames('2026-05-31')).not.toContain('Bunga baru');
    expect(await publicNames('2026-06-01')).toContain('Bunga baru');
    expect(await publicNames('2026-06-01')).not.toContain('Bunga lama');
  });

  it('refuses a price nobody can compute, more received than lent, and an end before the beginning', async () => {
    const hopeless = { ...price, instalmentRupiah: '0' };
    await expect(proposed('lending.publish-offer', offer({ price: hopeless }))).rejects.toEqual(
      refusal('command.invalid-input'),
    );
    const generous = { ...price, receivedRupiah: '1000001' };
    await expect(proposed('lending.publish-offer', offer({ price: generous }))).rejects.toEqual(
      refusal('command.invalid-input'),
    );
    await expect(
      proposed('lending.publish-offer', offer({ validTo: '2026-03-01' })),
    ).rejects.toEqual(refusal('command.invalid-input'));
  });

  it('is no business of a mentor, nor of a lender for another lender', async () => {
    await expect(
      house.does(jambi.officers.fitri, 'lending.publish-offer', offer()),
    ).rejects.toEqual(refusal('command.not-allowed'));
    await expect(
      house.does(jambi.officers.yuni, 'lending.publish-offer', offer({ institutionId: newId() })),
    ).rejects.toEqual(refusal('command.not-allowed'));
  });
});

describe('ending an offer', () => {
  it('needs a second person, keeps it readable, and ends it once', async () => {
    const { offerId, name } = await published({ name: 'Segera berakhir' });
    const body = { offerId, name, validTo: '2026-04-10' };
    await approve(await proposed('lending.end-offer', body));
    expect(await publicNames('2026-04-11')).not.toContain('Segera berakhir');
    const all = await house.app.read(testCity, (db) => listWrittenOffers(db));
    expect(all.find((one) => one.id === offerId)?.validTo).toBe('2026-04-10');
    await expect(proposed('lending.end-offer', { ...body, validTo: '2026-05-01' })).rejects.toEqual(
      refusal('lending.offer-ended'),
    );
  });

  it('refuses a last day before its first, an offer under another name, and one that is not there', async () => {
    const { offerId, name } = await published({ name: 'Mulai Mei', validFrom: '2026-05-01' });
    await expect(
      proposed('lending.end-offer', { offerId, name, validTo: '2026-04-01' }),
    ).rejects.toEqual(refusal('lending.offer-ends-too-soon'));
    await expect(
      proposed('lending.end-offer', { offerId, name: 'Nama lain', validTo: '2026-06-01' }),
    ).rejects.toEqual(refusal('lending.unknown-offer'));
    await expect(
      proposed('lending.end-offer', { offerId: newId(), name, validTo: '2026-06-01' }),
    ).rejects.toEqual(refusal('lending.unknown-offer'));
  });
});
