import type { Lang } from '#kernel/words.ts';

export type Theme = 'system' | 'light' | 'dark';

const key = 'naik.lapangan.tampilan';

/** Language and appearance of this phone; kept outside the store, so that the lock screen knows them too. */
export class Preferences {
  lang = $state<Lang>('id');
  theme = $state<Theme>('system');

  constructor() {
    const kept = new URLSearchParams(localStorage.getItem(key) ?? '');
    this.lang = kept.get('lang') === 'en' ? 'en' : 'id';
    const theme = kept.get('theme');
    this.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
    this.#show();
  }

  set(change: { lang?: Lang; theme?: Theme }): void {
    this.lang = change.lang ?? this.lang;
    this.theme = change.theme ?? this.theme;
    localStorage.setItem(
      key,
      new URLSearchParams({ lang: this.lang, theme: this.theme }).toString(),
    );
    this.#show();
  }

  #show(): void {
    document.documentElement.lang = this.lang;
    document.documentElement.dataset.theme = this.theme;
  }
}
