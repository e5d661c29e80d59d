import { roles } from '#domains/access/roles.ts';
import { whoMay } from '#domains/access/who-may.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import type { Permission } from '#domains/access/permission.ts';
import type { Words } from '#kernel/words.ts';
import { classifiedColumns, classifiedDomains, classifiedTables } from './classified-columns.ts';
import { fieldClasses, fieldClassNames, fieldClassOf, legalBases } from './field-classes.ts';
import type { FieldClass } from './field-classes.ts';

/** One line of the record of processing (UU 27/2022 art. 31). */
export interface ProcessingLine {
  readonly name: FieldClass;
  readonly says: Words;
  readonly kind: Words;
  /** Asks for more care: money and family (UU 27/2022 art. 4). */
  readonly specific: boolean;
  readonly purpose: Words;
  readonly basis: Words;
  readonly seenBy: readonly Words[];
  readonly recipients: Words;
  readonly kept: Words;
  readonly protection: Words;
  /** Where in the database it stands. */
  readonly places: readonly string[];
}

const kinds = {
  general: { id: 'umum', en: 'general' },
  specific: { id: 'spesifik', en: 'specific' },
} as const;

/** The whole record, derived from the classes, the columns that carry them and the table of who may do what. */
export function processingRecord(): ProcessingLine[] {
  return fieldClassNames.map((name) => {
    const given = fieldClassOf(name);
    return {
      name,
      says: fieldClasses[name].says,
      kind: kinds[given.kind],
      specific: given.kind === 'specific',
      purpose: given.purpose,
      basis: legalBases[given.basis],
      seenBy: rolesThatSee(given.seen),
      recipients: given.recipients,
      kept: given.kept,
      protection: given.protection,
      places: placesOf(name),
    };
  });
}

function rolesThatSee(screens: readonly PermissionKind[]): Words[] {
  const held = screens.flatMap((screen) =>
    (whoMay[screen] as readonly Permission[]).map(({ role }) => role),
  );
  return [...new Set(held)].map((role) => roles[role]);
}

function placesOf(name: FieldClass): string[] {
  const columns = Object.entries(classifiedColumns).flatMap(([table, classes]) =>
    Object.entries(classes)
      .filter(([, of]) => of === name)
      .map(([column]) => `registry.${table}.${column}`),
  );
  const keysOf = (classes: Readonly<Record<string, string>>) =>
    Object.entries(classes).flatMap(([key, of]) => (of === name ? [key] : []));
  const tables = keysOf(classifiedTables).map((table) => `registry.${table}`);
  return [...columns, ...tables, ...keysOf(classifiedDomains).map((domain) => `${domain}.*`)];
}
