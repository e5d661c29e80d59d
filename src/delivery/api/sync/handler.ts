import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Refusal } from '#platform/command/problem.ts';
import type { App } from '../../../app.ts';
import { logFault } from '../../web/fault-log.ts';
import { enrol } from './enrol.ts';
import { photo } from './photo.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { RateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';
import { Turns } from './turns.ts';
import { syncProblems } from './sync-problems.ts';

const zip = promisify(gzip);
const prefix = '/api/sync/';

/** A request as the parts of this door see it. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly city: string;
  /** Counts a request of a phone. @throws Refusal `sync.too-fast` */
  readonly limit: (deviceId: string, what?: 'photo') => void;
  readonly onFault: (error: unknown) => void;
  /** Phones that fetch take turns. */
  readonly pulls: Turns;
}

export interface SyncRates {
  readonly calls: Rate;
  readonly photos: Rate;
}

/** A phone asks some ten times when it comes back after a week, and once every few minutes otherwise. */
const usualRates: SyncRates = {
  calls: { burst: 120, perSecond: 2 },
  photos: { burst: 300, perSecond: 10 },
};

/**
 * The door for phones: enrol, push, pull, photo, ping under `/api/sync/`. Whatever a phone can send is answered with
 * JSON and a catalogued problem; a fault of ours is 503, so that the phone keeps what it has and comes again.
 */
export function syncHandler(
  app: App,
  rates: SyncRates = usualRates,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const [calls, photos] = [new RateLimit(rates.calls), new RateLimit(rates.photos)];
  const pulls = new Turns(pullsAtOnce);
  return (request, response, next) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!path.startsWith(prefix)) {
      next();
      return;
    }
    const route = path.slice(prefix.length);
    const onFault = (error: unknown) => {
      logFault(error, {
        route: `${prefix}${route.split('/', 1)[0]}`,
        method: request.method ?? '',
      });
    };
    const limit: Asked['limit'] = (deviceId, what) => {
      if (!(what ? photos : calls).allows(deviceId, Date.now())) throw syncProblems.tooFast();
    };
    const city = app.cities()[0]?.id ?? '';
    answer(app, route, { request, city, limit, onFault, pulls })
      .catch((error: unknown) => problemOf(error, onFault))
      .then((answered) => send(request, response, answered))
      .catch(onFault);
  };
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterSeconds?: number;
}

async function answer(app: App, route: string, asked: Asked): Promise<Answered> {
  const { method } = asked.request;
  if (route === 'ping' && (method === 'GET' || method === 'HEAD'))
    return { status: 200, body: { serverTime: app.now().toISOString() } };
  if (asked.city === '') throw syncProblems.busy();
  const named = /^photo\/([0-9a-f]{64})$/.exec(route)?.[1];
  if (named && (method === 'PUT' || method === 'GET' || method === 'HEAD'))
    return photo(app, asked, named);
  if (method !== 'POST') throw syncProblems.noSuchAddress();
  switch (route) {
    case 'push':
      return { status: 200, body: await push(app, asked) };
    case 'pull':
      return { status: 200, body: await pull(app, asked) };
    case 'enrol':
      return { status: 200, body: await enrol(app, asked) };
    default:
      throw syncProblems.noSuchAddress();
  }
}

function problemOf(error: unknown, onFault: (error: unknown) => void): Answered {
  if (!(error instanceof Refusal)) onFault(error);
  const refusal = error instanceof Refusal ? error : syncProblems.busy();
  const { code, status, words } = refusal;
  const wait = status === 429 ? 10 : status === 503 ? 5 : undefined;
  return {
    status,
    body: { code, words },
    ...(wait !== undefined && { retryAfterSeconds: wait }),
  };
}

/** Half of the connections that the smallest house has. */
const pullsAtOnce = 4;

/** Under a kilobyte gzip only adds. */
const worthZipping = 1024;

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, retryAfterSeconds }: Answered,
): Promise<void> {
  const text = Buffer.from(JSON.stringify(body));
  const zips =
    text.length > worthZipping &&
    /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  const bytes = zips ? await zip(text, { level: 6 }) : text;
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', bytes.length);
  if (zips) response.setHeader('content-encoding', 'gzip');
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds);
  // A body that was refused half read would else hold the connection open.
  if (!request.complete) response.setHeader('connection', 'close');
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
