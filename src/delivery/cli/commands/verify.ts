import type { CliCommand } from '../cli-command.ts';
import { verifyCity } from '../../../verify.ts';

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'Recomputes books, loans and audit chain and reports the first difference of each.',
  usage: '[--json]',
  help: `Reads every journal, every account, every loan and every audit line of every city.
Exit code 0 when all agree, 1 when anything differs. With --json one object per check:
{"city","check","counted","holds","difference"}.`,
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    return withApp(async (app) => {
      let holds = true;
      for (const city of app.cities()) {
        for (const check of await verifyCity(app, city.id)) {
          holds &&= check.difference === null;
          out(
            options.json
              ? JSON.stringify({
                  city: city.id,
                  check: check.name,
                  counted: check.counted,
                  holds: check.difference === null,
                  difference: check.difference,
                })
              : `${check.difference === null ? 'ok  ' : 'DIFF'}  ${city.name}  ${check.name}: ${check.difference ?? `${check.counted} agree`}`,
          );
        }
      }
      return holds ? 0 : 1;
    });
  },
};
