import { once } from 'node:events';
import { appKey } from '../../../app.ts';
import { domainJobs } from '../../../domains.ts';
import {
  askNightlyCloses,
  askNightlyLookAlikes,
  endNightlyRetention,
  sweepUnneededFiles,
} from '../../../nightly.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { sweepPhotoParts } from '../../api/sync/photo-parts.ts';
import { syncHandler } from '../../api/sync/handler.ts';
import { startWebServer } from '../../web/server.ts';
import type { CliCommand } from '../cli-command.ts';
import { loadDemoIfEmpty } from '../demo-load.ts';
import { openHouse } from '../house.ts';
import { welcome } from '../welcome.ts';

export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'Starts the database, the pages and the background jobs; Ctrl-C stops all of it.',
  usage: '',
  help: `Loads the demo city when the database is empty, unless NAIK_DEMO=off.
PORT, HOST, NAIK_DATA and the other settings are listed in docs/settings.md.`,
  async run({ settings, out, note }) {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    // A second Ctrl-C changes nothing: the first is being obeyed, and books are not to be cut off.
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    // The window was closed.
    process.on('SIGHUP', stop);
    const house = await openHouse(settings, {
      purpose: 'serve',
      onLost: (reason) => {
        note(`The database stopped and could not be started again: ${reason.message}`);
        process.exitCode = 4;
        stop();
      },
    });
    try {
      await loadDemoIfEmpty(house.app, note);
      Object.assign(globalThis, { [appKey]: house.app });
      const web = await startWebServer(settings, syncHandler(house.app));
      const worker = await startWorker(house.app.pools.owner, house.app.jobHouse, {
        jobs: domainJobs(),
        hourly: async () => {
          await sweepPhotoParts(settings.dataDir, Date.now());
          await askNightlyCloses(house.app);
          await endNightlyRetention(house.app);
          await sweepUnneededFiles(house.app);
          await askNightlyLookAlikes(house.app);
        },
        alone: settings.databaseUrl === null,
      });
      const address = settings.origin.replace(/:\d+$/, `:${web.port}`);
      house.database.announce(settings.port === 0 ? address : settings.origin);
      out(welcome(house.app, settings.port === 0 ? address : settings.origin));
      if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
      note('Stopping …');
      await Promise.all([web.close(), worker.stop()]);
    } finally {
      await house.close();
      note('Stopped.');
    }
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  },
};
