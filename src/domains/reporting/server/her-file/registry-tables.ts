import { premisesNames, tenureNames } from '#domains/registry/business/premises.ts';
import { breachKinds } from '#domains/registry/rights/breach.ts';
import type { BreachKind } from '#domains/registry/rights/breach.ts';
import {
  matchMethods,
  proposalAsks,
  proposalStates,
  relations,
} from '#domains/registry/welfare/welfare-words.ts';
import type { Words } from '#kernel/words.ts';
import { asWritten, dayOf, hers, joined, named, rupiah, text } from './held-table.ts';
import type { HeldRow, HeldTable } from './held-table.ts';

/** A code in its words; as it stands where it has none. */
const coded = (words: Readonly<Record<string, Words>>, row: HeldRow, column: string): Words =>
  words[text(row, column)] ?? asWritten(text(row, column));

const breachOfHers =
  't.breach_id in (select b.breach_id from registry.breach_person b where b.city_id = t.city_id and b.person_id in (select id from hers))';

/** What the registry keeps of a person, table by table. */
export const registryTables: Readonly<Record<string, HeldTable>> = {
  'registry.person': {
    says: { id: 'Catatan orang', en: 'Records of her' },
    hers: 't.id in (select id from hers)',
    on: dayOf('created_at'),
  },
  'registry.identifier': {
    says: { id: 'Nomor kependudukan', en: 'Official numbers' },
    hers: hers.person,
    on: dayOf('recorded_at'),
  },
  'registry.source_value': {
    says: { id: 'Asal setiap isian', en: 'Where each value came from' },
    hers: hers.subject,
    on: dayOf('recorded_at'),
    tell: (row) => asWritten(text(row, 'field'), text(row, 'value')),
  },
  'registry.profile_proposal': {
    says: { id: 'Perubahan data yang diusulkan', en: 'Proposed changes of her data' },
    hers: hers.subject,
    on: dayOf('proposed_at'),
    by: 'proposed_name',
    tell: (row) => asWritten(text(row, 'field'), text(row, 'proposed_value'), text(row, 'reason')),
  },
  'registry.household_member': {
    says: { id: 'Keluarga', en: 'Family' },
    hers: hers.person,
    on: dayOf('recorded_at'),
    also: {
      card_ends_in: named('registry.household', 'last_four', 'household_id'),
      period: named('registry.household', 'period', 'household_id'),
    },
    tell: (row) =>
      joined(
        {
          id: `KK berakhir ${text(row, 'card_ends_in')}`,
          en: `Family card ending ${text(row, 'card_ends_in')}`,
        },
        asWritten(text(row, 'period')),
        coded(relations, row, 'relation'),
      ),
  },
  'registry.household_said': {
    says: { id: 'Keadaan keluarga yang dikatakan', en: 'What the family said of itself' },
    hers: `t.household_id in (select m.household_id from registry.household_member m
      where m.city_id = t.city_id and m.person_id in (select id from hers))`,
    on: 't.said_on',
    by: 'by_name',
    tell: (row) =>
      joined(
        {
          id: `${text(row, 'people')} orang, ${text(row, 'children')} anak`,
          en: `${text(row, 'people')} people, ${text(row, 'children')} children`,
        },
        rupiah(row, 'spending_rupiah'),
      ),
  },
  'registry.welfare_assessment': {
    says: { id: 'Desil keluarga', en: 'Deciles of the family' },
    hers: hers.person,
    on: dayOf('recorded_at'),
    by: 'by_name',
    tell: (row) =>
      joined(
        {
          id: `Desil ${text(row, 'decile')}, ${text(row, 'quarter')}`,
          en: `Decile ${text(row, 'decile')}, ${text(row, 'quarter')}`,
        },
        asWritten(text(row, 'source')),
        coded(matchMethods, row, 'match_method'),
      ),
  },
  'registry.welfare_proposal': {
    says: { id: 'Usulan tentang desil', en: 'What was proposed about her decile' },
    hers: hers.person,
    on: dayOf('proposed_at'),
    by: 'proposed_name',
    tell: (row) =>
      joined(
        coded(proposalAsks, row, 'asks'),
        asWritten(text(row, 'why')),
        coded(proposalStates, row, 'state'),
        asWritten(text(row, 'answer')),
      ),
  },
  'registry.people_list_row': {
    says: { id: 'Daftar yang memuat namanya', en: 'Lists that name her' },
    hers: hers.person,
    on: named('registry.people_list', 'given_on', 'list_id'),
    also: {
      list: named('registry.people_list', 'title', 'list_id'),
      of: named('registry.people_list', 'department_name', 'list_id'),
      gave: named('registry.people_list', 'service', 'list_id'),
    },
    tell: (row) => asWritten(text(row, 'list'), text(row, 'of')),
  },
  'registry.breach': {
    says: { id: 'Insiden yang mengenai datanya', en: 'Incidents that touched her data' },
    hers: breachOfHers.replace('t.breach_id', 't.id'),
    on: 't.happened_on',
    by: 'recorded_name',
    tell: (row) =>
      joined(
        asWritten(text(row, 'number')),
        coded(breachKinds satisfies Record<BreachKind, Words>, row, 'kind'),
        asWritten(text(row, 'what'), text(row, 'remedy')),
        row.withdrawn_why
          ? {
              id: `ditarik: ${text(row, 'withdrawn_why')}`,
              en: `taken back: ${text(row, 'withdrawn_why')}`,
            }
          : asWritten(''),
      ),
  },
  'registry.breach_notice': {
    says: { id: 'Pemberitahuan insiden', en: 'Notices of incidents' },
    hers: breachOfHers,
    on: dayOf('told_at'),
    by: 'noted_name',
    tell: (row) => asWritten(text(row, 'how')),
  },
  'registry.business': {
    says: { id: 'Usaha', en: 'Businesses' },
    hers: 't.id in (select id from businesses)',
    on: dayOf('created_at'),
  },
  'registry.business_owner': {
    says: { id: 'Usaha yang dimiliki bersama', en: 'Businesses owned together' },
    hers: hers.person,
    on: 't.valid_from',
    also: { business: named('registry.business', 'name', 'business_id') },
    tell: (row) => asWritten(text(row, 'business')),
  },
  'registry.business_pair': {
    says: { id: 'Usaha yang mirip usahanya', en: 'Businesses that look like hers' },
    hers: `exists (select from registry.business b where b.city_id = t.city_id and b.id in (t.business_id, t.other_id)
      and b.owner_id in (select id from hers))`,
    on: dayOf('found_at'),
    by: 'decided_name',
    without: ['grounds'],
    tell: (row) => asWritten(text(row, 'state'), text(row, 'reason')),
  },
  'registry.business_figure': {
    says: { id: 'Angka tahunan usaha', en: 'Yearly figures of the business' },
    hers: hers.business,
    on: dayOf('recorded_at'),
    by: 'by_name',
    tell: (row) =>
      joined(
        asWritten(text(row, 'year')),
        rupiah(row, 'sales_rupiah'),
        asWritten(text(row, 'evidence')),
      ),
  },
  'registry.business_licence': {
    says: { id: 'Izin usaha', en: 'Licences' },
    hers: hers.business,
    on: 't.issued_on',
    by: 'by_name',
    tell: (row) => asWritten(text(row, 'kind').toUpperCase(), text(row, 'number')),
  },
  'registry.business_premises': {
    says: { id: 'Tempat usaha', en: 'Places of business' },
    hers: hers.business,
    on: 't.valid_from',
    by: 'by_name',
    tell: (row) =>
      joined(
        coded(premisesNames, row, 'kind'),
        coded(tenureNames, row, 'tenure'),
        asWritten(text(row, 'address')),
      ),
  },
  'registry.business_photo': {
    says: { id: 'Foto usaha', en: 'Photographs of the business' },
    hers: hers.business,
    on: 't.taken_on',
    by: 'by_name',
    tell: (row) => asWritten(text(row, 'shows')),
  },
  'registry.business_snapshot': {
    says: { id: 'Omzet dan tenaga kerja', en: 'Turnover and workers' },
    hers: hers.business,
    on: 't.on_day',
    by: 'by_name',
    tell: (row) =>
      joined(rupiah(row, 'turnover_month_rupiah'), asWritten(text(row, 'turnover_band'))),
  },
  'registry.membership': {
    says: { id: 'Keanggotaan', en: 'Memberships' },
    hers: hers.person,
    on: 't.valid_from',
    also: { group_name: named('registry.business_group', 'name', 'group_id') },
  },
  'registry.member_card': {
    says: { id: 'Kartu anggota', en: 'Member cards' },
    hers: hers.person,
    on: 't.issued_on',
    tell: (row) => asWritten(text(row, 'number'), text(row, 'revoked_why')),
  },
  'registry.decree': {
    says: { id: 'SK yang lampirannya memuat namanya', en: 'Decrees whose annex names her' },
    hers: `t.id in (select d.decree_id from registry.decree_group d join registry.membership m on m.city_id = d.city_id
      and m.group_id = d.group_id where d.city_id = t.city_id and m.person_id in (select id from hers))`,
    on: 't.signed_on',
    without: ['content', 'content_hash', 'signatory', 'verify_token'],
    tell: (row) => asWritten(text(row, 'number'), text(row, 'title')),
  },
  'registry.document': {
    says: { id: 'Dokumen atas namanya', en: 'Documents made for her' },
    hers: hers.subject,
    on: dayOf('made_at'),
    tell: (row) => asWritten(text(row, 'title')),
  },
  'registry.consent': {
    says: { id: 'Persetujuan', en: 'Consents' },
    hers: hers.person,
    on: 't.given_on',
  },
  'registry.data_request': {
    says: { id: 'Permintaan', en: 'Requests' },
    hers: hers.person,
    on: dayOf('received_at'),
  },
  'registry.legal_hold': {
    says: { id: 'Penahanan penghapusan', en: 'Holds on erasure' },
    hers: hers.person,
    on: dayOf('set_at'),
    by: 'set_name',
    tell: (row) => asWritten(text(row, 'why'), text(row, 'lifted_why')),
  },
  'registry.encounter': {
    says: { id: 'Pendataan di lapangan', en: 'Written down in the field' },
    hers: '(t.person_id in (select id from hers) or t.known_id in (select id from hers))',
    on: 't.met_on',
    by: 'by_name',
    tell: (row) => asWritten(text(row, 'no_nik_why'), text(row, 'witness')),
  },
  'registry.import_row': {
    says: { id: 'Baris berkas yang diimpor', en: 'Rows of imported files' },
    hers: hers.person,
    on: `(select (b.uploaded_at at time zone c.time_zone)::date from registry.import_batch b join access.city c on c.city_id = b.city_id
      where b.city_id = t.city_id and b.id = t.batch_id)`,
    without: ['candidate'],
    also: {
      file: named('registry.import_batch', 'file_name', 'batch_id'),
      // A number in a cell stands sealed; its last four digits are what is handed over.
      cells: `(select jsonb_agg(case when jsonb_typeof(c) = 'object' then to_jsonb('…' || (c ->> 'l')) else c end order by place)
        from jsonb_array_elements(t.cells) with ordinality as e (c, place))`,
    },
    tell: (row) => asWritten(text(row, 'file'), text(row, 'row_number')),
  },
  'registry.import_gap': {
    says: { id: 'Isian yang kosong di berkas impor', en: 'Values missing from imported files' },
    hers: hers.person,
    on: null,
    tell: (row) => asWritten(text(row, 'field'), text(row, 'value')),
  },
  'registry.candidate_pair': {
    says: { id: 'Catatan yang mirip dengannya', en: 'Records that look like hers' },
    hers: '(t.person_id in (select id from hers) or t.other_id in (select id from hers))',
    on: dayOf('found_at'),
    by: 'decided_name',
    // The grounds quote the other record, who may be somebody else.
    without: ['grounds'],
    tell: (row) => asWritten(text(row, 'why'), text(row, 'reason')),
  },
  'registry.person_merge': {
    says: { id: 'Catatan yang disatukan', en: 'Records that were made one' },
    hers: '(t.person_id in (select id from hers) or t.into_id in (select id from hers))',
    on: dayOf('merged_at'),
    by: 'merged_name',
    tell: (row) => asWritten(text(row, 'reason'), text(row, 'undone_why')),
  },
};
