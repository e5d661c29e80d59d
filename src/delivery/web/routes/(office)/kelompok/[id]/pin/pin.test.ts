import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { verifySecret } from '#domains/access/server/password.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { actions } from './+page.server.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
});

interface Pressed {
  status?: number;
  slip?: { name: string; cardNumber: string; pin: string };
}

async function press(actor: Actor, cardId: string): Promise<Pressed> {
  const url = new URL(`http://localhost/kelompok/${melati.groupId}/pin`);
  const form = new FormData();
  form.set('commandId', newId());
  form.set('cardId', cardId);
  const event = {
    url,
    params: { id: melati.groupId },
    request: new Request(url, { method: 'POST', body: form }),
    locals: { app: house.app, actor, city: testCity },
  };
  return (await actions.default?.(event as never)) as Pressed;
}

const cards = () =>
  house.database.read(async (db) => {
    const { rows } = await sql<{ id: string; name: string; pinHash: string | null }>`
      select c.id, p.name, c.pin_hash as "pinHash" from registry.member_card c
      join registry.person p on p.city_id = c.city_id and p.id = c.person_id
      where c.city_id = ${db.city} order by p.name`.execute(db);
    return rows;
  });

test('a new PIN is shown once, opens the card, and stands nowhere else', async () => {
  const [card] = await cards();
  const { slip } = await press(melati.officer, card?.id ?? '');
  expect(slip).toMatchObject({ name: card?.name, pin: expect.stringMatching(/^\d{6}$/) });
  const pin = slip?.pin ?? '';
  const kept = (await cards()).find((one) => one.id === card?.id);
  expect(await verifySecret(pin, kept?.pinHash ?? '')).toBe(true);
  const line = await house.database.read(async (db) => {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(a)::text as line from access.audit_line a
      where a.city_id = ${db.city} order by a.seq desc limit 1`.execute(db);
    return rows[0]?.line;
  });
  expect(line).toContain('registry.set-member-pin');
  expect(line).not.toContain(`"${pin}"`);
  expect(line).not.toContain(` ${pin}`);
});

test('a card that is not of this group gets no PIN', async () => {
  expect(await press(melati.officer, newId())).toMatchObject({ status: 404 });
});

test('a mentor of another area does not find the group', async () => {
  const [card] = await cards();
  await expect(press(melati.strangerMentor, card?.id ?? '')).rejects.toMatchObject({
    status: 404,
  });
});
