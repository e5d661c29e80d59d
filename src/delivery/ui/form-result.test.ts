import { expect, it } from 'vitest';
import { fieldStateOf } from './form-result.ts';

const after = (values: Record<string, string | string[]> | undefined) =>
  fieldStateOf('kelompok', { formId: undefined, result: values && { values } });

it('A refused form gives back every tick of a group, and none where none was ticked', () => {
  expect(after({ kelompok: ['melati', 'mawar'] })).toMatchObject({
    typed: 'melati',
    ticked: ['melati', 'mawar'],
  });
  expect(after({ kelompok: 'mawar' }).ticked).toEqual(['mawar']);
  expect(after({ note: 'diperiksa' }).ticked).toEqual([]);
});

it('A form that was not refused leaves the ticks as the page set them', () => {
  expect(after(undefined).ticked).toBeUndefined();
});
