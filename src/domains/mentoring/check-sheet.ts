import { sum } from '#kernel/money.ts';
import type { Refusal } from '#platform/command/problem.ts';
import { checkExtras } from './check-extras.ts';
import type { SheetBody, SheetLine } from './input.ts';
import { countedRupiah, coverableOf, peersOf, totalsOf } from './sheet.ts';
import type { Sheet, SheetMember } from './sheet.ts';
import { sheetProblems } from './sheet-problems.ts';

type Checked = Sheet &
  Pick<SheetBody, 'count'> &
  Partial<Pick<SheetBody, 'applications' | 'receipts'>>;

/**
 * The first reason why a sheet cannot be closed; null when it can. The phone disables its button with it, and
 * the server throws it.
 *
 * @param members the group's members of the day, with what is due of them
 */
export function checkSheet(members: readonly SheetMember[], body: Checked): Refusal | null {
  const byId = new Map(members.map((member) => [member.personId, member]));
  return (
    checkLines(byId, body.lines) ??
    checkCovers(members, byId, body) ??
    checkExtras(byId, body) ??
    checkCount(members, body)
  );
}

function checkLines(
  members: ReadonlyMap<string, SheetMember>,
  lines: readonly SheetLine[],
): Refusal | null {
  const seen = new Set<string>();
  for (const line of lines) {
    const member = members.get(line.personId);
    if (!member) return sheetProblems.notInGroup();
    if (seen.has(line.personId)) return sheetProblems.memberTwice({ name: member.name });
    seen.add(line.personId);
    if (line.repaymentRupiah > member.payoffRupiah) {
      return sheetProblems.repaymentTooLarge({ name: member.name, payoff: member.payoffRupiah });
    }
  }
  const left = [...members.values()].find((member) => !seen.has(member.personId));
  return left ? sheetProblems.memberLeftOut({ name: left.name }) : null;
}

function checkCovers(
  members: readonly SheetMember[],
  byId: ReadonlyMap<string, SheetMember>,
  body: Checked,
): Refusal | null {
  if (body.covers.length === 0) return null;
  for (const cover of body.covers) {
    const obligor = byId.get(cover.obligorId);
    const payer = byId.get(cover.payerId);
    if (!obligor || !payer) return sheetProblems.notInGroup();
    if (obligor === payer) return sheetProblems.coversHerself({ name: obligor.name });
    if (!peersOf(members, obligor).includes(payer))
      return sheetProblems.coverByStranger({ name: obligor.name });
  }
  for (const line of body.lines) {
    const member = byId.get(line.personId);
    const covered = sum(
      body.covers.filter((c) => c.obligorId === line.personId).map((c) => c.amountRupiah),
    );
    if (member && covered > coverableOf(member, line)) {
      return sheetProblems.coverTooLarge({
        name: member.name,
        shortfall: coverableOf(member, line),
      });
    }
  }
  return body.coversAgreed ? null : sheetProblems.coverNotAgreed();
}

function checkCount(members: readonly SheetMember[], body: Checked): Refusal | null {
  const sheet = totalsOf(members, body).cashRupiah;
  const counted = countedRupiah(body.count);
  return sheet === counted ? null : sheetProblems.countDiffers({ sheet, counted });
}
