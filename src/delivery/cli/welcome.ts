import { demoSignIns } from '../../demo/demo-users.ts';
import type { App } from '../../app.ts';

/** What `npm start` prints once the pages are served: where to look and whom to sign in as. */
export function welcome(app: App, address: string): string {
  const city = app.cities()[0];
  const lines = ['', `Naik Kelas is served at ${address}`, `Data: ${app.settings.dataDir}`];
  if (city?.demo)
    lines.push('', `${city.name} is a demo city: nobody in it is real.`, ...signInLines());
  if (!city) lines.push('', 'There is no city yet. Stop, then: npm run --silent naik -- demo load');
  lines.push('', 'Ctrl-C stops everything.', '');
  return lines.join('\n');
}

function signInLines(): string[] {
  const { password, users, memberPin } = demoSignIns;
  const width = Math.max(...users.map((user) => user.login.length)) + 2;
  return [
    `Sign in with the password  ${password}  as:`,
    ...users.map(
      (user) =>
        `  ${user.login.padEnd(width)}${user.does}${user.needsCode ? ' (the page shows the code)' : ''}`,
    ),
    `Members open their page with their card and the PIN ${memberPin}.`,
  ];
}
