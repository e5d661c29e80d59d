const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let lastMillis = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids made within
 * one millisecond in order, then 62 random bits. Made by the caller, never by the database.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    counter = randomBits(0x7ff);
  } else if (++counter > 0xfff) {
    lastMillis += 1;
    counter = 0;
  }
  return formatId(lastMillis, counter, crypto.getRandomValues(new Uint8Array(8)));
}

/**
 * A UUIDv7 from given parts, for generators that must make the same ids every time.
 *
 * @param random eight bytes
 */
export function formatId(millis: number, sequence: number, random: Uint8Array): string {
  const time = millis.toString(16).padStart(12, '0');
  const bytes = Uint8Array.from(random);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
  const tail = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const middle = (0x7000 | (sequence & 0xfff)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Whether a text is a UUIDv7 in its canonical lower-case form. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text);
}

function randomBits(mask: number): number {
  const [low = 0, high = 0] = crypto.getRandomValues(new Uint8Array(2));
  return ((high << 8) | low) & mask;
}
