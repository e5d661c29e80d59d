import { error } from '@sveltejs/kit';
import { digitsOf } from '../../../(office)/pembiayaan/terms-form.ts';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { findClosedMeeting, findMeeting, openSheet } from '#domains/mentoring/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { claimWords } from './claim-words.ts';
import { debtsBetweenMembers } from './debts.ts';
import type { Actions, PageServerLoad } from './$types';

/** A planned meeting opens as its sheet, a closed one as what it left behind. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => {
    const meeting = await findMeeting(db, { meetingId: id, scope: scopeOf(actor, 'see.meetings') });
    if (!meeting) return null;
    const opens = meeting.state === 'planned' && meeting.heldOn <= today;
    return {
      meeting,
      sheet: opens
        ? await openSheet(db, { groupId: meeting.groupId, heldOn: meeting.heldOn, today })
        : null,
      closed: meeting.state === 'closed' ? await findClosedMeeting(db, id) : null,
      debts: meeting.heldOn <= today ? await debtsBetweenMembers(db, meeting.groupId) : [],
    };
  });
  if (!found) error(404);
  const { meeting } = found;
  const place = {
    kecamatan: meeting.kecamatanCode,
    kelurahan: meeting.kelurahanCode,
    group: meeting.groupId,
  };
  return {
    ...found,
    today,
    mayClose: mayDo(actor, 'mentoring.close-meeting', place) === 'yes',
    commandId: newId(),
    already: event.url.searchParams.has('sudah'),
  };
};

export const actions: Actions = {
  bayar: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const body = {
      lendingGroupId: text('lendingGroupId'),
      debtorId: text('debtorId'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
      meetingId: event.params.id,
    };
    return runCommand(event, 'lending.repay-claims', body, {
      values,
      flash: claimWords.done,
      redirectTo: `/pertemuan/${event.params.id}`,
    });
  },
  batal: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'mentoring.cancel-meeting',
      { meetingId: event.params.id, why: values.why },
      { values, redirectTo: '/pertemuan' },
    );
  },
};
