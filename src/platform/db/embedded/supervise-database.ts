import { stopOrphan } from './orphan.ts';
import { startPostmaster } from './postmaster.ts';
import type { Postmaster, PostmasterPlan } from './postmaster.ts';

/** Restarts within a minute after which the database is taken to be beyond help. */
const restartLimit = 3;

/**
 * Starts the database and starts it again when it ends by itself (out of memory, kill -9). Open transactions are
 * rolled back by that, exactly as after a power cut; the pools connect again.
 */
export async function superviseDatabase(
  plan: PostmasterPlan,
  onLost: (reason: Error) => void,
): Promise<Pick<Postmaster, 'stop' | 'abandon'>> {
  let current = await startPostmaster(plan);
  let stopping = false;
  let starting: Promise<void> = Promise.resolve();
  const starts: number[] = [];

  const watch = (server: Postmaster): void => {
    void server.exited.then(() => {
      if (!stopping) starting = startAgain();
    });
  };

  const startAgain = async (): Promise<void> => {
    const now = Date.now();
    starts.push(now);
    const recent = starts.filter((at) => at > now - 60_000).length;
    if (recent > restartLimit) {
      onLost(
        new Error(`the database stopped ${recent} times within a minute; see ${plan.logFile}`),
      );
      return;
    }
    try {
      await stopOrphan(plan);
      current = await startPostmaster(plan);
      watch(current);
    } catch (error) {
      onLost(error instanceof Error ? error : new Error(String(error)));
    }
  };

  watch(current);
  return {
    async stop() {
      stopping = true;
      await starting;
      await current.stop();
    },
    abandon() {
      stopping = true;
      current.abandon();
    },
  };
}
