import { scopeOf } from '#domains/access/who-may.ts';
import { subsidyProblems } from '#domains/lending/subsidy/problems.ts';
import { claimLines, findClaim } from '#domains/lending/server/index.ts';
import { writeScaled } from '#kernel/scaled.ts';
import { downloadFormat, downloadSheet } from '../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { subsidyWords as words } from '../../../words.ts';
import type { RequestHandler } from './$types';

/** The claim file of one lender and month, loan by loan; amounts as text, so that every cent stays. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.subsidy');
  const { app, city, lang } = event.locals;
  const { claim, lines } = await app.read(city, async (db) => {
    const found = await findClaim(db, event.params.id, scopeOf(actor, 'see.subsidy'));
    if (!found) throw subsidyProblems.unknownClaim();
    return { claim: found, lines: await claimLines(db, found.id) };
  });
  const style = { decimal: ',', digits: claim.digits } as const;
  const amount = (text: string) => writeScaled(BigInt(text), style);
  return downloadSheet(downloadFormat(event.url), {
    name: claim.number,
    preface: [
      `${words.title[lang]} ${claim.agreementNumber}`,
      `${claim.lender}, ${claim.month.slice(0, 7)}`,
      `${words.total[lang]}: ${writeScaled(claim.total, style)}`,
    ],
    columns: [
      { title: words.loan[lang] },
      { title: words.name[lang], width: 28 },
      { title: words.instalments[lang], kind: 'number' },
      { title: words.subsidy[lang] },
      { title: words.takenBack[lang] },
    ],
    rows: lines.map((line) => [
      line.loanNumber,
      line.name,
      line.instalments,
      amount(line.accrued),
      amount(line.takenBack),
    ]),
  });
};
