import { createHash } from 'node:crypto';

/** Statements sent this often are worth keeping planned; one-off texts are not. */
const worthKeeping = 3;
/** A page that builds its statements by hand must not fill the server's memory with plans. */
const mostKept = 600;

const sent = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement's plan on each connection, once the statement has been sent a few
 * times; undefined until then. Planning the joins of a meeting's sheet takes several times as long as running them.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostKept) return known;
  const times = (sent.get(text) ?? 0) + 1;
  if (times < worthKeeping) {
    if (sent.size > mostKept * 10) sent.clear();
    sent.set(text, times);
    return undefined;
  }
  sent.delete(text);
  const name = `naik_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
