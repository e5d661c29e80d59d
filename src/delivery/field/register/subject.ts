import { correctProfileInput } from '#domains/registry/field/profile-input.ts';
import { fieldOf } from '#domains/registry/field/profile-fields.ts';
import { registerInFieldInput } from '#domains/registry/field/registration-input.ts';
import { foldPeople } from '#domains/registry/fold-people.ts';
import type { PersonDocument } from '#domains/registry/field/person-document.ts';
import type { Words } from '#kernel/words.ts';
import type { Documents } from '../documents.ts';
import type { CommandKind, DraftKind, HomeAction } from '../screen.ts';
import { draftKey } from './register-draft.ts';
import { peopleWords, registerWords } from './words.ts';

const registration: CommandKind = {
  kind: 'registry.register-in-field',
  name: { id: 'Pendaftaran', en: 'Registration' },
  says: (body) => {
    const read = registerInFieldInput.safeParse(body);
    const name = read.success ? read.data.person.name : '';
    return { id: `Pendaftaran ${name}`, en: `Registration of ${name}` };
  },
  repairPath: (command) => `/daftar?perbaiki=${command.id}`,
};

const correction: CommandKind = {
  kind: 'registry.correct-profile',
  name: { id: 'Perbaikan data', en: 'Correction' },
  says: (body, documents) => {
    const read = correctProfileInput.safeParse(body);
    if (!read.success) return correction.name;
    const { subject, changes } = read.data;
    const owner = ownerOf(subject.id, documents);
    const say = (lang: 'id' | 'en') =>
      changes
        .map(({ field }) => fieldOf(subject.kind, field)?.label[lang].toLowerCase() ?? field)
        .join(', ');
    return { id: `Perbaikan ${say('id')} ${owner}`, en: `Correction of ${say('en')} ${owner}` };
  },
  // Corrected again from her profile, against what stands there by now.
  repairPath: (command) => {
    const person = command.subjects.find((subject) => subject.startsWith('person:'));
    return person
      ? `/orang/${person.slice('person:'.length)}/perbaiki?perbaiki=${command.id}`
      : null;
  },
};

/** Somebody new may be met at any time. */
export const registerActions: readonly HomeAction[] = [
  { path: '/daftar', label: peopleWords.register, icon: 'plus' },
];

/** What the tray says of registrations and corrections. */
export const registerKinds: readonly CommandKind[] = [registration, correction];

/** Unfinished ones, and where they go on. */
export const registerDrafts: readonly DraftKind[] = [
  {
    prefix: draftKey,
    name: registerWords.title,
    says: () => peopleWords.goOn,
    path: () => '/daftar',
  },
  {
    prefix: 'correct:',
    name: peopleWords.correctTitle,
    says: (key, documents): Words => {
      const name = ownerOf(key.slice('correct:'.length), documents);
      return { id: `Perbaikan data ${name}`, en: `Correction of ${name}` };
    },
    path: (key) => `/orang/${key.slice('correct:'.length)}/perbaiki`,
  },
];

function ownerOf(id: string, documents: Documents): string {
  const people = foldPeople(documents.withPrefix('person:') as PersonDocument[], []);
  return (
    people.find((one) => one.id === id || one.businesses.some((business) => business.id === id))
      ?.name ?? ''
  );
}
