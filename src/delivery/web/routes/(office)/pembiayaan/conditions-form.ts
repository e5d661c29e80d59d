import type { ProductConditions, ProductFee } from '#domains/lending/product-conditions.ts';
import { type Part, usualOrder } from '#domains/lending/loan-event.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Json } from '#platform/command/command.ts';
import { digitsOf, type FieldText, percentOf } from './terms-form.ts';

/** As many lines for fees as the form has. */
export const feeLines = [0, 1, 2] as const;

/** Every order of the four parts, the usual one first. */
export const partOrders: readonly (readonly Part[])[] = ordersOf([
  'penalty',
  'fee',
  'interest',
  'principal',
]);

function ordersOf(left: readonly Part[]): Part[][] {
  if (left.length === 0) return [[]];
  return left.flatMap((first) =>
    ordersOf(left.filter((part) => part !== first)).map((rest) => [first, ...rest]),
  );
}

/** What a product says beyond its schedule, as its schema reads it; what says nothing is left out. */
export function conditionsOf(text: FieldText): Record<string, Json> {
  const allocation = allocationOf(text);
  const fees = feeLines.flatMap((line) => feeOf(text, line));
  const prepayment = text('terms.prepayment');
  const rule = text('terms.onClosedDays.rule');
  const weekend = text('terms.onClosedDays.weekend');
  return {
    ...(allocation && { allocation }),
    ...(prepayment && prepayment !== 'next-instalments' && { prepayment }),
    ...penaltyOf(text),
    ...(fees.length > 0 && { fees }),
    ...(rule && {
      onClosedDays: { rule, weekend: weekend ? weekend.split(',').map(Number) : [] },
    }),
  };
}

function allocationOf(text: FieldText): Json {
  const given = (name: string) =>
    (text(`terms.allocation.${name}`) || usualOrder.parts.join(',')).split(',');
  const first = given('parts');
  if (text('terms.allocation.order') === 'due-then-advance')
    return { order: 'due-then-advance', due: first, inAdvance: given('inAdvance') };
  return first.join() === usualOrder.parts.join() ? null : { order: 'by-instalment', parts: first };
}

function penaltyOf(text: FieldText): { latePenalty?: Json } {
  const field = (name: string) => text(`terms.latePenalty.${name}`);
  const kind = field('kind');
  if (!kind) return {};
  const most = field('mostPercent');
  const late = {
    graceDays: Number(field('graceDays') || '0'),
    ...(most && { mostPercent: percentOf(most) }),
  };
  return {
    latePenalty:
      kind === 'per-instalment'
        ? { kind, rupiah: digitsOf(field('value')), ...late }
        : { kind: 'of-overdue', percent: percentOf(field('value')), per: kind, ...late },
  };
}

/** `1 %` is a share of the loan, `25.000` an amount; a line without either says nothing. */
function feeOf(text: FieldText, line: number): Json[] {
  const field = (name: string) => text(`terms.fees.${line}.${name}`).trim();
  const value = field('value');
  if (!value && !field('name')) return [];
  const basis: Record<string, string> = value.endsWith('%')
    ? { basis: 'percent', percent: percentOf(value) }
    : { basis: 'fixed', rupiah: digitsOf(value) };
  const taken = field('taken');
  return [
    {
      name: field('name'),
      kind: taken === 'insurance' ? 'insurance' : 'fee',
      taken: taken === 'spread' ? 'spread' : 'upfront',
      ...basis,
    },
  ];
}

/** The same conditions as values of the form, by field name. */
export function valuesOfConditions(conditions: ProductConditions): Record<string, string> {
  const { allocation, prepayment, latePenalty, onClosedDays } = conditions;
  return {
    ...(allocation && {
      'terms.allocation.order': allocation.order,
      'terms.allocation.parts': (allocation.order === 'by-instalment'
        ? allocation.parts
        : allocation.due
      ).join(','),
      ...(allocation.order === 'due-then-advance' && {
        'terms.allocation.inAdvance': allocation.inAdvance.join(','),
      }),
    }),
    ...(prepayment && { 'terms.prepayment': prepayment }),
    ...(latePenalty && {
      'terms.latePenalty.kind':
        latePenalty.kind === 'per-instalment' ? latePenalty.kind : latePenalty.per,
      'terms.latePenalty.value':
        latePenalty.kind === 'per-instalment'
          ? groupDigits(BigInt(latePenalty.rupiah))
          : latePenalty.percent.replace('.', ','),
      'terms.latePenalty.graceDays': String(latePenalty.graceDays),
      'terms.latePenalty.mostPercent': latePenalty.mostPercent?.replace('.', ',') ?? '',
    }),
    ...Object.assign({}, ...(conditions.fees ?? []).map(valuesOfFee)),
    ...(onClosedDays && {
      'terms.onClosedDays.rule': onClosedDays.rule,
      'terms.onClosedDays.weekend': onClosedDays.weekend.join(','),
    }),
  };
}

function valuesOfFee(fee: ProductFee, line: number): Record<string, string> {
  const at = `terms.fees.${line}`;
  return {
    [`${at}.name`]: fee.name,
    [`${at}.value`]:
      fee.basis === 'fixed'
        ? groupDigits(BigInt(fee.rupiah))
        : `${fee.percent.replace('.', ',')} %`,
    [`${at}.taken`]: fee.kind === 'insurance' ? 'insurance' : fee.taken,
  };
}

/** What is refused of an amount or a percentage stands beside the one field that takes both. */
export function besideFields<T>(fields: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, words]) => [
      // A field called `code` would not come back to the page: that is the second factor's name.
      name
        .replace(/^(terms\.(?:latePenalty|fees\.\d+))\.(?:rupiah|percent)$/, '$1.value')
        .replace(/^code$/, 'productCode'),
      words,
    ]),
  );
}

/** Whether anything but the usual is said, so that the folded part of the form opens. */
export function hasConditions(values: Readonly<Record<string, string>>): boolean {
  return Object.keys(values).some((name) =>
    /^terms\.(allocation|prepayment|latePenalty|fees|onClosedDays)/.test(name),
  );
}
