import type { Words } from '#kernel/words.ts';
import { maySee } from '#domains/access/who-may.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import type { Actor } from '#platform/command/command.ts';

interface NavigationEntry {
  href: string;
  label: Words;
  /** The screen, or one of the screens, one must be allowed to see; without it, everybody who is signed in. */
  sees?: PermissionKind | readonly PermissionKind[];
  /** Why it cannot be opened yet. */
  soon?: Words;
}

const soon: Words = { id: 'belum dibuka', en: 'not open yet' };

/** The office menu, by what people do. */
const work: readonly NavigationEntry[] = [
  { href: '/hari-ini', label: { id: 'Hari ini', en: 'Today' } },
  { href: '/orang', label: { id: 'Orang & usaha', en: 'People & businesses' }, sees: 'see.people' },
  { href: '/keluarga', label: { id: 'Keluarga', en: 'Families' }, sees: 'see.welfare' },
  { href: '/kelompok', label: { id: 'Kelompok', en: 'Groups' }, sees: 'see.groups' },
  {
    href: '/pendampingan',
    label: { id: 'Pendampingan', en: 'Mentoring' },
    sees: ['see.meetings', 'see.visits'],
  },
  { href: '/pembiayaan', label: { id: 'Pembiayaan', en: 'Finance' }, sees: 'see.applications' },
  {
    href: '/setoran',
    label: { id: 'Setoran tas', en: 'Cash bags' },
    sees: 'mentoring.deposit-bag',
  },
  { href: '/tas', label: { id: 'Tas saya', en: 'My bag' }, sees: 'mentoring.count-bag' },
  { href: '/buku', label: { id: 'Buku', en: 'Books' }, sees: 'see.books' },
  {
    href: '/pembiayaan/mitra',
    label: { id: 'Buku mitra', en: 'Partners’ books' },
    sees: 'see.partner-books',
  },
  { href: '/subsidi', label: { id: 'Subsidi bunga', en: 'Interest subsidy' }, sees: 'see.subsidy' },
  { href: '/pelatihan', label: { id: 'Pelatihan', en: 'Training' }, soon },
  { href: '/perizinan', label: { id: 'Perizinan', en: 'Permits' }, soon },
  { href: '/pasar', label: { id: 'Pasar', en: 'Market' }, soon },
  { href: '/suara', label: { id: 'Suara warga', en: 'Citizens’ voice' }, sees: 'see.cases' },
  { href: '/laporan', label: { id: 'Laporan', en: 'Reports' }, sees: 'see.leadership' },
];

const manage: readonly NavigationEntry[] = [
  {
    href: '/pembiayaan/mitra/naskah',
    label: { id: 'Naskah persetujuan', en: 'Consent statement' },
    sees: 'registry.publish-consent-notice',
  },
  {
    href: '/pendampingan/tinjauan',
    label: { id: 'Tinjauan lapangan', en: 'Field reviews' },
    sees: 'see.field-reviews',
  },
  {
    href: '/pendampingan/hp',
    label: { id: 'HP lapangan', en: 'Field phones' },
    sees: 'see.devices',
  },
  {
    href: '/permintaan',
    label: { id: 'Permintaan data', en: 'Data requests' },
    sees: 'see.data-requests',
  },
  {
    href: '/lintas',
    label: { id: 'Lintas perangkat', en: 'Across departments' },
    sees: 'see.departments-lists',
  },
  { href: '/undangan', label: { id: 'Undangan', en: 'Invitations' }, sees: 'see.invitations' },
  { href: '/impor', label: { id: 'Impor', en: 'Imports' }, sees: 'see.imports' },
  { href: '/audit', label: { id: 'Jejak audit', en: 'Audit trail' }, sees: 'see.audit' },
  { href: '/pekerjaan', label: { id: 'Pekerjaan latar', en: 'Background jobs' }, sees: 'see.jobs' },
  { href: '/pengguna', label: { id: 'Pengguna', en: 'Users' }, sees: 'see.users' },
  { href: '/pengaturan', label: { id: 'Pengaturan', en: 'Settings' } },
];

/** One line of the menu as the page draws it. */
export interface NavigationItem {
  href: string;
  label: Words;
  soon: Words | null;
}

export interface Navigation {
  work: NavigationItem[];
  manage: NavigationItem[];
}

/** The menu of one person: what her roles let her see, and what is not built yet with its reason. */
export function navigationFor(actor: Actor): Navigation {
  const open = (entries: readonly NavigationEntry[]) =>
    entries
      .filter(({ sees }) => !sees || [sees].flat().some((kind) => maySee(actor, kind)))
      .map(({ href, label, soon: why }) => ({ href, label, soon: why ?? null }));
  return { work: open(work), manage: open(manage) };
}

const hrefs = [...work, ...manage].map((entry) => entry.href);

/** The one menu line that leads to the page shown, or closest above it; null for a page outside the menu. */
export function currentHref(path: string): string | null {
  const within = hrefs.filter((href) => path === href || path.startsWith(`${href}/`));
  return within.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
