/** Degrees as people type them, with a comma or a point; null for what is none. */
export function readDegrees(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d{1,3}(\.\d{1,10})?$/.test(plain) ? Number(plain) : null;
}
