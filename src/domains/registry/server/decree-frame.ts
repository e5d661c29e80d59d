import { findLetterhead, findSignatory, takeNumbers } from '#domains/access/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { decreeNumber, readOffice } from '../decree-issuer.ts';
import type { DecreeCommon } from '../decree-paper.ts';
import { groupProblems } from '../group-problems.ts';

/** What every decree of today starts from, and its year. */
export interface DecreeFrame {
  readonly year: number;
  readonly common: Omit<DecreeCommon, 'noting'>;
}

/**
 * Takes the next decree number of the city and year, and reads letterhead and signatory as they stand today.
 *
 * @throws Refusal when the letterhead is not set
 */
export async function beginDecree(tx: Tx, context: CommandContext): Promise<DecreeFrame> {
  const city = await findLetterhead(tx);
  const signatory = await findSignatory(tx, context.actor.userId);
  if (!city) throw groupProblems.noLetterhead();
  const office = readOffice(city);
  const year = Number(context.today.slice(0, 4));
  const sequence = await takeNumbers(tx, { name: 'decree', year, count: 1 });
  return {
    year,
    common: {
      number: decreeNumber(sequence, office.code, year),
      signedOn: context.today,
      issuer: office.issuer,
      signatory: {
        name: signatory?.name ?? context.actor.name,
        ...(signatory?.rank ? { rank: signatory.rank } : {}),
        ...(signatory?.nip ? { nip: signatory.nip } : {}),
      },
      copies: office.copies,
    },
  };
}
