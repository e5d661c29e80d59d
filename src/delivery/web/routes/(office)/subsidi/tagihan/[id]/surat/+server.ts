import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import { subsidyProblems } from '#domains/lending/subsidy/problems.ts';
import { findClaim, printClaimLetter } from '#domains/lending/server/index.ts';
import { downloadStream } from '../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { RequestHandler } from './$types';

/** The letter of a claim as PDF, drawn from what was frozen when it was sent. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.subsidy');
  const { app, city } = event.locals;
  const claim = await app.read(city, (db) =>
    findClaim(db, event.params.id, scopeOf(actor, 'see.subsidy')),
  );
  if (!claim?.letter) throw subsidyProblems.unknownClaim();
  const bytes = await printClaimLetter(claim.letter);
  return downloadStream(Readable.from([bytes]), {
    name: `Surat ${claim.number}.pdf`,
    type: 'application/pdf',
  });
};
