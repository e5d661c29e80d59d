/** What is counted of a kecamatan: three wholes, each with the part of it that is asked for. */
export const welfarePairs = [
  ['poor', 'womenHeaded'],
  ['asked', 'extreme'],
  ['people', 'never'],
] as const;

export type WelfareColumn = (typeof welfarePairs)[number][number];
export const welfareColumns = welfarePairs.flat();
