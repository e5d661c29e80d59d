/** Where the app lives; every screen's path begins after it. */
export const base = '/lapangan';

export type Params = Readonly<Record<string, string>>;

/** The params of a path that fits a pattern such as `/pertemuan/:id`, or null. Pure. */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const piece = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(piece);
    else if (part !== piece) return null;
  }
  return params;
}

/** The path after `/lapangan`: '/' for the app's own first screen. */
export function pathWithin(pathname: string): string {
  const within = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '/';
  return within.replace(/\/+$/, '') || '/';
}
