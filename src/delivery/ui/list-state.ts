/** What a list can be asked for; the shape of its address. */
export interface ListRules {
  /** Columns that may be sorted, the first one by default; a leading `-` turns the default downwards. */
  sorts: readonly [string, ...string[]];
  /** Names of filters in the address, beside `q`. */
  filters?: readonly string[];
  /** Rows a page; 50 unless told. */
  size?: number;
}

/** The state of a list as its address says it. Nothing in it can be out of bounds. */
export interface ListState {
  q: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  size: number;
  offset: number;
  filters: Record<string, string>;
}

/** A page's address, as the browser or the server holds it; only read. */
export interface PageAddress {
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: { get(name: string): string | null };
}

/** Farther than any list goes; keeps `offset` harmless whatever the address says. */
const lastPage = 100_000;

/** Reads a list's state from its address. Unknown sorts and filters are dropped, not refused. */
export function readListState(url: PageAddress, rules: ListRules): ListState {
  const asked = url.searchParams.get('sort') ?? rules.sorts[0];
  const name = asked.replace(/^-/, '');
  const known = rules.sorts.some((sort) => sort.replace(/^-/, '') === name);
  const sort = known ? asked : rules.sorts[0];
  const size = rules.size ?? 50;
  const page = Math.min(
    lastPage,
    Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)),
  );
  const filters: Record<string, string> = {};
  for (const filter of rules.filters ?? []) {
    const value = url.searchParams.get(filter);
    if (value) filters[filter] = value.slice(0, 200);
  }
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 200),
    sort: sort.replace(/^-/, ''),
    direction: sort.startsWith('-') ? 'desc' : 'asc',
    page,
    size,
    offset: (page - 1) * size,
    filters,
  };
}

/**
 * The address of the same list with something changed; `null` takes a part away. Anything but `page` starts
 * again at the first page.
 */
export function listHref(
  url: PageAddress,
  changes: Record<string, string | number | null>,
): string {
  const params = new URLSearchParams(url.search);
  if (!('page' in changes)) params.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '' || (name === 'page' && Number(value) === 1))
      params.delete(name);
    else params.set(name, String(value));
  }
  const query = params.toString();
  return query ? `?${query}` : url.pathname;
}

/** The address of the same rows as a file, at a sibling `export` route: `?format=xlsx` keeps search, sort and filters. */
export function exportHref(
  url: PageAddress,
  format: 'xlsx' | 'csv',
  path = `${url.pathname}/unduh`,
): string {
  const params = new URLSearchParams(url.search);
  params.delete('page');
  params.set('format', format);
  return `${path}?${params.toString()}`;
}

/** Page numbers to show, `null` where some are left out: 1 … 4 5 6 … 20. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [n - 1, n] : [null, n];
  });
}
