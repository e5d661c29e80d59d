import { request } from 'node:http';
import { demoPassword } from '../src/demo/demo-users.ts';

/** Somebody signed in at the demo city, as a cookie. @throws when the login needs a second factor or is wrong */
export async function signedIn(address: string, login: string): Promise<string> {
  const response = await fetch(`${address}/masuk`, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      origin: address,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ login, password: demoPassword, next: '/hari-ini' }),
    redirect: 'manual',
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (response.status !== 303 || cookie === '')
    throw new Error(`${login} could not sign in: ${response.status}`);
  return cookie;
}

/** A page's or script's size as it goes over the wire with gzip. */
export function gzipBytes(url: string, cookie = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip', cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    });
    asked.on('error', reject);
    asked.end();
  });
}
