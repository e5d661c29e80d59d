import { takeFlash } from '../flash.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
  lang: locals.lang,
  theme: locals.theme,
  cityName: locals.cityName,
  flash: takeFlash(cookies),
  person: locals.actor ? { name: locals.actor.name } : null,
});
