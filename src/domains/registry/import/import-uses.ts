import type { Words } from '#kernel/words.ts';

/** Something that keeps a person of an import where she is. */
export interface ImportUse {
  /** The table that names her, such as `lending.loan`. */
  readonly usedIn: string;
  readonly personId: string;
  readonly name: string;
}

const known: Readonly<Record<string, Words>> = {
  'lending.loan': { id: 'pinjaman', en: 'a loan' },
  'lending.partner_loan': { id: 'pinjaman mitra', en: 'a partner’s loan' },
  'lending.application_member': { id: 'permohonan pinjaman', en: 'a loan application' },
  'registry.membership': { id: 'keanggotaan kelompok', en: 'membership of a group' },
  'registry.consent': { id: 'persetujuan data', en: 'a consent' },
  'registry.business': { id: 'usaha lain', en: 'another business' },
  'registry.import_row': { id: 'impor lain sesudahnya', en: 'a later import' },
  'registry.candidate_pair': { id: 'keputusan penggabungan', en: 'a decision on a pair' },
  'registry.business_pair': { id: 'keputusan atas dua usaha', en: 'a decision on two businesses' },
  'registry.person': { id: 'penggabungan data', en: 'a merge' },
  'registry.household_member': { id: 'keluarga', en: 'a household' },
  'registry.people_list_row': { id: 'daftar perangkat daerah', en: 'a department’s list' },
  'registry.welfare_assessment': { id: 'catatan desil', en: 'a decile' },
  'registry.welfare_proposal': { id: 'usulan perubahan desil', en: 'a proposed decile' },
  'registry.encounter': { id: 'pendaftaran lapangan', en: 'a registration in the field' },
  'registry.business_snapshot': { id: 'catatan omzet', en: 'a note of turnover' },
  'programmes.service': { id: 'layanan program', en: 'a service of a programme' },
  'mentoring.visit': { id: 'kunjungan', en: 'a visit' },
  'mentoring.planned_visit': { id: 'rencana kunjungan', en: 'a planned visit' },
  'mentoring.attendance': { id: 'kehadiran', en: 'attendance' },
  'savings.account': { id: 'simpanan', en: 'savings' },
  'ledger.account': { id: 'pembukuan', en: 'the books' },
  'voice.case': { id: 'pengaduan', en: 'a case' },
};

/** What a use is called; one of a domain that came later by the name of its table. */
export function useWords(usedIn: string): Words {
  const [, table = usedIn] = usedIn.split('.');
  const plain = table.replaceAll('_', ' ');
  return known[usedIn] ?? { id: plain, en: plain };
}
