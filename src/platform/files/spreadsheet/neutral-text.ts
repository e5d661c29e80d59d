/** What makes a spreadsheet program take text for a formula, full-width forms included. */
const formulaStart = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * Text that no spreadsheet program will run: a leading apostrophe keeps `=HYPERLINK(…)`, `+1+1`, `-2+3` and `@SUM(…)`
 * plain text. Our own reader takes the apostrophe off again. A lone dash is left as it is.
 * Source of the rule: OWASP, CSV Injection.
 */
export function neutralText(text: string): string {
  if (!formulaStart.test(text) || /^[-\u2013\u2014]$/.test(text.trim())) return text;
  return `'${text}`;
}

/** Takes off the apostrophe that `neutralText`, or a person in Excel, put before a value. */
export function plainText(text: string): string {
  return text.replace(/^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\d])/, '');
}
