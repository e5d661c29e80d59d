/** Whether somebody is signed in in this browser; null when the server cannot be asked. */
export async function isSignedIn(): Promise<boolean | null> {
  // The office's first page sends strangers to sign in; an answer that leads elsewhere is not followed.
  const answer = await fetch('/hari-ini', {
    method: 'HEAD',
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null);
  if (answer === null) return null;
  return answer.type !== 'opaqueredirect' && answer.status !== 401;
}
