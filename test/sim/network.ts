import type { WireAnswer } from '#platform/sync/ports.ts';
import type { Chance } from './chance.ts';
import type { Events } from './events.ts';
import type { Reply } from './server.ts';
import type { Witness } from './witness.ts';

/** How bad it is: each the probability that a message meets that fate. */
export interface Weather {
  readonly drop: number;
  readonly cut: number;
  readonly double: number;
  readonly badGateway: number;
}

export const fairWeather: Weather = { drop: 0, cut: 0, double: 0, badGateway: 0 };

export interface Carrier {
  /** Carries one request and, with luck, its answer; rejects after 60 seconds at the latest. */
  send(text: string, to: (text: string) => Promise<Reply>): Promise<WireAnswer>;
}

interface Given {
  readonly events: Events;
  readonly chance: Chance;
  readonly witness: Witness;
  readonly weather: () => Weather;
  readonly online: () => boolean;
  /** Messages older than this are dead: the server they were sent to has been put back since. */
  readonly notBefore: () => number;
}

const givesUpAfterMs = 60_000;

export function createCarrier(given: Given): Carrier {
  const { events, chance, witness, weather, online, notBefore } = given;
  return {
    send(text, to) {
      witness.count();
      if (!online()) return Promise.reject(new Error('no signal'));
      const { drop, cut, double, badGateway } = weather();
      const sentAt = events.now();
      return new Promise<WireAnswer>((resolve, reject) => {
        events.after(givesUpAfterMs, () => reject(new Error('nothing came back')));
        const answer = (reply: Reply): void => {
          if (chance.happens(drop) || !online()) return;
          const broken = chance.happens(badGateway);
          const text = chance.happens(cut) ? half(reply.text, chance) : reply.text;
          const answer = broken ? unreadable(chance) : { status: reply.status, json: parsed(text) };
          events.after(delay(chance), () => resolve(answer));
        };
        const arrive = (later: number, heard: boolean): void =>
          events.after(later, () => {
            if (sentAt < notBefore()) return;
            witness.count();
            const arrived = chance.happens(cut) ? half(text, chance) : text;
            void to(arrived).then((reply) => {
              if (heard) answer(reply);
            });
          });
        const first = delay(chance);
        if (!chance.happens(drop)) arrive(first, true);
        // A copy may come at the same moment, or hours later when nobody waits for it any more.
        if (chance.happens(double)) arrive(first + lateness(chance), false);
      });
    },
  };
}

/** A server that stumbles, a page of a café's Wi-Fi in place of the answer, and one that asks to be left alone. */
function unreadable(chance: Chance): WireAnswer {
  return chance.pick<WireAnswer>([
    { status: 502, json: undefined },
    { status: 500, json: undefined },
    { status: 200, json: undefined },
    { status: 200, json: { ok: true } },
    { status: 429, json: {}, retryAfterSeconds: 10 },
    { status: 503, json: {}, retryAfterSeconds: 1e9 },
  ]);
}

function delay(chance: Chance): number {
  return 40 + chance.below(chance.happens(0.1) ? 40_000 : 900);
}

function lateness(chance: Chance): number {
  return chance.happens(0.4) ? 0 : chance.below(6 * 60 * 60_000);
}

function half(text: string, chance: Chance): string {
  return text.slice(0, chance.below(Math.max(1, text.length)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
