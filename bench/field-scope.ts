import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { places } from '#test/worlds/melati.ts';
import { growRegistry } from './grow-registry.ts';
import type { FieldWorld } from './field-world.ts';

const today = '2026-01-07';
const groups = 9;
const membersEach = 25;
/** Enough people in the city that her kecamatan has nearly as many businesses as a phone lists. */
const neighbours = 43_000;
const planned = 480;
const visited = 400;

/**
 * Gives Melati's mentor as much as a phone is meant to carry: ten groups with their loans and meetings, the businesses
 * of a large kecamatan, the visits she made in five weeks and those planned for the next four.
 */
export async function fillScope(world: FieldWorld): Promise<void> {
  for (let nth = 1; nth <= groups; nth += 1) await foundGroup(world, nth);
  await growRegistry(world.app, neighbours);
  const { mentor } = world.melati;
  // Straight into the tables: only their number and size matter here.
  await world.owner.query(
    `with hers as (select id, owner_id, row_number() over (order by id) - 1 as n from registry.business
       where city_id = '15.71' and kecamatan_code = $2 limit $3::int + $4::int),
     made as (insert into mentoring.visit (city_id, id, business_id, person_id, mentor_id, done_on, fields, note,
         turnover_month_rupiah, recorded_at, recorded_on)
       select '15.71', gen_random_uuid(), id, owner_id, $1, $5::date - 1 - (n % 34)::int, '{production,marketing}',
         'Pisahkan uang usaha dari uang dapur', 2000000 + n * 1000, now(), $5::date from hers where n < $4)
     insert into mentoring.planned_visit (city_id, id, business_id, mentor_id, on_day, first_on, origin, origin_id, state,
       changed_at, changed_by)
     select '15.71', gen_random_uuid(), id, $1, $5::date + (n % 28)::int, $5::date + (n % 28)::int, 'plan', gen_random_uuid(),
       'planned', now(), $1 from hers where n >= $4`,
    [mentor.userId, places.kecamatan, planned, visited, today],
  );
  await world.owner.query('analyze');
}

async function foundGroup({ does, melati, owner }: FieldWorld, nth: number): Promise<void> {
  const { mentor, officer, verifier, head, cashier, lenderOfficer, approver } = melati;
  const members = Array.from({ length: membersEach }, (_, i) => ({
    id: newId(),
    name: `Ibu ${nth}-${i + 1}`,
    nik: `99710152048${nth}${String(i + 1).padStart(4, '0')}`,
  }));
  await does(systemActor, 'registry.register-people', {
    source: 'Daftar contoh',
    people: members.map(({ id, name, nik }, i) => ({
      ...{ id, name, sex: 'female', bornOn: '1985-03-12', nik, address: null },
      phone: `+62813${nth}00${String(i).padStart(5, '0')}`,
      kelurahanCode: places.kelurahan,
      businesses: [
        {
          ...{ id: newId(), name: `Usaha ${name}`, product: 'kue basah', sector: 'culinary' },
          ...{ kbli: null, nib: null, kelurahanCode: places.kelurahan, address: null },
        },
      ],
    })),
  });
  const groupId = newId();
  await does(officer, 'registry.propose-group', {
    ...{ groupId, name: `Kenanga ${nth}`, sector: 'culinary', mentorId: mentor.userId },
    kelurahanCode: places.kelurahan,
    members: members.map(({ id }, i) => ({ personId: id, role: i === 0 ? 'ketua' : 'anggota' })),
  });
  await does(verifier, 'registry.verify-group', { groupId, note: 'Dikunjungi dan diperiksa' });
  await does(head, 'registry.recognise-groups', { decreeId: newId(), groupIds: [groupId] });
  const { rows } = await owner.query<{ id: string }>('select id from lending.product limit 1');
  const applicationId = newId();
  await does(mentor, 'lending.apply', {
    ...{ applicationId, productId: rows[0]?.id, groupId, firstDueOn: addDays(today, 7) },
    members: members.map(({ id }) => ({ personId: id, amountRupiah: '2000000', purpose: 'Modal' })),
  });
  await does(lenderOfficer, 'lending.recommend-application', { applicationId });
  await does(approver, 'lending.approve-application', { applicationId });
  await does(cashier, 'lending.disburse-application', { applicationId });
  await does(mentor, 'mentoring.plan-meetings', {
    ...{ seriesId: newId(), groupId, weekday: 3, startTime: '09:00', place: 'Balai' },
    ...{ mentorId: mentor.userId, from: addDays(today, 1), until: addDays(today, 56) },
  });
}
