import { describe, expect, it } from 'vitest';
import {
  checkMember,
  checkPerson,
  groupLoanRules,
  personLoanRules,
  summaryOf,
  type MemberFacts,
  type PersonFacts,
} from './eligibility.ts';

const rules = {
  ...groupLoanRules,
  minimumRupiah: 2_000_000n,
  maximumRupiah: 5_000_000n,
  stepRupiah: 500_000n,
};
const ready: MemberFacts = {
  on: '2026-11-22',
  inRecognisedGroup: true,
  birthDate: '1990-05-01',
  consent: true,
  activeLoans: 0,
  overdueRupiah: 0n,
  counselledSince: null,
  meetings: { held: 4, attended: 3 },
  amountRupiah: 2_000_000n,
};

function resultOf(change: Partial<MemberFacts>): string {
  return checkMember({ ...ready, ...change }, rules)
    .filter((check) => check.result !== 'pass')
    .map((check) => `${check.code} ${check.result}`)
    .join(', ');
}

describe('The pre-check of a group loan', () => {
  it('passes a member who fulfils every rule, with a reason for each', () => {
    const checks = checkMember(ready, rules);
    expect(checks).toHaveLength(7);
    expect(summaryOf(checks)).toBe('pass');
    expect(checks.every((check) => check.says.id && check.says.en && check.remedy === null)).toBe(
      true,
    );
  });

  it.each<[string, Partial<MemberFacts>, string]>([
    ['is not in a recognised group', { inRecognisedGroup: false }, 'group-member fail'],
    ['is 17, a day before her birthday', { birthDate: '2008-11-23' }, 'age fail'],
    ['turns 18 today', { birthDate: '2008-11-22' }, ''],
    ['is still 63', { birthDate: '1962-11-23' }, ''],
    ['is 64', { birthDate: '1962-11-22' }, 'age fail'],
    ['has no known birth date', { birthDate: null }, 'age unknown'],
    ['has not consented', { consent: false }, 'consent fail'],
    ['has a running loan', { activeLoans: 1 }, 'no-active-loan fail'],
    ['has old arrears', { overdueRupiah: 50_000n }, 'no-arrears fail'],
    ['has arrears nobody knows', { overdueRupiah: null }, 'no-arrears unknown'],
    ['came twice in four meetings', { meetings: { held: 4, attended: 2 } }, 'attendance fail'],
    [
      'came to both meetings there were',
      { meetings: { held: 2, attended: 2 } },
      'attendance unknown',
    ],
    ['came to all three meetings there were', { meetings: { held: 3, attended: 3 } }, ''],
    ['has no record of attendance', { meetings: null }, 'attendance unknown'],
    ['asks for too little', { amountRupiah: 1_500_000n }, 'amount fail'],
    ['asks for too much', { amountRupiah: 5_500_000n }, 'amount fail'],
    ['asks for an odd amount', { amountRupiah: 2_250_000n }, 'amount fail'],
  ])('says what is missing when she %s', (_, change, expected) => {
    expect(resultOf(change)).toBe(expected);
  });

  it('names a remedy in both languages for whatever is not in order', () => {
    const checks = checkMember(
      { ...ready, birthDate: null, consent: false, amountRupiah: 1n },
      rules,
    );
    for (const check of checks.filter((one) => one.result !== 'pass')) {
      expect(check.remedy?.id).toMatch(/\.$/);
      expect(check.remedy?.en).toMatch(/\.$/);
    }
    expect(summaryOf(checks)).toBe('fail');
  });
});

describe('The pre-check of one person', () => {
  const alone: PersonFacts = { ...ready, businessName: 'Keripik Rohani' };
  const checked = (change: Partial<PersonFacts>) =>
    checkPerson({ ...alone, ...change }, { ...rules, ...personLoanRules })
      .filter((check) => check.result !== 'pass')
      .map((check) => `${check.code} ${check.result}`)
      .join(', ');

  it('asks for no group and no meetings, and for a business instead', () => {
    expect(checked({})).toBe('');
    expect(checked({ businessName: null })).toBe('business fail');
    expect(checked({ birthDate: '2008-11-23', consent: false })).toBe('age fail, consent fail');
  });

  it('says since when somebody helps her with her arrears', () => {
    const says = checkPerson(
      { ...alone, overdueRupiah: 150_000n, counselledSince: '2026-11-03' },
      { ...rules, ...personLoanRules },
    ).find((check) => check.code === 'no-arrears');
    expect(says?.result).toBe('fail');
    expect(says?.says.id).toBe('Ada tunggakan Rp 150.000; dibina sejak 3 Nov 2026.');
  });
});
