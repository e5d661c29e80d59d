import type { Scope } from '#domains/access/who-may.ts';

/** The lenders are the programme's, not the asker's: a mentor asks her members for any of them. */
export const everyLender: Scope = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
