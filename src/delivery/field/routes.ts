import type { Screen, Tab } from './screen.ts';

/** Every screen; a subject adds its lines here and nowhere else. */
export const screens: readonly Screen[] = [
  { path: '/', load: () => import('./home/home-screen.svelte') },
  {
    path: '/pertemuan/:id',
    load: () => import('./meeting/meeting-screen.svelte'),
    alone: true,
  },
  { path: '/pertemuan/:id/kuitansi', load: () => import('./meeting/receipts-screen.svelte') },
  { path: '/kelompok/:id', load: () => import('./meeting/group-screen.svelte') },
  {
    path: '/kelompok/:group/anggota/:person',
    load: () => import('./meeting/passbook-screen.svelte'),
  },
  { path: '/tas', load: () => import('./meeting/bag-screen.svelte') },
  { path: '/kunjungan', load: () => import('./visit/route-screen.svelte') },
  { path: '/kunjungan/pilih', load: () => import('./visit/choose-screen.svelte') },
  { path: '/kunjungan/usaha/:id', load: () => import('./visit/business-screen.svelte') },
  {
    path: '/kunjungan/catat/:id',
    load: () => import('./visit/visit-screen.svelte'),
    alone: true,
  },
  { path: '/orang', load: () => import('./register/people-screen.svelte') },
  { path: '/orang/:id', load: () => import('./register/person-screen.svelte') },
  {
    path: '/orang/:id/perbaiki',
    load: () => import('./register/correct-screen.svelte'),
    alone: true,
  },
  { path: '/daftar', load: () => import('./register/register-screen.svelte'), alone: true },
  { path: '/kirim', load: () => import('./tray/tray-screen.svelte') },
  { path: '/setelan', load: () => import('./settings/settings-screen.svelte') },
];

/** The tabs at the foot, in order. */
export const tabs: readonly Tab[] = [
  { path: '/', label: { id: 'Hari ini', en: 'Today' }, icon: 'calendar' },
  { path: '/kunjungan', label: { id: 'Kunjungan', en: 'Visits' }, icon: 'pin' },
  { path: '/orang', label: { id: 'Orang', en: 'People' }, icon: 'person' },
  { path: '/kirim', label: { id: 'Kiriman', en: 'Tray' }, icon: 'send' },
  { path: '/setelan', label: { id: 'Setelan', en: 'Settings' }, icon: 'settings' },
];
