import { meDocument } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { enrolInputShape } from '#platform/sync/protocol.ts';
import type { EnrolAnswer } from '#platform/sync/protocol.ts';
import type { App } from '../../../app.ts';
import { liveSession } from '../../web/live-session.ts';
import type { Asked } from './handler.ts';
import { readJson } from './request-body.ts';
import { syncProblems } from './sync-problems.ts';

/** Enrols the phone of whoever is signed in on it; asked from this site's own pages only. */
export async function enrol(app: App, asked: Asked): Promise<EnrolAnswer> {
  const { request, city } = asked;
  const { headers } = request;
  const here = `${String(headers['x-naik-protocol'])}://${String(headers['x-naik-host'])}`;
  if (headers.origin !== here) throw syncProblems.notSameOrigin();
  const token = sessionCookie(headers.cookie ?? '');
  const session = token ? await liveSession(app, { city, token }) : null;
  if (!session || session.needsCode) throw syncProblems.notSignedIn();
  const body = enrolInputShape.safeParse(await readJson(request, 4096));
  if (!body.success) throw syncProblems.badRequest();
  const { actor } = session;
  await app.execute({
    id: newId(),
    kind: 'access.enrol-device',
    version: 1,
    actor,
    city,
    body: body.data,
  });
  const { keyId, publicKey } = app.fieldKeys.current;
  return {
    deviceId: body.data.deviceId,
    publicKey: publicKey.toString('base64url'),
    keyId,
    me: meDocument(actor),
  };
}

/** As the pages set it, see `session-cookie.ts`. */
function sessionCookie(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1];
  const token = value('__Host-naik.session') ?? value('naik.session');
  return token === undefined ? undefined : decodeURIComponent(token);
}
