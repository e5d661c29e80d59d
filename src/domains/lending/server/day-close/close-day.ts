import {
  controlMovement,
  finishClosingDay,
  startClosingDay,
} from '#domains/ledger/server/index.ts';
import { addDays, formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { applyRate, formatPercent, parsePercent } from '#kernel/rate.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { closeDayInput } from '../../day-close-input.ts';
import { addTally, parOf, portfolioAfter } from '../../portfolio-day.ts';
import type { PortfolioFigures } from '../../portfolio-day.ts';
import { lendingProblems } from '../../problems.ts';
import { ageLoans } from './age-loans.ts';
import { chargePenalties, penaltyRulesOf } from './charge-penalties.ts';
import {
  closeBefore,
  countBatch,
  getClosingBook,
  insertPortfolioDay,
  isBegun,
  portfolioOn,
  takeDayClose,
} from './day-close-store.ts';
import type { ClosingBook, DayCloseRow } from './day-close-store.ts';
import { cityGradeTables, gradeRulesOf } from './grade-rules.ts';
import type { GradeRule } from './grade-rules.ts';

/** So many loans a transaction: a kill costs at most this much work, and nobody waits long for a lock. */
const loansPerBatch = 50_000;
const smallBook = 10_000n;

/**
 * Closes a business day of one book, or the next piece of it: every loan the day changed is brought to its end, and
 * with the last piece the portfolio of the day is written for good and the books close. Answers whether more is left;
 * then the same is sent again. A day that is closed answers so and is not touched.
 *
 * Refused for a day to come, and when an earlier day is still open: days close in order.
 */
export const closeDay = defineCommand({
  kind: 'lending.close-day',
  version: 1,
  input: closeDayInput,
  async handle(tx, body, context) {
    const started = performance.now();
    const { day } = body;
    if (day > context.today) throw lendingProblems.dayToCome({ day });
    const [book, begun, before, tables] = await together(
      getClosingBook(tx, body.bookId),
      isBegun(tx, body),
      closeBefore(tx, body),
      cityGradeTables(tx),
    );
    assertNext(day, before);
    const closing = { ...body, by: { userId: context.actor.userId, at: context.now } };
    // Only the first piece holds the day, until the postings under way into it are in; the last takes it again to finish.
    const [, close, portfolio] = await together(
      begun ? undefined : startClosingDay(tx, { ...closing, today: context.today }),
      takeDayClose(tx, {
        ...body,
        at: context.now,
        askedBy: body.askedBy ?? context.actor.userId,
        rules: gradeRulesOf(tables, { ...book, on: day }),
      }),
      portfolioOn(tx, { ...body, day: before?.day ?? null }),
    );
    if (close.state === 'done') return outcome({ book, close, par30: null, done: true });
    const size = body.loansAtOnce ?? loansPerBatch;
    const closedUntil = before?.day ?? null;
    const [{ touched, tally }, penaltyRules] = await together(
      ageLoans(tx, {
        ...book,
        day,
        closedUntil,
        rules: close.rules,
        regraded: before ? changedUnits(before.rules, close.rules) : [],
        size,
        large: before === null || portfolio.loans > smallBook,
      }),
      penaltyRulesOf(tx, book.institutionId),
    );
    const penalties =
      touched < size
        ? await chargePenalties(tx, { ...book, day, context, holdsDay: !begun }, penaltyRules)
        : null;
    const done = penalties !== null;
    const moved = addTally(close.tally, { ...tally, ...penalties });
    const figures = portfolioAfter(portfolio, moved);
    const [, ledgerMoved] = await together(
      countBatch(tx, body, {
        touched,
        tally: moved,
        workMs: Math.round(performance.now() - started),
        doneAt: done ? context.now : null,
      }),
      done ? loansMoved(tx, book, { after: closedUntil, until: day }) : 0n,
      done ? finishClosingDay(tx, closing) : undefined,
    );
    if (done) {
      await insertPortfolioDay(tx, book.bookId, {
        ...figures,
        day,
        earnedInterest: moved.earnedInterest,
        provisionRupiah: provisionOf(figures, close.rules),
        ledgerRupiah: portfolio.ledgerRupiah + ledgerMoved,
      });
    }
    return outcome({
      book,
      close: { ...close, loansTouched: close.loansTouched + BigInt(touched) },
      par30: parOf(figures, 30),
      done,
    });
  },
});

/** @throws Refusal earlierDayOpen: days close in order */
function assertNext(day: BusinessDate, before: DayCloseRow | null): void {
  if (before === null || (before.state === 'done' && before.day === addDays(day, -1))) return;
  const open = before.state === 'done' ? addDays(before.day, 1) : before.day;
  throw lendingProblems.earlierDayOpen({ day, open });
}

/** Frequencies whose table is not the one of the day before. */
function changedUnits(before: readonly GradeRule[], now: readonly GradeRule[]): string[] {
  const ofUnit = (rules: readonly GradeRule[], unit: string) =>
    JSON.stringify(sortedRule(rules.find((rule) => rule.unit === unit)));
  return ['day', 'week', 'month'].filter((unit) => ofUnit(before, unit) !== ofUnit(now, unit));
}

function sortedRule(rule: GradeRule | undefined) {
  return rule && [rule.source, rule.validFrom, rule.grades, rule.most, rule.after];
}

/** By how much the books say that loans moved on some days. */
function loansMoved(
  tx: Tx,
  { bookId }: ClosingBook,
  span: { after: BusinessDate | null; until: BusinessDate },
): Promise<bigint> {
  return controlMovement(tx, { bookId, control: 'loan' }, span);
}

/** For information: what the lender's table would set aside. Only where all its frequencies go by the same rates. */
function provisionOf(figures: PortfolioFigures, rules: readonly GradeRule[]): bigint | null {
  const rates = rules[0]?.provision;
  if (!rates || rules.some((rule) => String(rule.provision) !== String(rates))) return null;
  const graded = [figures.grade1, figures.grade2, figures.grade3, figures.grade4, figures.grade5];
  return graded.reduce(
    (sum, rupiah, i) => sum + applyRate(rupiah, parsePercent(rates[i] ?? '0')),
    0n,
  );
}

function outcome(closed: {
  book: ClosingBook;
  close: DayCloseRow;
  par30: ReturnType<typeof parOf>;
  done: boolean;
}) {
  const { book, close, par30, done } = closed;
  const touched = Number(close.loansTouched);
  const said = (lang: 'id' | 'en') =>
    par30 === null ? '' : `, PAR30 ${formatPercent(par30, 1, lang)}`;
  return {
    answer: { bookId: book.bookId, day: close.day, done, loansTouched: touched },
    audit: {
      subject: { kind: 'book', id: book.bookId },
      says: {
        id: `${done ? 'Menutup' : 'Sedang menutup'} hari ${formatDate(close.day, 'id')} ${book.institutionName}: ${touched} pinjaman berubah${said('id')}`,
        en: `${done ? 'Closed' : 'Closing'} the day ${formatDate(close.day, 'en')} of ${book.institutionName}: ${touched} loans changed${said('en')}`,
      },
      data: { day: close.day },
    },
    ...(done && {
      events: [{ kind: 'lending.day-closed', body: { bookId: book.bookId, day: close.day } }],
    }),
  };
}
