import { defineProblems } from '#platform/command/problem.ts';
import { fieldKinds } from './field-kind.ts';

export const linkProblems = defineProblems('registry', {
  linkFileUnreadable: {
    status: 422,
    say: ({ file, why }: { file: string; why: string }) => ({
      id: `Berkas ${file} tidak dapat dibaca (${why}). Periksa nama dan izinnya.`,
      en: `The file ${file} cannot be read (${why}). Check its name and permissions.`,
    }),
  },
  linkFileEmpty: {
    status: 422,
    say: ({ file }: { file: string }) => ({
      id: `Berkas ${file} kosong. Baris pertamanya harus berisi nama kolom.`,
      en: `The file ${file} is empty. Its first line must hold the names of the columns.`,
    }),
  },
  linkMapUnreadable: {
    status: 422,
    say: ({ why }: { why: string }) => ({
      id: `Berkas peta tidak dapat dipakai: ${why}. Bentuknya {"id": "rec_id", "fields": [{"column": "surname", "as": "name"}]}.`,
      en: `The map cannot be used: ${why}. Its form is {"id": "rec_id", "fields": [{"column": "surname", "as": "name"}]}.`,
    }),
  },
  linkUnknownKind: {
    status: 422,
    say: ({ column, as }: { column: string; as: string }) => ({
      id: `Kolom ${column} dipetakan sebagai "${as}", yang tidak dikenal. Pilihannya: ${fieldKinds.join(', ')}.`,
      en: `The column ${column} is mapped as "${as}", which is not known. The choices: ${fieldKinds.join(', ')}.`,
    }),
  },
  linkMissingColumn: {
    status: 422,
    say: ({ column, columns }: { column: string; columns: readonly string[] }) => ({
      id: `Kolom ${column} tidak ada dalam berkas. Yang ada: ${columns.join(', ')}.`,
      en: `The file has no column ${column}. It has: ${columns.join(', ')}.`,
    }),
  },
  linkThresholdOutOfRange: {
    status: 422,
    say: ({ given }: { given: string }) => ({
      id: `Ambang ${given} bukan peluang. Tulis angka dari 0 sampai 1, misalnya 0.9.`,
      en: `The threshold ${given} is not a probability. Write a number from 0 to 1, such as 0.9.`,
    }),
  },
  linkTooManyRecords: {
    status: 413,
    say: ({ most }: { most: number }) => ({
      id: `Berkas berisi lebih dari ${most} baris. Bagi menjadi beberapa berkas, misalnya per kecamatan.`,
      en: `The file has more than ${most} records. Divide it into several, by kecamatan for example.`,
    }),
  },
});
