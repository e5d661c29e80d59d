import type { App } from '../../app.ts';

/** Under this name `main.ts` leaves the running house for the built pages, which are bundled apart from it. */
const appDoor = Symbol.for('naik.app');

/** @throws Error when pages are served without the house behind them. */
export function appFromDoor(): App {
  const app = (globalThis as { [appDoor]?: App })[appDoor];
  if (!app)
    throw new Error('The pages were started without the programme: start it with `npm start`.');
  return app;
}
