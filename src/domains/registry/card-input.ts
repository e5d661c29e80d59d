import { z } from 'zod';

export const setMemberPinInput = z.object({
  cardId: z.uuid(),
  /** argon2id PHC string: the PIN itself never enters a command, whose body is hashed and kept. */
  pinHash: z.string().startsWith('$argon2id$'),
});

/** A PIN as a member types it: six digits. */
export const pinShape = /^\d{6}$/;

/** Whether a PIN is among the first that anybody would try: one digit six times, or six in a row. */
export function isGuessablePin(pin: string): boolean {
  return /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);
}
