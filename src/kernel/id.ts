const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Two digits of every byte; making them anew for each id costs as much as the rest of it. */
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Random bytes are drawn for 256 ids at once: each draw is a call into the system. */
const drawn = new Uint8Array(8 * 256);
let used = drawn.length;

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
  return formatId(lastMillis, counter, drawEight());
}

/**
 * A UUIDv7 from given parts, for generators that must make the same ids every time.
 *
 * @param random eight bytes
 */
export function formatId(millis: number, sequence: number, random: Uint8Array): string {
  const time = millis.toString(16).padStart(12, '0');
  let tail = '';
  for (let i = 0; i < 8; i += 1) {
    const byte = random[i] ?? 0;
    tail += hex[i === 0 ? (byte & 0x3f) | 0x80 : byte] ?? '';
  }
  const middle = (0x7000 | (sequence & 0xfff)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Whether a text is a UUIDv7 in its canonical lower-case form. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text);
}

function drawEight(): Uint8Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  used += 8;
  return drawn.subarray(used - 8, used);
}

function randomBits(mask: number): number {
  const [low = 0, high = 0] = crypto.getRandomValues(new Uint8Array(2));
  return ((high << 8) | low) & mask;
}
