import type { HeldTable } from './held-table.ts';
import { mentoringTables } from './mentoring-tables.ts';
import { moneyTables } from './money-tables.ts';
import { registryTables } from './registry-tables.ts';

/** Every table that holds something of a person, by its name. */
export const heldTables: Readonly<Record<string, HeldTable>> = {
  ...registryTables,
  ...mentoringTables,
  ...moneyTables,
};

/** The tables of the registry, and those with a column that leads to a person, of which she is given nothing: and why. */
export const notOfHers: Readonly<Record<string, string>> = {
  'registry.breach_person': 'joins her to an incident, which she is given itself',
  'registry.business_group': 'is about a group; its name stands on her membership',
  'registry.consent_notice': 'the wording everybody is shown; its version stands on her consent',
  'registry.decree_group': 'the annex names others beside her; the decree itself she is given',
  'registry.group_event': 'what became of a group, which names nobody',
  'registry.household': 'a family card by its sealed number; its last digits stand on her family',
  'registry.import_batch': 'about a file; its name stands on her row of it',
  'registry.import_mapping': 'how columns of a file are read',
  'registry.people_list': 'about a list; its title stands on her row of it',
  'registry.region': 'the places of the country',
  'registry.region_boundary': 'where kelurahan end',
  'registry.retention_run': 'how much of a class ended, without names',
  'registry.search_entry':
    'made of her name, product and place by the database itself, and gone with them',
  'registry.search_word': 'words without a person',
  'access.audit_line': 'given as who worked on her record, in sentences',
  'ledger.account': 'the same amounts as her loans, claims and savings, as the books keep them',
  'lending.partner_file_line':
    'what a file said; the loan, its schedule and repayments made of it are given',
};
