import { newId } from '#kernel/id.ts';
import { enrolmentOf, newIdentity } from '#test/field/field-phone.ts';
import type { PhoneIdentity } from '#test/field/field-phone.ts';
import { growRegistry } from './grow-registry.ts';
import type { FieldWorld } from './field-world.ts';

/** A mentor of one kecamatan with her phone and the businesses she looks after. */
export interface FieldMentor extends PhoneIdentity {
  readonly businesses: readonly string[];
}

/**
 * So many mentors, each with an account, a role in her kecamatan, a phone of her own and businesses that are nobody
 * else's. Straight into the tables: here only the door is measured.
 */
export async function enrolMentors(
  world: FieldWorld,
  count: number,
  businessesEach: number,
): Promise<FieldMentor[]> {
  // Kecamatan do not divide evenly: some are left over in each.
  await growRegistry(world.app, 2 * (count + 20) * businessesEach);
  const { rows } = await world.owner.query<{ kecamatan: string; ids: string[] }>(
    `select kecamatan_code as kecamatan, array_agg(id order by id) as ids from (
       select kecamatan_code, id, (row_number() over (partition by kecamatan_code order by id) - 1) / $1 as share
       from registry.business) b
     group by kecamatan_code, share having count(*) = $1 order by kecamatan_code, share limit $2`,
    [businessesEach, count],
  );
  const mentors = rows.map(({ kecamatan, ids }, i) => {
    const phone = newIdentity();
    return { ...phone, userId: newId(), login: `pendamping.${i}`, kecamatan, businesses: ids };
  });
  await world.owner.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as m (user_id uuid, login text, kecamatan text, role_id uuid,
       device_id uuid, name text, push text, read text)),
     accounts as (insert into access.user_account (city_id, id, login, name, password_hash, password_set_at)
       select '15.71', user_id, login, 'Pendamping ' || login, '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA', now() from given),
     roles as (insert into access.role_assignment (city_id, id, user_id, role, jurisdiction, jurisdiction_id, valid_from)
       select '15.71', role_id, user_id, 'pendamping', 'kecamatan', kecamatan, '2020-01-01' from given)
     insert into access.device (city_id, id, user_id, name, push_secret_hash, read_secret_hash, enrolled_at, last_seen_at)
     select '15.71', device_id, user_id, name, decode(push, 'hex'), decode(read, 'hex'), now(), now() from given`,
    [
      JSON.stringify(
        mentors.map((mentor) => {
          const { deviceId, name, pushSecretHash, readSecretHash } = enrolmentOf(mentor);
          const { userId, login, kecamatan } = mentor;
          const secrets = { push: pushSecretHash, read: readSecretHash };
          const who = { user_id: userId, login, kecamatan, role_id: newId() };
          return { ...who, device_id: deviceId, name, ...secrets };
        }),
      ),
    ],
  );
  await world.owner.query('analyze');
  return mentors;
}
