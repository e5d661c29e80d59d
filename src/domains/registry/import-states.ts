import type { Words } from '#kernel/words.ts';

/** The life of an import; `failed` and `cancelled` end it, `applied` is what it is for. */
export const importStateNames = {
  reading: { id: 'sedang dibaca', en: 'being read' },
  read: { id: 'menunggu pemetaan kolom', en: 'waiting for its columns' },
  mapped: { id: 'kolom sudah dipetakan', en: 'columns mapped' },
  previewing: { id: 'sedang dicocokkan', en: 'being matched' },
  previewed: { id: 'siap diterapkan', en: 'ready to apply' },
  applying: { id: 'sedang diterapkan', en: 'being applied' },
  applied: { id: 'sudah diterapkan', en: 'applied' },
  failed: { id: 'gagal dibaca', en: 'could not be read' },
  cancelled: { id: 'dibatalkan', en: 'cancelled' },
  undone: { id: 'ditarik kembali', en: 'undone' },
} as const satisfies Record<string, Words>;

export type ImportState = keyof typeof importStateNames;

/** States in which a person may still cancel. */
export const cancellableStates: readonly ImportState[] = [
  'reading',
  'read',
  'mapped',
  'previewing',
  'previewed',
];

/** States in which the columns may be corrected. */
export const mappableStates: readonly ImportState[] = ['read', 'mapped', 'previewed'];
