import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classifiedColumns, classifiedDomains, classifiedTables } from './classified-columns.ts';
import { fieldClassNames } from './field-classes.ts';
import { processingRecord } from './processing-record.ts';

const schema = readFileSync(new URL('../../../../db/schema.sql', import.meta.url), 'utf8');
/** Every table with its columns, as the migrations add up to. */
const tables = [...schema.matchAll(/^create table (\w+)\.(\w+) \(\n(.*?)\n\);/gmsu)].map(
  ([, domain = '', table = '', body = '']) => ({
    domain,
    table,
    columns: body
      .split('\n')
      .map((line) => line.trim().split(' ')[0] ?? '')
      .filter((word) => word !== 'constraint'),
  }),
);

describe('the classes of what is kept', () => {
  test('name every column of a person, her numbers, her family and her business, and no other', () => {
    for (const [table, classes] of Object.entries(classifiedColumns)) {
      const kept = tables.find((one) => one.domain === 'registry' && one.table === table);
      expect(Object.keys(classes).toSorted(), table).toEqual(kept?.columns.toSorted());
    }
  });

  test('leave no table of the registry and no domain out', () => {
    const own = tables.filter((one) => one.domain === 'registry').map((one) => one.table);
    const classified = [...Object.keys(classifiedColumns), ...Object.keys(classifiedTables)];
    expect(own.filter((table) => !classified.includes(table))).toEqual([]);
    expect(classified.filter((table) => !own.includes(table))).toEqual([]);
    const domains = new Set(tables.map((one) => one.domain).filter((name) => name !== 'registry'));
    expect([...domains].toSorted()).toEqual(Object.keys(classifiedDomains).toSorted());
  });
});

describe('the record of processing', () => {
  test('has a line for every class, each with a place it stands in and somebody who sees it', () => {
    const record = processingRecord();
    expect(record.map((line) => line.name)).toEqual(fieldClassNames);
    const empty = record.filter((line) => line.places.length === 0 || line.seenBy.length === 0);
    expect(empty.map((line) => line.name)).toEqual([]);
  });

  test('reads who sees family data off the table of who may do what: no lender, no mentor', () => {
    const family = processingRecord().find((line) => line.name === 'family');
    expect(family?.seenBy.map((role) => role.en)).toEqual([
      'Department officer',
      'Verifier',
      'Head of department',
    ]);
  });
});
