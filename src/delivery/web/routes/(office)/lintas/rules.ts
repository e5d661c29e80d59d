import type { ListRules } from '#delivery/ui/list-state.ts';

export const views = ['daftar-ganda', 'layanan-ganda', 'belum-dilayani'] as const;
export type View = (typeof views)[number];

export function viewOf(url: URL): View {
  const asked = url.searchParams.get('lihat');
  return views.find((view) => view === asked) ?? 'daftar-ganda';
}

export const crossRules = {
  sorts: ['name', 'kelurahan', 'jumlah', 'terakhir'],
  filters: ['lihat', 'kecamatan', 'perangkat', 'layanan'],
  size: 50,
} as const satisfies ListRules;
