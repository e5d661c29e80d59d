import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { syncHandler } from '#delivery/api/sync/handler.ts';
import { serve } from '#delivery/web/server.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import { enrolmentOf, newIdentity } from '#test/field/field-phone.ts';
import type { PhoneIdentity } from '#test/field/field-phone.ts';
import type { WorldHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { openApp } from '../src/app.ts';
import type { App } from '../src/app.ts';
import type { Pool } from 'pg';

const city = '15.71';

/** A city with phones at its door. */
export interface FieldWorld {
  readonly app: App;
  readonly dataDir: string;
  readonly owner: Pool;
  readonly melati: Melati;
  readonly does: WorldHouse['does'];
  /** Enrols phones of one person. */
  enrol(actor: Actor, count: number): Promise<PhoneIdentity[]>;
  /** Asks the door; gzip both ways, as phones do. */
  post(path: string, secret: string, body: Json): Promise<DoorAnswer>;
  close(): Promise<void>;
}

export interface DoorAnswer {
  readonly status: number;
  readonly wireBytes: number;
  readonly json: unknown;
}

/** A city of its own, with one group of so many members, served on a port of its own. */
export async function openFieldWorld(size: number): Promise<FieldWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-field-'));
  const settings = readSettings({ NAIK_DATA: dataDir, LOG_LEVEL: 'silent', PORT: '0' });
  const database = await openDatabase(settings, { purpose: 'serve' });
  const owner = openOwnerPool(database.url, 2);
  await migrate(owner);
  const house = { now: new Date('2026-01-07T01:00:00Z') };
  const app = await openApp(settings, { databaseUrl: database.url, now: () => house.now });
  const does: WorldHouse['does'] = async (actor, kind, body, id = newId()) =>
    (await app.execute({ id, kind, version: 1, actor, city, body })).answer;
  const melati = await foundMelati({ app, does, ...house }, { size, weeks: 8 });
  await owner.query('analyze');
  const rate = { burst: 1_000_000, perSecond: 1_000 };
  const server = await serve(syncHandler(app, { calls: rate, photos: rate }), settings);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    app,
    dataDir,
    owner,
    melati,
    does,
    async enrol(actor, count) {
      const phones = Array.from({ length: count }, () => newIdentity());
      // Straight into the table: nobody carries so many, and here only the door is measured.
      for (const phone of phones) {
        const { name, pushSecretHash, readSecretHash } = enrolmentOf(phone);
        await owner.query(
          `insert into access.device (city_id, id, user_id, name, push_secret_hash, read_secret_hash, enrolled_at, last_seen_at)
           values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), now(), now())`,
          [city, phone.deviceId, actor.userId, name, pushSecretHash, readSecretHash],
        );
      }
      return phones;
    },
    post: (path, secret, body) => post({ agent, port: server.port, path, secret }, body),
    async close() {
      agent.destroy();
      await server.close();
      await app.close();
      await owner.end();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function post(
  to: { agent: Agent; port: number; path: string; secret: string },
  body: Json,
): Promise<DoorAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${to.secret}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'accept-encoding': 'gzip',
    };
    const { agent, port } = to;
    const onward = ask(
      { agent, port, host: '127.0.0.1', method: 'POST', path: `/api/sync/${to.path}`, headers },
      (back) => {
        const chunks: Buffer[] = [];
        back.on('data', (chunk: Buffer) => chunks.push(chunk));
        back.on('error', reject);
        back.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const plain = back.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
          const json: unknown = JSON.parse(plain.toString('utf8'));
          resolve({ status: back.statusCode ?? 0, wireBytes: bytes.length, json });
        });
      },
    );
    onward.on('error', reject);
    onward.end(gzipSync(JSON.stringify(body)));
  });
}
