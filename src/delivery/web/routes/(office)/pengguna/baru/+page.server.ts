import { hashSecret } from '#domains/access/server/index.ts';
import { accessProblems } from '#domains/access/problems.ts';
import { strongEnough } from '#domains/access/password-rule.ts';
import { mayDo } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { readForm, refused, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { userWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const actor = actorWhoSees(event, 'see.users');
  return { commandId: newId(), may: mayDo(actor, 'access.create-user', {}) };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (!strongEnough(password, [text('login'), text('name')]))
      return refused(accessProblems.weakPassword(), values);
    const body = {
      userId: values.commandId,
      login: text('login'),
      name: text('name'),
      nip: text('nip') || null,
      title: text('title') || null,
      passwordHash: await hashSecret(password),
      roles: [{ role: text('role'), jurisdiction: text('jurisdiction'), at: text('at') || null }],
    };
    return runCommand(event, 'access.create-user', body, {
      values,
      redirectTo: '/pengguna',
      flash: userWords.created,
    });
  },
};
