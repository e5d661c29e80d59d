import type { Words } from '#kernel/words.ts';

export const bagWords = {
  title: { id: 'Tas saya', en: 'My bag' },
  holds: (institution: string, amount: string): Words => ({
    id: `${institution}: ${amount} menurut catatan.`,
    en: `${institution}: ${amount} by the books.`,
  }),
  counted: (amount: string): Words => ({
    id: `Sudah dihitung hari ini: ${amount}.`,
    en: `Counted today: ${amount}.`,
  }),
  pieces: (value: string): Words => ({ id: `Lembar ${value}`, en: `Pieces of ${value}` }),
  keep: { id: 'Catat hitungan', en: 'Record the count' },
  recorded: {
    id: 'Hitungan tercatat. Serahkan uangnya kepada kasir.',
    en: 'The count was recorded. Hand the cash to the cashier.',
  },
  none: { id: 'Tas Anda belum pernah berisi.', en: 'Your bag has held nothing yet.' },
} as const;
