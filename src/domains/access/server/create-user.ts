import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { createUserInput, grantRoleInput } from '../input.ts';
import { accessProblems } from '../problems.ts';
import { roles } from '../roles.ts';
import type { Role } from '../roles.ts';

interface NewRole {
  readonly role: Role;
  readonly jurisdiction: string;
  readonly at: string | null;
}

/** Creates somebody who signs in, with her roles. The caller hashed the password. */
export const createUser = defineCommand({
  kind: 'access.create-user',
  version: 1,
  input: createUserInput,
  async handle(tx, body, context) {
    const { rows } = await sql`
      insert into access.user_account (city_id, id, login, name, nip, title, password_hash, password_set_at)
      values (${tx.city}, ${body.userId}, ${body.login}, ${body.name}, ${body.nip ?? null}, ${body.title ?? null},
        ${body.passwordHash}, ${context.now})
      on conflict do nothing returning id`.execute(tx);
    if (rows.length === 0) throw accessProblems.loginTaken();
    await addRoles(tx, {
      userId: body.userId,
      roles: body.roles,
      from: context.today,
      until: null,
    });
    const named = body.roles.map((r) => roles[r.role].id).join(', ');
    return {
      answer: { userId: body.userId },
      audit: {
        subject: { kind: 'user', id: body.userId },
        says: {
          id: `Membuat pengguna ${body.name} (${named})`,
          en: `Created the user ${body.name} (${body.roles.map((r) => roles[r.role].en).join(', ')})`,
        },
        data: { login: body.login, roles: body.roles },
      },
    };
  },
});

/** Gives a user one more role. */
export const grantRole = defineCommand({
  kind: 'access.grant-role',
  version: 1,
  input: grantRoleInput,
  async handle(tx, body, context) {
    const { rows } = await sql<{ name: string }>`
      select name from access.user_account where city_id = ${tx.city} and id = ${body.userId}`.execute(
      tx,
    );
    const user = rows[0];
    if (!user) throw accessProblems.unknownUser();
    await addRoles(tx, {
      userId: body.userId,
      roles: [body.role],
      from: context.today,
      until: body.until ?? null,
    });
    return {
      answer: { userId: body.userId },
      audit: {
        subject: { kind: 'user', id: body.userId },
        says: {
          id: `Memberi peran ${roles[body.role.role].id} kepada ${user.name}`,
          en: `Gave ${user.name} the role ${roles[body.role.role].en}`,
        },
        data: { role: body.role },
      },
    };
  },
});

async function addRoles(
  tx: Tx,
  added: { userId: string; roles: readonly NewRole[]; from: string; until: string | null },
): Promise<void> {
  const rows = added.roles.map((role) => ({ id: newId(), ...role }));
  await sql`
    insert into access.role_assignment (city_id, id, user_id, role, jurisdiction, jurisdiction_id, valid_from, valid_to)
    select ${tx.city}, r.id, ${added.userId}, r.role, r.jurisdiction, r.at, ${added.from}, ${added.until}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, role text, jurisdiction text, at text)`.execute(
    tx,
  );
}
