import { expect, it } from 'vitest';
import { commandsOf, openCorrection } from './correction.ts';

const aminah = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Aminah Astuti',
  state: 'registered' as const,
  sex: 'female' as const,
  bornOn: '1988-08-24',
  phone: '+6281001175515',
  kelurahanCode: '15.71.01.1001',
  address: null,
  rt: null,
  rw: null,
  nikEnd: '0001',
  kkEnd: null,
  groups: [],
  businesses: [],
  proposed: [],
  registeredBy: null,
  unsent: false,
};

it('shows a birth date and a telephone as people write them, and counts neither as changed', () => {
  const form = openCorrection(aminah);
  expect(form.subjects[0]?.typed).toMatchObject({ bornOn: '24-08-1988', phone: '0810-0117-5515' });
  expect(commandsOf(form, aminah)).toEqual([]);
});

it('sends what was typed as it is kept, beside the value that was seen', () => {
  const form = openCorrection(aminah);
  const subject = form.subjects[0];
  if (subject) subject.typed.bornOn = '25-8-1988';
  const [command] = commandsOf(form, aminah);
  expect(command?.body).toMatchObject({
    changes: [{ field: 'bornOn', base: '1988-08-24', value: '1988-08-25' }],
  });
});
