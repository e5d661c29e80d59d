/** What the browser says the phone is, as a first guess at its name: `SM-A047F`, `iPhone`. */
export function phoneModel(userAgent: string): string {
  const android = /Android[^;)]*;\s*([^;)]+?)(?:\s+Build\/[^)]*)?\)/.exec(userAgent)?.[1];
  // Chrome tells every Android apart no longer: all of them are called K.
  if (android !== undefined && android !== 'K') return android;
  if (userAgent.includes('iPhone')) return 'iPhone';
  return '';
}
