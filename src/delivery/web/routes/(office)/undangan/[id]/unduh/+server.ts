import { error } from '@sveltejs/kit';
import { findDraw, listInvited } from '#domains/programmes/server/index.ts';
import { isId } from '#kernel/id.ts';
import { protectParts } from '#kernel/small-cells.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { invitationWords as words } from '../../words.ts';
import type { RequestHandler } from './$types';

const most = 20_000;

/** The list with its reserve, for those who call people; or, for everybody, counts by kelurahan without small ones. */
export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.invitations');
  const drawId = event.params.id;
  if (!isId(drawId)) error(404);
  const { app, city, lang } = event.locals;
  const format = downloadFormat(event.url);
  const titles = (heads: readonly { id: string; en: string }[]) =>
    heads.map((head) => ({ title: head[lang] }));
  const draw = await app.read(city, (db) => findDraw(db, drawId));
  if (!draw) error(404);
  if (event.url.searchParams.get('untuk') === 'umum') {
    const cells = protectParts(
      draw.shares.map(({ stood, invited }) => ({ whole: stood, part: invited })),
    );
    const shown = (count: number | null | undefined) => count ?? words.hidden[lang];
    return downloadSheet(format, {
      name: 'undangan-ringkas',
      columns: titles([words.kelurahan, words.pool, words.invited]),
      rows: draw.shares.map((share, at) => [
        share.kelurahan ?? words.unknownPlace[lang],
        shown(cells[at]?.whole),
        shown(cells[at]?.part),
      ]),
    });
  }
  const ask = { size: most, offset: 0 };
  const { rows } = await app.read(city, async (db) => ({
    rows: [
      ...(await listInvited(db, drawId, { ...ask, chosen: true })).rows,
      ...(await listInvited(db, drawId, { ...ask, chosen: false })).rows,
    ],
  }));
  return downloadSheet(format, {
    name: 'undangan',
    columns: titles([
      ...[words.kecamatan, words.kelurahan, words.rank, words.invited],
      ...[words.name, words.business, words.phone],
    ]),
    rows: rows.map((row) => [
      row.kecamatan,
      row.kelurahan,
      row.rank,
      (row.chosen ? words.invited : words.reserve)[lang],
      row.name,
      row.business,
      row.phone,
    ]),
  });
};
