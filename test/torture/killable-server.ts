import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answered, Asked, Reply } from './messages.ts';

/** The server went away before it answered; whether it did what it was asked is what the run finds out. */
export class Gone extends Error {}

/** A server process that answers, until somebody kills it. */
export class KillableServer {
  private readonly child: ChildProcess;
  private readonly dataDir: string;
  private readonly waiting = new Map<
    number,
    { answer: (a: Answered) => void; gone: (e: Gone) => void }
  >();
  private last = 0;

  private constructor(child: ChildProcess, dataDir: string) {
    this.child = child;
    this.dataDir = dataDir;
    child.on('message', ({ n, answered }: Reply) => {
      this.waiting.get(n)?.answer(answered);
      this.waiting.delete(n);
    });
    child.on('exit', () => this.giveUp());
    child.on('error', () => this.giveUp());
  }

  /**
   * Starts it on a day and waits until it answers.
   *
   * @param phonesPort where phones reach it; without one they do not
   * @throws Gone when it ends before that
   */
  static async start(dataDir: string, now: string, phonesPort?: number): Promise<KillableServer> {
    const script = new URL('./torture-server.ts', import.meta.url).pathname;
    const child = fork(script, [], {
      env: {
        ...process.env,
        NAIK_DATA: dataDir,
        NAIK_NOW: now,
        LOG_LEVEL: 'silent',
        ...(phonesPort !== undefined && { PORT: String(phonesPort), TORTURE_PHONES: 'on' }),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const server = new KillableServer(child, dataDir);
    await new Promise<void>((resolve, reject) => {
      server.waiting.set(0, { answer: () => resolve(), gone: reject });
    });
    return server;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Gone when the server dies before it answers */
  ask(asked: Asked): Promise<Answered> {
    const n = (this.last += 1);
    return new Promise((answer, gone) => {
      if (!this.alive || !this.child.connected) {
        gone(new Gone());
        return;
      }
      this.waiting.set(n, { answer, gone });
      this.child.send({ n, asked }, (error) => {
        if (error) gone(new Gone());
      });
    });
  }

  async killServer(): Promise<void> {
    const ended = this.alive ? once(this.child, 'exit') : null;
    this.child.kill('SIGKILL');
    await ended;
  }

  /** The database alone; the server is left to find it gone and bring it back. */
  killDatabase(): void {
    const pidFile = join(this.dataDir, 'pg', 'postmaster.pid');
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    } catch {
      // It is just being started again: there is nothing to kill.
    }
  }

  async stop(): Promise<void> {
    if (!this.alive) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  private giveUp(): void {
    for (const { gone } of this.waiting.values()) gone(new Gone());
    this.waiting.clear();
  }
}
