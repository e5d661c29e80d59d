import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { isFor } from '#domains/lending/borrowers.ts';
import { checkMember, groupLoanRules } from '#domains/lending/eligibility.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findBorrowingGroup, groupMembers, listProducts } from '#domains/lending/server/index.ts';
import { attendanceOfGroup, openWishes } from '#domains/mentoring/server/index.ts';
import { listGroups } from '#domains/registry/server/index.ts';
import { addDays, weekdayOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { digitsOf } from '../terms-form.ts';
import { applyWords } from './words.ts';

/** Groups offered for choosing; more are found through the list of groups. */
const mostGroups = 200;

/** Three steps, each an address: which group, which product, which members. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const groupId = event.url.searchParams.get('kelompok');
  const productId = event.url.searchParams.get('produk');
  const ask = { q: '', sort: 'name', direction: 'asc' as const, size: mostGroups, offset: 0 };
  return app.read(city, async (db) => {
    if (!isId(groupId)) {
      const scope = scopeOf(actor, 'lending.apply');
      const found = await Promise.all(
        ['active', 'recognised'].map((state) =>
          listGroups(db, scope, { ...ask, filters: { state } }),
        ),
      );
      const groups = found.flatMap((page) => page.rows);
      const wishes = await openWishes(
        db,
        groups.map((group) => group.id),
      );
      const wishing = (groupId: string) => wishes.filter((wish) => wish.groupId === groupId).length;
      return {
        step: 'group' as const,
        mayApply: maySee(actor, 'lending.apply'),
        groups: groups
          .map((group) => ({ ...group, wishing: wishing(group.id) }))
          .toSorted((a, b) => b.wishing - a.wishing),
        wishing: wishes.length,
      };
    }
    const group = await findBorrowingGroup(db, groupId);
    if (!group) throw lendingProblems.unknownGroup();
    const offered = await listProducts(db, {
      on: today,
      scope: scopeOf(actor, 'see.applications'),
    });
    const products = offered.filter((product) => isFor(product, 'group'));
    const product =
      products.find((each) => each.id === productId) ??
      (products.length === 1 ? products[0] : undefined);
    if (!product) return { step: 'product' as const, mayApply: true, group, products };
    const members = await groupMembers(db, {
      groupId,
      institutionId: product.institutionId,
      on: today,
    });
    const { series } = await attendanceOfGroup(db, { groupId, last: 1 });
    const wishes = new Map((await openWishes(db, [groupId])).map((wish) => [wish.personId, wish]));
    const place = { group: group.id, kecamatan: group.kecamatan, kelurahan: group.kelurahan };
    return {
      step: 'members' as const,
      mayApply: true,
      group,
      product,
      severalProducts: products.length > 1,
      members: members.map((member) => ({
        ...member,
        wish: wishes.get(member.personId) ?? null,
        checks: checkMember(
          { ...member.facts, amountRupiah: product.minimumRupiah },
          { ...groupLoanRules, ...product },
        ),
      })),
      firstDueOn: meetingAfter(addDays(today, 7), series?.weekday),
      earliest: addDays(today, 1),
      blocked: mayWords(mayDo(actor, 'lending.apply', place)),
      commandId: newId(),
    };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const applicationId = text('commandId');
    const body = {
      applicationId,
      groupId: text('groupId'),
      productId: text('productId'),
      firstDueOn: text('firstDueOn'),
      members: data
        .getAll('ikut')
        .map(String)
        .map((personId) => ({
          personId,
          amountRupiah: digitsOf(text(`jumlah-${personId}`)),
          purpose: text(`guna-${personId}`),
          consents: data.get(`setuju-${personId}`) !== null,
        })),
    };
    return runCommand(event, 'lending.apply', body, {
      values,
      flash: applyWords.sent,
      redirectTo: `/pembiayaan/pengajuan/${applicationId}`,
    });
  },
};

/** The group's meeting day on or after a day; without meetings, the day itself. */
function meetingAfter(day: BusinessDate, weekday: number | undefined): BusinessDate {
  return weekday === undefined ? day : addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}
