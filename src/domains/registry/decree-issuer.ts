import type { DecreeIssuer } from './decree-paper.ts';
import { groupProblems } from './group-problems.ts';

/** What the city's letterhead settings say about its decrees. */
export interface DecreeOffice {
  issuer: DecreeIssuer;
  /** Stands in the number: 188.4/012/<code>/2026. */
  code: string;
  copies: readonly string[];
}

/**
 * Reads the letterhead of a city. Keys: `office` (department, needed), `address` (needed), `contact`, `place`
 * (where decrees are signed), `code`, `issuer` (`mayor` or `department`), `copies` (separated by semicolons).
 *
 * @throws Refusal when the office or the address is missing
 */
export function readOffice(city: {
  name: string;
  letterhead: Readonly<Record<string, string>>;
}): DecreeOffice {
  const { office, address, contact, place, code, issuer, copies } = city.letterhead;
  if (!office || !address) throw groupProblems.noLetterhead();
  return {
    issuer: {
      kind: issuer === 'mayor' ? 'mayor' : 'department',
      city: city.name,
      seat: place ?? city.name.replace(/^(?:Kota|Kabupaten) /u, ''),
      department: office,
      addressLines: contact ? [address, contact] : [address],
    },
    code: code ?? 'UMKM',
    copies: (
      copies ??
      `Wali ${city.name}; Inspektur ${city.name}; Camat dan Lurah yang bersangkutan; Ketua kelompok yang bersangkutan`
    )
      .split(';')
      .map((copy) => copy.trim())
      .filter(Boolean),
  };
}

/** `188.4/012/DTK-KUKM/2026`: 188.4 is the archive code of decisions (Permendagri 83/2022). */
export function decreeNumber(sequence: number, code: string, year: number): string {
  return `188.4/${String(sequence).padStart(3, '0')}/${code}/${year}`;
}
