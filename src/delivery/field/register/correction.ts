import { newId } from '#kernel/id.ts';
import { formatPhone } from '#kernel/phone.ts';
import { profileFields, readProfileValue } from '#domains/registry/field/profile-fields.ts';
import type { SubjectKind } from '#domains/registry/field/profile-fields.ts';
import type { PersonOnPhone } from '#domains/registry/fold-people.ts';
import type { Words } from '#kernel/words.ts';
import { correctProfileInput } from '#domains/registry/field/profile-input.ts';
import type { NewCommand, PendingCommand } from '../field-context.ts';

/** The fields of a profile in the order one reads them. */
export const correctable: Readonly<Record<SubjectKind, readonly string[]>> = {
  person: Object.keys(profileFields.person),
  business: Object.keys(profileFields.business),
};

/** A form of corrections: what was seen when it was opened, and what is typed. Kept as a draft. */
export interface Correction {
  readonly subjects: readonly {
    readonly kind: SubjectKind;
    readonly id: string;
    readonly commandId: string;
    readonly correctionId: string;
    readonly title: string;
    /** The refused command this one repairs. */
    readonly replaces: string | null;
    readonly seen: Readonly<Record<string, string | null>>;
    typed: Record<string, string>;
  }[];
}

export const correctionKey = (personId: string) => `correct:${personId}`;

/** A new form; with a refused correction, what was typed then stands in it again. */
export function openCorrection(person: PersonOnPhone, refused?: PendingCommand): Correction {
  const subjects = [
    subjectOf('person', person),
    ...person.businesses.map((business) => subjectOf('business', business)),
  ];
  const read = correctProfileInput.safeParse(refused?.body);
  if (!refused || !read.success) return { subjects };
  const { subject, changes } = read.data;
  const again = Object.fromEntries(changes.map(({ field, value }) => [field, value ?? '']));
  return {
    subjects: subjects.map((one) =>
      one.id === subject.id
        ? { ...one, replaces: refused.id, typed: { ...one.typed, ...again } }
        : one,
    ),
  };
}

function subjectOf(
  kind: SubjectKind,
  values: { id: string; name: string },
): Correction['subjects'][number] {
  const all: Readonly<Record<string, unknown>> = { ...values };
  const seen = Object.fromEntries(
    correctable[kind].map((field) => {
      const value = all[field];
      return [field, typeof value === 'string' ? value : null];
    }),
  );
  const typed = Object.fromEntries(
    Object.entries(seen).map(([field, value]) => [field, asWritten(field, value ?? '')]),
  );
  return {
    kind,
    id: values.id,
    commandId: newId(),
    correctionId: newId(),
    title: values.name,
    replaces: null,
    seen,
    typed,
  };
}

/** A value as people here write it; reading it again gives the same value, so that nothing counts as changed. */
function asWritten(field: string, value: string): string {
  if (field === 'bornOn' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return value.split('-').reverse().join('-');
  return field === 'phone' && value !== '' ? formatPhone(value) : value;
}

/** What is wrong with a typed value; null when it may be sent or was not touched. */
export function correctionProblem(
  { kind, seen, typed }: Correction['subjects'][number],
  field: string,
): Words | null {
  const text = typed[field] ?? '';
  if (text === (seen[field] ?? '')) return null;
  const read = readProfileValue(kind, field, text);
  return read.ok ? null : read.problem.says;
}

/** One command a record that was changed, each waiting for the registration it needs. */
export function commandsOf(
  correction: Correction,
  person: Pick<PersonOnPhone, 'id' | 'registeredBy'>,
): NewCommand[] {
  return correction.subjects.flatMap((subject): NewCommand[] => {
    const { kind, id, commandId, correctionId, replaces, seen, typed } = subject;
    const changes = correctable[kind].flatMap((field) => {
      const text = typed[field] ?? '';
      const base = seen[field] ?? null;
      if (text === (base ?? '')) return [];
      const read = readProfileValue(kind, field, text);
      return read.ok && read.value !== base ? [{ field, base, value: read.value }] : [];
    });
    if (changes.length === 0) return [];
    return [
      {
        id: commandId,
        kind: 'registry.correct-profile',
        version: 1,
        body: { correctionId, subject: { kind, id }, changes },
        subjects: [...new Set([`person:${person.id}`, `${kind}:${id}`])],
        deps: person.registeredBy === null ? [] : [person.registeredBy],
        ...(replaces === null ? {} : { replaces }),
      },
    ];
  });
}
