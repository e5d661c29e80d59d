import { typesText } from './row-keys.ts';

/**
 * Keys 1, 2 and 3 press the buttons of a form that show them, Z takes back the decision before; without this script the
 * buttons are there all the same. For `onMount`.
 *
 * @param form the form with the buttons named `decision`
 * @param undo the form that takes back
 */
export function decideByKeys(form: string, undo: string): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
    if (event.key.toLowerCase() === 'z') {
      document.querySelector<HTMLButtonElement>(`#${undo} button:enabled`)?.click();
      return;
    }
    const decision = { '1': 'same', '2': 'different', '3': 'later' }[event.key];
    if (!decision) return;
    document
      .querySelector<HTMLButtonElement>(`#${form} button[value="${decision}"]:enabled`)
      ?.click();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
