import type { Outlook } from '#domains/lending/what-if.ts';

/** What a row showed, as the form carries it to the command: the change is made to these figures or not at all. */
export function shownText(shown: Outlook): string {
  const { nextDueOn, lastDueOn, instalmentRupiah, count, leftRupiah } = shown;
  return [nextDueOn, lastDueOn, instalmentRupiah, count, leftRupiah].join(' ');
}

/** The body of `lending.commit-what-if` from the form; what was tampered with is refused by the command's schema. */
export function commitBodyOf(data: FormData): object {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const [from, to] = text('skip').split(' ');
  return {
    weekday: text('weekday') === '' ? null : Number(text('weekday')),
    skip: from && to ? { from, to } : null,
    loans: data
      .getAll('loanIds')
      .map(String)
      .map((loanId) => {
        const [nextDueOn, lastDueOn, instalmentRupiah, count, leftRupiah] = text(
          `shown-${loanId}`,
        ).split(' ');
        return {
          loanId,
          extra: Number(text(`extra-${loanId}`)),
          shown: { nextDueOn, lastDueOn, instalmentRupiah, count: Number(count), leftRupiah },
        };
      }),
    reason: text('reason'),
  };
}
