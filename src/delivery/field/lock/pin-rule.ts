import type { Words } from '#kernel/words.ts';
import { pinLength } from '../store/vault.ts';
import { lockWords as w } from './words.ts';

/** Why a PIN cannot be taken, or null. One digit six times and a run up or down are the first that thieves try. */
export function pinProblem(pin: string, repeated: string): Words | null {
  if (!new RegExp(`^\\d{${pinLength}}$`).test(pin)) return w.pinShort;
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0));
  if ([0, 1, -1].some((step) => steps.every((one) => one === step))) return w.pinWeak;
  return pin === repeated ? null : w.pinsDiffer;
}
