import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartProblem } from './start-problem.ts';

/** Every setting of the programme. The same list, for people, is docs/settings.md; a test compares the two. */
export interface Settings {
  /** Absolute path of the folder that holds the embedded database, files and keys. */
  dataDir: string;
  port: number;
  host: string;
  /** Address people type, without a slash at the end; cookies are marked secure when it starts with https. */
  origin: string;
  /** A PostgreSQL of your own; null means the embedded one inside `dataDir`. */
  databaseUrl: string | null;
  /** Key from the environment; null means the key file inside `dataDir` (see secret-key.ts). */
  secretKeys: readonly Buffer[] | null;
  /** Number of the key pair phones seal their work to; earlier ones still open. */
  fieldKey: number;
  logLevel: LogLevel;
  /** Where a demo or a test starts its clock; null means the real time. */
  now: Date | null;
  /** Whether the demo city is loaded when the database is empty. */
  demo: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const keyBytes = 32;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535, such as 3000')
  .transform(Number)
  .refine((n) => n <= 65535, 'must be a whole number from 0 to 65535, such as 3000');

const host = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text),
    'must be an IP address or a host name: 127.0.0.1 for this computer only, 0.0.0.0 for the whole network',
  );

const databaseUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\/./.test(text),
    'must look like postgresql://user:password@host:5432/database',
  );

const origin = z
  .string()
  .refine(
    isOrigin,
    'must be the address people type, without a path, such as https://naik.example.go.id',
  )
  .transform((text) => new URL(text).origin);

const secretKey = z
  .string()
  .transform((text) => text.split(',').map((one) => decodeKey(one.trim())))
  .refine(
    (keys) => keys.every((key) => key.length === keyBytes),
    'must be 32 random bytes written as 64 hexadecimal digits or as base64; make one with: openssl rand -hex 32. ' +
      'Several keys are separated by commas, the newest first',
  );

const fieldKey = z
  .string()
  .regex(/^[1-9]\d?$/, 'must be a whole number from 1 to 99')
  .transform(Number);

const instant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
    'must be an instant such as 2026-11-22T01:00:00Z',
  )
  .transform((text) => new Date(text));

/** The environment variables, in the order of docs/settings.md. */
export const settingsSchema = z.object({
  NAIK_DATA: z.string().default('./.naik'),
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  NAIK_ORIGIN: origin.optional(),
  DATABASE_URL: databaseUrl.optional(),
  NAIK_SECRET_KEY: secretKey.optional(),
  NAIK_FIELD_KEY: fieldKey.default(1),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  NAIK_DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  NAIK_NOW: instant.optional(),
});

/**
 * Reads the settings from the environment. An empty variable counts as not set.
 * @throws StartProblem naming every wrong variable at once and what to write instead; values are not repeated,
 * because they may hold a password.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Settings {
  const given = Object.keys(settingsSchema.shape)
    .filter((name) => env[name] !== undefined && env[name].trim() !== '')
    .map((name) => [name, env[name]?.trim()] as const);
  const read = settingsSchema.safeParse(Object.fromEntries(given));
  if (!read.success) throw wrongSettings(read.error);
  const v = read.data;
  return {
    dataDir: resolve(cwd, v.NAIK_DATA),
    port: v.PORT,
    host: v.HOST,
    origin: v.NAIK_ORIGIN ?? localOrigin(v.HOST, v.PORT),
    databaseUrl: v.DATABASE_URL ?? null,
    secretKeys: v.NAIK_SECRET_KEY ?? null,
    fieldKey: v.NAIK_FIELD_KEY,
    logLevel: v.LOG_LEVEL,
    now: v.NAIK_NOW ?? null,
    demo: v.NAIK_DEMO === 'on',
  };
}

function wrongSettings(error: z.ZodError): StartProblem {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  return new StartProblem(
    'settings',
    `These settings cannot be used:\n${lines.join('\n')}\nAll settings are listed in docs/settings.md.`,
  );
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
  );
}

/** A server that listens on every address is still reached as localhost by the person who started it. */
function localOrigin(hostName: string, portNumber: number): string {
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(hostName);
  const name = everywhere ? 'localhost' : isIP(hostName) === 6 ? `[${hostName}]` : hostName;
  return `http://${name}:${portNumber}`;
}

function decodeKey(text: string): Buffer {
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
}
