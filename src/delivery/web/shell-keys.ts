import { typesText } from '#delivery/ui/row-keys.ts';

/** `/` goes to the search field, `?` shows the keys, `g` to today's list; nothing happens while one types. */
export function shellKeys(actions: {
  search: () => void;
  help: () => void;
  today: () => void;
}): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
    const act =
      event.key === '/'
        ? actions.search
        : event.key === '?'
          ? actions.help
          : event.key === 'g'
            ? actions.today
            : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
