import type { Words } from '#kernel/words.ts';
import { asWritten, dayOf, hers, joined, named, rupiah, text } from './held-table.ts';
import type { HeldRow, HeldTable } from './held-table.ts';

const presences: Readonly<Record<string, Words>> = {
  present: { id: 'hadir', en: 'present' },
  absent: { id: 'tidak hadir', en: 'absent' },
  excused: { id: 'izin', en: 'excused' },
};

const presence = (row: HeldRow): Words => {
  const said = presences[text(row, 'presence')] ?? asWritten('');
  const reason = text(row, 'reason');
  return {
    id: asWritten(said.id, reason).id,
    en: asWritten(said.en, reason).en,
  };
};

const visitOfHers =
  't.visit_id in (select v.id from mentoring.visit v where v.city_id = t.city_id and v.person_id in (select id from hers))';
const caseOfHers =
  't.case_id in (select c.id from voice.case c where c.city_id = t.city_id and c.person_id in (select id from hers))';

/** Meetings, visits, problems, invitations and what stands in the trail of use. */
export const mentoringTables: Readonly<Record<string, HeldTable>> = {
  'mentoring.attendance': {
    says: { id: 'Kehadiran', en: 'Attendance' },
    hers: hers.person,
    on: named('mentoring.meeting', 'held_on', 'meeting_id'),
    tell: presence,
  },
  'mentoring.attendance_correction': {
    says: { id: 'Kehadiran yang dibetulkan', en: 'Corrected attendance' },
    hers: hers.person,
    on: dayOf('marked_at'),
    tell: presence,
  },
  'mentoring.loan_wish': {
    says: { id: 'Keinginan meminjam', en: 'Wishes for a loan' },
    hers: hers.person,
    on: dayOf('noted_at'),
    tell: (row) => joined(rupiah(row, 'amount_rupiah'), asWritten(text(row, 'purpose'))),
  },
  'mentoring.receipt': {
    says: { id: 'Kuitansi', en: 'Receipts' },
    hers: hers.person,
    on: 't.on_day',
    tell: (row) => joined(asWritten(text(row, 'number')), rupiah(row, 'total_rupiah')),
  },
  'mentoring.planned_visit': {
    says: { id: 'Kunjungan yang direncanakan', en: 'Planned visits' },
    hers: hers.business,
    on: 't.on_day',
    tell: (row) => asWritten(text(row, 'missed_note')),
  },
  'mentoring.visit': {
    says: { id: 'Kunjungan', en: 'Visits' },
    hers: hers.person,
    on: 't.done_on',
    tell: (row) => asWritten(text(row, 'note')),
  },
  'mentoring.visit_photo': {
    says: { id: 'Foto kunjungan', en: 'Photos of visits' },
    hers: visitOfHers,
    on: named('mentoring.visit', 'done_on', 'visit_id'),
    tell: (row) => asWritten(text(row, 'sha256').slice(0, 12)),
  },
  'voice.case': {
    says: { id: 'Masalah dan kebutuhan yang disampaikan', en: 'Problems and needs she raised' },
    hers: hers.person,
    on: 't.raised_on',
    tell: (row) => asWritten(text(row, 'number'), text(row, 'text'), text(row, 'answer')),
  },
  'voice.case_event': {
    says: { id: 'Penanganan masalahnya', en: 'What was done about them' },
    hers: caseOfHers,
    on: dayOf('at'),
    by: 'by_name',
    tell: (row) => asWritten(text(row, 'note')),
  },
  'programmes.service': {
    says: { id: 'Layanan', en: 'Services' },
    hers: hers.person,
    on: 't.on_day',
    by: 'by_name',
  },
  'programmes.invitation': {
    says: { id: 'Undian undangan yang memuat namanya', en: 'Draws of invitations she stood in' },
    hers: hers.person,
    on: named('programmes.invitation_draw', 'held_on', 'draw_id'),
    also: { draw: named('programmes.invitation_draw', 'title', 'draw_id') },
    tell: (row) => {
      const rank = text(row, 'rank');
      return row.chosen === true
        ? { id: `${text(row, 'draw')} · diundang`, en: `${text(row, 'draw')} · invited` }
        : {
            id: `${text(row, 'draw')} · urutan ${rank}`,
            en: `${text(row, 'draw')} · rank ${rank}`,
          };
    },
  },
  'access.secret_reading': {
    says: { id: 'Pembukaan nomornya', en: 'Readings of her numbers' },
    hers: hers.person,
    on: dayOf('at'),
  },
  'access.member_session': {
    says: { id: 'Pembukaan halamannya dengan kartu', en: 'Openings of her page by card' },
    hers: `t.card_id in (select c.id from registry.member_card c where c.city_id = t.city_id and c.person_id in (select id from hers))`,
    on: dayOf('created_at'),
    tell: () => ({ id: 'Kartu dan PIN', en: 'Card and PIN' }),
  },
  'access.field_review': {
    says: { id: 'Kiriman HP yang ditinjau', en: 'Work from phones under review' },
    hers: `t.subject_id in (select id::text from hers)`,
    on: dayOf('raised_at'),
    without: ['facts'],
    tell: (row) => asWritten(text(row, 'reason')),
  },
};
