import type { RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { commandProblems } from '#platform/command/problems.ts';
import { accessProblems } from '#domains/access/problems.ts';
import { readForm, runCommand } from './forms.ts';

const actor = { userId: newId(), name: 'Dewi', roles: [], secondFactor: false };

/** An event whose house answers, or refuses, as told; what it was asked is kept. */
function eventOf(answer: () => unknown, signedIn = true) {
  const asked: unknown[] = [];
  const cookies: Record<string, string> = {};
  const app = {
    execute: (envelope: unknown) => {
      asked.push(envelope);
      return Promise.resolve({ answer: answer(), already: false });
    },
  };
  const event = {
    url: new URL('http://naik.test/kelompok/1?page=2'),
    locals: { app, actor: signedIn ? actor : null, city: '15.71' },
    cookies: { set: (name: string, value: string) => (cookies[name] = value) },
  };
  return { event: event as unknown as RequestEvent, asked, cookies };
}

const refuse = (refusal: Error) => () => {
  throw refusal;
};

it('sends the command with the id made when the form was drawn, and goes on with a sentence', async () => {
  const commandId = newId();
  const { event, asked, cookies } = eventOf(() => ({ groupId: 'g1' }));
  const running = runCommand(
    event,
    'registry.verify-group',
    { groupId: 'g1' },
    {
      values: { commandId },
      redirectTo: '/kelompok/g1',
      flash: { id: 'Diverifikasi.', en: 'Verified.' },
    },
  );
  await expect(running).rejects.toMatchObject({ status: 303, location: '/kelompok/g1' });
  expect(asked).toEqual([
    {
      id: commandId,
      kind: 'registry.verify-group',
      version: 1,
      actor,
      city: '15.71',
      body: { groupId: 'g1' },
    },
  ]);
  expect(cookies['naik.flash']).toContain('Diverifikasi.');
});

it('gives a refusal back in both languages, beside its field, with everything typed', async () => {
  const { event } = eventOf(refuse(accessProblems.loginTaken()));
  const values = { commandId: newId(), login: 'dewi' };
  const answer = await runCommand(event, 'access.create-user', {}, { values });
  expect(answer).toMatchObject({
    status: 409,
    data: { values, problem: { code: 'access.login-taken' } },
  });
  expect(answer).toHaveProperty(
    'data.problem.fields.login.id',
    accessProblems.loginTaken().words.id,
  );
});

it('puts every wrong entry beside its own field', async () => {
  const issues = [
    { field: 'name', message: 'Too small: expected string to have >=1 characters' },
    { field: 'nip', message: 'Harus 18 angka. | Must be 18 digits.' },
  ];
  const { event } = eventOf(refuse(commandProblems.invalidInput({ issues })));
  const answer = await runCommand(
    event,
    'access.create-user',
    {},
    { values: { commandId: newId() } },
  );
  expect(answer).toHaveProperty('data.problem.fields', {
    name: { id: 'Wajib diisi.', en: 'This is required.' },
    nip: { id: 'Harus 18 angka.', en: 'Must be 18 digits.' },
  });
});

it('throws a fault on, sends nobody’s command, and refuses a form without its id', async () => {
  const fault = eventOf(refuse(new Error('disk')));
  await expect(runCommand(fault.event, 'x.y', {}, { commandId: newId() })).rejects.toThrow('disk');
  const nobody = eventOf(() => null, false);
  await expect(runCommand(nobody.event, 'x.y', {}, { commandId: newId() })).rejects.toMatchObject({
    location: '/masuk?next=%2Fkelompok%2F1%3Fpage%3D2',
  });
  const incomplete = eventOf(() => null);
  expect(await runCommand(incomplete.event, 'x.y', {}, { commandId: 'not-an-id' })).toMatchObject({
    status: 400,
  });
  expect([...nobody.asked, ...incomplete.asked]).toEqual([]);
});

it('never gives passwords, PINs or codes back to a page', async () => {
  const body = new FormData();
  for (const name of ['login', 'password', 'currentPassword', 'pin', 'code', 'kelurahanCode'])
    body.set(name, name);
  body.append('member', 'a');
  body.append('member', 'b');
  const request = new Request('http://naik.test/', { method: 'POST', body });
  const { values } = await readForm({ request } as RequestEvent);
  expect(values).toEqual({ login: 'login', kelurahanCode: 'kelurahanCode', member: ['a', 'b'] });
});
