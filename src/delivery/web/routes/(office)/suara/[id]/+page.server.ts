import { error } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import { findCase, listDepartments } from '#domains/voice/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { caseDetailWords as w } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.cases');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => ({
    case: await findCase(db, { caseId: id, scope: scopeOf(actor, 'see.cases'), today }),
    departments: await listDepartments(db, today),
  }));
  const one = found.case;
  if (!one) error(404);
  const place = {
    department: one.departmentId,
    kecamatan: one.kecamatanCode,
    kelurahan: one.kelurahanCode,
    group: one.groupId,
  };
  const visits = scopeOf(actor, 'see.visits');
  const may = (kind: PermissionKind) => mayDo(actor, kind, place) === 'yes';
  return {
    case: one,
    departments: found.departments,
    commandId: newId(),
    otherCommandId: newId(),
    today,
    zone: event.locals.zone,
    usualDue: addDays(today, 14),
    seesVisits: visits.all || visits.kecamatan.length > 0 || visits.kelurahan.length > 0,
    may: {
      answer: may('voice.answer-case'),
      close: may('voice.close-case'),
      assign: may('voice.assign-case'),
      reopen: may('voice.reopen-case'),
    },
  };
};

export const actions: Actions = {
  jawab: async (event) => {
    const { values } = await readForm(event);
    const body = { caseId: event.params.id, answer: values.answer, close: values.close === 'on' };
    return runCommand(event, 'voice.answer-case', body, {
      values,
      redirectTo: event.url.pathname,
      flash: w.answeredFlash,
    });
  },
  tutup: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'voice.close-case',
      { caseId: event.params.id },
      { values, redirectTo: event.url.pathname, flash: w.closedFlash },
    );
  },
  buka: async (event) => {
    const { values } = await readForm(event);
    const body = { caseId: event.params.id, why: values.why };
    return runCommand(event, 'voice.reopen-case', body, {
      values,
      redirectTo: event.url.pathname,
      flash: w.reopenedFlash,
    });
  },
  tugaskan: async (event) => {
    const { values } = await readForm(event);
    const body = {
      caseId: event.params.id,
      departmentId: values.departmentId,
      dueOn: values.dueOn,
    };
    return runCommand(event, 'voice.assign-case', body, {
      values,
      redirectTo: event.url.pathname,
      flash: w.assignedFlash,
    });
  },
};
