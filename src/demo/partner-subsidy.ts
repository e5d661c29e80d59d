import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays, addMonths } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import { instant, send } from './demo-house.ts';
import { demoCity } from './jambi.ts';
import type { PartnerYear } from './partner-lending.ts';

/** How many of the bank's loans the city shares the interest of. */
const subsidisedLoans = 14;

/** The city takes over part of the bank's interest: an agreement, its loans, and a claim for every month that ended. */
export async function playSubsidy(year: PartnerYear): Promise<void> {
  const { house, city, today, ids } = year;
  const petugas = city.actor('petugas');
  const head = city.actor('kepala.dinas');
  const agreementId = ids.next();
  const does = (kind: string, actor: Actor, at: [BusinessDate, string], body: unknown) =>
    send(house, { kind, actor, at: instant(...at), body });
  const on = addDays(today, -185);
  const proposed = await does('lending.offer-subsidy', petugas, [on, '09:00'], {
    agreementId,
    institutionId: city.institutions.bank,
    number: `500.3/17/PKS/${on.slice(0, 4)}`,
    name: 'Subsidi Bunga Usaha Mikro Bahagia',
    validFrom: addDays(today, -230),
    validTo: addDays(today, 400),
    borrowerRatePercent: '3',
    governmentSharePercent: '6',
    capRupiah: '15000000',
    mostPrincipalRupiah: '10000000',
    budgetLine: '5.1.05.01 Belanja Subsidi Bunga UMKM',
    sourceDocument: 'Peraturan Wali Kota tentang Subsidi Bunga Usaha Mikro',
  });
  const { proposalId } = proposed as { proposalId: string };
  const approve = { proposalId, approve: true, why: 'Sesuai DPA tahun berjalan' };
  await does('access.decide-proposal', head, [on, '13:00'], approve);
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ id: string; closed_on: BusinessDate | null }>`
      select l.id, l.closed_on from lending.partner_loan l
      where l.city_id = ${db.city} and l.institution_id = ${city.institutions.bank}
        and l.principal = (select sum(s.principal) from lending.partner_schedule_line s where s.city_id = l.city_id and s.loan_id = l.id)
      order by l.closed_on nulls last, l.number limit ${subsidisedLoans}`.execute(db),
  );
  const loanIds = rows.filter((row) => row.closed_on === null).map((row) => row.id);
  await does('lending.accept-subsidised-loans', petugas, [addDays(on, 2), '09:00'], {
    agreementId,
    loanIds,
  });
  await claimMonths(year, { agreementId, petugas, head });
  // Found not eligible when the department visited: what was accrued since then is taken back in the next claim.
  const ended = {
    loanId: loanIds.at(-1),
    endedOn: addDays(today, -70),
    why: 'ineligible',
    note: 'Usaha sudah tutup saat dikunjungi',
  };
  const yesterday = addDays(today, -1);
  await does('lending.end-subsidy', petugas, [yesterday, '11:00'], ended);
  // As every night does in a house that is left on.
  await does('lending.accrue-subsidy', petugas, [yesterday, '23:30'], { day: yesterday });
}

/** Months are claimed on the fourth of the next one; the treasury answers and pays the older ones. */
async function claimMonths(
  { house, city, today, ids }: PartnerYear,
  given: { agreementId: string; petugas: Actor; head: Actor },
): Promise<void> {
  const thisMonth = `${today.slice(0, 7)}-01`;
  for (let ago = 5; ago >= 1; ago -= 1) {
    const month = addMonths(thisMonth, -ago);
    const on = addDays(addMonths(month, 1), 3);
    if (on >= today) continue;
    const claimId = ids.next();
    const does = (kind: string, actor: Actor, day: BusinessDate, body: object) =>
      send(house, { kind, actor, at: instant(day, '10:00'), body: { claimId, ...body } });
    const drafted = await does('lending.draft-claim', city.actor('bank'), on, {
      agreementId: given.agreementId,
      month: month.slice(0, 7),
    });
    const { total } = drafted as { total: string };
    if (ago === 1) continue;
    await does('lending.send-claim', given.head, on, {});
    if (ago === 2) continue;
    const answeredOn = addDays(on, 9);
    const answer = { accepted: total, answeredOn, note: 'Lengkap dan sesuai' };
    await does('lending.answer-claim', given.petugas, answeredOn, answer);
    if (ago === 3) continue;
    const payment = {
      paid: total,
      paidOn: addDays(on, 14),
      reference: `SP2D ${month.slice(0, 7)}/0${ago}17`,
    };
    await does('lending.pay-claim', given.petugas, payment.paidOn, payment);
  }
}
