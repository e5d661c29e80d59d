import type { BusinessDate } from '#kernel/date.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { Session } from '#domains/access/server/index.ts';
import type { Actor } from '#platform/command/command.ts';
import type { App as House } from '../../app.ts';
import type { Theme } from './preferences.ts';

declare global {
  namespace App {
    interface Error {
      /** What to tell the person, where the fault is one that people can understand. */
      words?: Words;
      /** Names the fault in the log, so that a person can quote it. */
      reference?: string;
    }
    interface Locals {
      app: House;
      /** Who is signed in, second factor given where her account has one; or null. */
      actor: Actor | null;
      /** The session behind the cookie; while it waits for its code, `actor` is null. */
      session: Session | null;
      lang: Lang;
      theme: Theme;
      /** Kemendagri code of the city this request is about; empty while no city was founded. */
      city: string;
      cityName: string;
      /** IANA zone of the city, as `Asia/Jakarta`. */
      zone: string;
      /** The business date in the city's zone. */
      today: BusinessDate;
    }
  }
}

export {};
