import { sum } from '#kernel/money.ts';
import type { Refusal } from '#platform/command/problem.ts';
import { checkExtras } from './check-extras.ts';
import type { SheetBody, SheetLine } from './input.ts';
import { coveredDebt, lenderViews, partsFit } from './lender-parts.ts';
import type { SheetMember } from './sheet-member.ts';
import { countedRupiah, coverableOf, coversOf, totalsOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
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
    checkExtras(members, body) ??
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
    const tooMuch = checkPaid(member, line);
    if (tooMuch) return tooMuch;
  }
  const left = [...members.values()].find((member) => !seen.has(member.personId));
  return left ? sheetProblems.memberLeftOut({ name: left.name }) : null;
}

/** Nobody can be paid more than she owes, neither together nor at one of her lenders; savings need who may hold them. */
function checkPaid(member: SheetMember, line: SheetLine): Refusal | null {
  const { name, payoffRupiah: payoff } = member;
  if (!partsFit(member, line)) return sheetProblems.partsDoNotFit({ name });
  if (line.repaymentRupiah > payoff) return sheetProblems.repaymentTooLarge({ name, payoff });
  const over = lenderViews(member, line).find(
    (at) => at.line.repaymentRupiah > at.member.payoffRupiah,
  );
  if (over) return sheetProblems.repaymentTooLarge({ name, payoff: over.member.payoffRupiah });
  return line.savingsRupiah > 0n && member.savesAt === null
    ? sheetProblems.nowhereToSave({ name })
    : null;
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
    if (!coveredDebt(cover, obligor, payer))
      return sheetProblems.coverByStranger({ name: obligor.name });
  }
  for (const line of body.lines) {
    const member = byId.get(line.personId);
    for (const at of member ? lenderViews(member, line) : []) {
      const covered = sum(
        coversOf(members, body.covers, { ...line, ...at }).map((cover) => cover.amountRupiah),
      );
      const shortfall = coverableOf(at.member, at.line);
      if (covered > shortfall)
        return sheetProblems.coverTooLarge({ name: at.member.name, shortfall });
    }
  }
  return body.coversAgreed ? null : sheetProblems.coverNotAgreed();
}

function checkCount(members: readonly SheetMember[], body: Checked): Refusal | null {
  const sheet = totalsOf(members, body).cashRupiah;
  const counted = countedRupiah(body.count);
  return sheet === counted ? null : sheetProblems.countDiffers({ sheet, counted });
}
