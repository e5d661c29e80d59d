/** True where a key means a letter, not a command. */
export function typesText(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return Boolean(element?.closest('input, textarea, select, [contenteditable]'));
}

/**
 * Lets j and k move down and up through the rows of a table; Enter opens the focused one, because it is a link.
 * An enhancement: nothing depends on it.
 */
export function moveWithKeys(table: HTMLTableElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
    if (event.key !== 'j' && event.key !== 'k') return;
    const links = [...table.querySelectorAll<HTMLAnchorElement>('tbody a.open')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next =
      links[event.key === 'j' ? Math.min(links.length - 1, at + 1) : Math.max(0, at - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
