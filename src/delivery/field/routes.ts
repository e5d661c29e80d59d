import type { Screen, Tab } from './screen.ts';

/** Every screen; a subject adds its lines here and nowhere else. */
export const screens: readonly Screen[] = [
  { path: '/', load: () => import('./home/home-screen.svelte') },
  { path: '/kirim', load: () => import('./tray/tray-screen.svelte') },
  { path: '/setelan', load: () => import('./settings/settings-screen.svelte') },
];

/** The tabs at the foot, in order. */
export const tabs: readonly Tab[] = [
  { path: '/', label: { id: 'Hari ini', en: 'Today' }, icon: 'calendar' },
  { path: '/kirim', label: { id: 'Kiriman', en: 'Tray' }, icon: 'send' },
  { path: '/setelan', label: { id: 'Setelan', en: 'Settings' }, icon: 'settings' },
];
