import { error } from '@sveltejs/kit';
import { findDraw, listInvited } from '#domains/programmes/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

const [invitedShown, reserveShown] = [200, 20];

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.invitations');
  const drawId = event.params.id;
  if (!isId(drawId)) error(404);
  const found = await event.locals.app.read(event.locals.city, async (db) => {
    const draw = await findDraw(db, drawId);
    if (!draw) return null;
    const regions = draw.rule.kecamatan === null ? [] : await listRegions(db, 'kecamatan');
    return {
      draw,
      area: regions.find((one) => one.code === draw.rule.kecamatan)?.name ?? null,
      invited: await listInvited(db, drawId, { chosen: true, size: invitedShown, offset: 0 }),
      reserve: await listInvited(db, drawId, { chosen: false, size: reserveShown, offset: 0 }),
    };
  });
  if (!found) error(404);
  return found;
};
