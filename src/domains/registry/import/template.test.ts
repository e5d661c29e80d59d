import { expect, test } from 'vitest';
import { PlaceIndex } from '../place-matching.ts';
import { proposeMapping } from './column-mapping.ts';
import { findTable } from './table-shape.ts';
import { isTemplateExample, templateColumns, templateFields } from './template.ts';

test('the template maps itself, column by column', () => {
  const rows = [
    { number: 1, cells: templateColumns.map(({ title }) => title) },
    { number: 2, cells: templateColumns.map(({ example }) => example) },
  ];
  const { mapping } = proposeMapping(findTable(rows)!, [rows[1]!], new PlaceIndex([]));
  expect(mapping).toEqual(Object.fromEntries(templateFields.map((field, at) => [field, at])));
});

test('its example row is recognised, and a real person is not', () => {
  expect(isTemplateExample(templateColumns.map(({ example }) => example))).toBe(true);
  expect(isTemplateExample(['Siti Aminah'])).toBe(false);
});
