import { StartProblem } from '#platform/config/start-problem.ts';
import { loadDemo } from '../demo-load.ts';
import type { CliCommand } from '../cli-command.ts';

export const demoLoadCommand: CliCommand = {
  name: 'demo load',
  summary: 'Loads the demo city, Kota Jambi, into an empty database.',
  usage: '[--json]',
  help: `10,763 businesses, 801 members in 21 groups, half a year of weekly meetings. Made from a seed, the
same every time; nobody in it is real. Refuses a database that holds a city.`,
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    return withApp(async (app) => {
      if (app.cities().length > 0) {
        throw new StartProblem(
          'failed',
          'This database already holds a city. Load the demo into an empty folder: NAIK_DATA=/new/folder naik demo load',
        );
      }
      const seconds = await loadDemo(app);
      const city = app.cities()[0]?.id ?? null;
      out(
        options.json
          ? JSON.stringify({ city, seconds })
          : `The demo city was loaded in ${seconds.toFixed(1)} s.`,
      );
      return 0;
    });
  },
};
