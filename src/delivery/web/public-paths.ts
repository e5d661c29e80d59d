/** Addresses that stand in QR codes: short, so that the code stays coarse enough for old cameras, and never changed. */
export const publicPaths = {
  card: (token: string) => `/k/${token}`,
  receipt: (token: string) => `/v/${token}`,
};

/** What somebody typed or pasted from a card or receipt: a bare code, or the whole address of its QR. */
export function codeFrom(typed: string): string | null {
  const last =
    typed
      .trim()
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return /^[A-Za-z0-9_-]{6,80}$/.test(last) ? last : null;
}
