import { describe, expect, test } from 'vitest';
import { registerInFieldInput } from '#domains/registry/field/registration-input.ts';
import { bodyOf, draftOfRefused, emptyDraft, firstProblem, problemOf } from './register-draft.ts';
import type { RegisterDraft } from './register-draft.ts';

const today = '2026-11-22';
const filled = (change: Partial<RegisterDraft> = {}): RegisterDraft => ({
  ...emptyDraft(today),
  channel: 'written',
  mark: 'M0 0 L40 40',
  name: 'MARLINA',
  nik: '1571 0154 0590 0007',
  bornOn: '14-5-1990',
  sex: 'female',
  phone: '0812-5550-0001',
  product: 'keripik singkong',
  turnover: '2.500.000',
  ...change,
});

describe('a registration on the phone', () => {
  test('becomes a body the server takes, with what was typed read', () => {
    const draft = filled();
    expect(firstProblem(draft, today)).toBeNull();
    const body = registerInFieldInput.parse(bodyOf(draft, today));
    expect(body).toMatchObject({
      metOn: today,
      person: {
        name: 'Marlina',
        nik: '1571015405900007',
        bornOn: '1990-05-14',
        phone: '+6281255500001',
      },
      business: { sector: 'culinary', turnoverMonthRupiah: 2_500_000n, turnoverBand: null },
    });
    expect(body.business?.name).toBe('Keripik singkong MARLINA');
  });

  test('needs consent, a name, and a NIK or why there is none; nothing else', () => {
    expect(firstProblem(emptyDraft(today), today)).toBe('mark');
    expect(problemOf('mark', filled({ mark: null }), today)).not.toBeNull();
    expect(problemOf('mark', filled({ channel: 'thumbprint' }), today)).not.toBeNull();
    expect(problemOf('nik', filled({ nik: '15710154' }), today)).not.toBeNull();
    const bare = filled({
      nik: '',
      noNikWhy: 'no-card',
      bornOn: '',
      sex: null,
      phone: '',
      hasBusiness: false,
      product: '',
      turnover: '',
    });
    expect(firstProblem(bare, today)).toBeNull();
    expect(registerInFieldInput.parse(bodyOf(bare, today))).toMatchObject({
      person: { nik: null, noNikWhy: 'no-card', bornOn: null },
      business: null,
    });
  });

  test('that was refused opens again with everything she answered', () => {
    const draft = filled();
    const sent = JSON.parse(JSON.stringify(bodyOf(draft, today))) as unknown;
    const again = draftOfRefused(sent, { commandId: draft.commandId, today });
    expect(again).toMatchObject({
      replaces: draft.commandId,
      personId: draft.personId,
      name: 'Marlina',
      nik: '1571015405900007',
      turnover: '2500000',
    });
    expect(again?.commandId).not.toBe(draft.commandId);
    expect(firstProblem(again ?? emptyDraft(today), today)).toBeNull();
  });
});
