import type { Words } from '#kernel/words.ts';

export interface ErrorWords {
  title: Words;
  happened: Words;
  todo: Words;
}

export const errorWords = {
  code: { id: 'Kode', en: 'Code' },
  reference: {
    id: 'Sebutkan nomor ini bila melapor:',
    en: 'Quote this number when you report it:',
  },
  home: { id: 'Ke halaman depan', en: 'Go to the start page' },
  signIn: { id: 'Masuk', en: 'Sign in' },
} satisfies Record<string, Words>;

const byStatus: Record<number, ErrorWords> = {
  401: {
    title: { id: 'Silakan masuk dulu', en: 'Please sign in first' },
    happened: {
      id: 'Halaman ini hanya untuk yang sudah masuk, atau sesi Anda sudah berakhir.',
      en: 'This page is for people who are signed in, or your session has ended.',
    },
    todo: {
      id: 'Masuk lagi; yang sudah tersimpan tetap ada.',
      en: 'Sign in again; what was saved is still there.',
    },
  },
  403: {
    title: { id: 'Di luar wewenang Anda', en: 'Outside your authority' },
    happened: {
      id: 'Peran atau wilayah tugas Anda tidak mencakup halaman ini.',
      en: 'Your role or area does not cover this page.',
    },
    todo: {
      id: 'Bila Anda memerlukannya untuk bekerja, mintalah pengelola sistem memberi peran yang sesuai.',
      en: 'If your work needs it, ask the system administrator for the right role.',
    },
  },
  404: {
    title: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
    happened: {
      id: 'Alamat ini tidak ada, sudah dipindahkan, atau bukan milik kota ini.',
      en: 'This address does not exist, has moved, or does not belong to this city.',
    },
    todo: {
      id: 'Periksa alamatnya, atau mulai lagi dari halaman depan.',
      en: 'Check the address, or begin again from the start page.',
    },
  },
  413: {
    title: { id: 'Berkasnya terlalu besar', en: 'The file is too large' },
    happened: {
      id: 'Yang dikirim lebih besar daripada 25 MB. Belum ada yang tersimpan.',
      en: 'What was sent is larger than 25 MB. Nothing was saved.',
    },
    todo: {
      id: 'Bagi menjadi beberapa berkas, atau simpan lagi tanpa gambar dan lembar lain, lalu kirim ulang.',
      en: 'Split it into several files, or save it again without pictures and other sheets, and send it anew.',
    },
  },
  429: {
    title: { id: 'Terlalu banyak percobaan', en: 'Too many attempts' },
    happened: {
      id: 'Permintaan dari tempat Anda datang terlalu cepat.',
      en: 'Requests from your place came too fast.',
    },
    todo: { id: 'Tunggu beberapa menit lalu coba lagi.', en: 'Wait a few minutes and try again.' },
  },
  503: {
    title: { id: 'Server sedang sibuk', en: 'The server is busy' },
    happened: {
      id: 'Permintaan Anda belum diproses dan belum ada yang tersimpan.',
      en: 'Your request was not processed and nothing was saved.',
    },
    todo: { id: 'Coba lagi sebentar lagi.', en: 'Try again in a moment.' },
  },
};

const unknown: ErrorWords = {
  title: { id: 'Ada yang salah di pihak kami', en: 'Something went wrong on our side' },
  happened: {
    id: 'Halaman ini tidak dapat ditampilkan. Yang sudah tersimpan tetap aman.',
    en: 'This page cannot be shown. What was saved is safe.',
  },
  todo: {
    id: 'Muat ulang halaman. Bila masih terjadi, hubungi pengelola sistem.',
    en: 'Reload the page. If it still happens, tell the system administrator.',
  },
};

const refused: ErrorWords = {
  title: { id: 'Permintaan tidak dapat diterima', en: 'The request cannot be accepted' },
  happened: {
    id: 'Isi permintaan ini tidak lengkap atau tidak cocok.',
    en: 'This request is incomplete or does not fit.',
  },
  todo: {
    id: 'Kembali ke halaman sebelumnya lalu coba lagi.',
    en: 'Go back to the page before and try again.',
  },
};

/** What to say for an HTTP status: what happened, and what to do. */
export function wordsForStatus(status: number): ErrorWords {
  return byStatus[status] ?? (status >= 400 && status < 500 ? refused : unknown);
}
