/** The shortest password taken (OWASP asks for 8 with a second factor, 15 without; this is the middle for phones). */
export const shortestPassword = 10;

const easy = [
  'password',
  'katasandi',
  'qwerty',
  'rahasia',
  'indonesia',
  'bismillah',
  'sayang',
  'admin',
  'naikkelas',
];

/**
 * Whether a password may be used: long enough, not one character or a run of digits, not a well-known word with
 * something attached, and not the person's own name or login.
 */
export function strongEnough(password: string, about: readonly string[]): boolean {
  if (password.length < shortestPassword || password.length > 200) return false;
  const bare = password.toLowerCase().replace(/[^a-z]/g, '');
  if (new Set(password).size < 4) return false;
  if (isRun(password)) return false;
  const known = [...easy, ...about.map((text) => text.toLowerCase().replace(/[^a-z]/g, ''))];
  return !known.some(
    (word) => word.length >= 4 && bare.includes(word) && bare.length - word.length < 4,
  );
}

/** 1234567890 and abcdefghij: every character next to the one before, 0 being next to 9. */
function isRun(text: string): boolean {
  return Array.from(text).every((char, i) => {
    const step = Math.abs(char.charCodeAt(0) - text.charCodeAt(i - 1));
    return i === 0 || step <= 1 || step === 9;
  });
}
