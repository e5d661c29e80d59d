import { mayDo, maySee } from '#domains/access/who-may.ts';
import { lenderMark, noticeOn, withCityNotices } from '#domains/registry/consent-notice.ts';
import { answersToFirstNotice, publishedNotices } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { noticeWords as words } from './words.ts';

const purpose = 'share-with-lender';

/** Every version of what people are read before a lender gets their data, the newest first. */
export const load: PageServerLoad = async (event) => {
  // The data protection officer publishes these words without seeing any partner's books.
  const actor = actorWhoSees(event, ['see.partner-books', 'registry.publish-consent-notice']);
  const { app, city, today } = event.locals;
  const { published, firstAnswers } = await app.read(city, async (db) => ({
    published: await publishedNotices(db),
    firstAnswers: await answersToFirstNotice(db),
  }));
  const all = withCityNotices(published).filter((one) => one.purpose === purpose);
  const newest = all.toSorted((a, b) => b.version - a.version);
  const inForce = noticeOn(purpose, today, all);
  const latest = newest[0] ?? inForce;
  return {
    today,
    seesBooks: maySee(actor, 'see.partner-books'),
    inForce: { version: inForce.version, validFrom: inForce.validFrom },
    versions: newest.map((one) => {
      const own = published.find((row) => row.version === one.version);
      return {
        version: one.version,
        validFrom: one.validFrom,
        text: one.text(null),
        spoken: one.spoken(null),
        answers: own?.answers ?? firstAnswers,
        published: own ? { by: own.publishedBy, document: own.sourceDocument } : null,
      };
    }),
    next: {
      version: latest.version + 1,
      from: latest.validFrom > today ? latest.validFrom : today,
      text: latest.text(lenderMark),
      spoken: latest.spoken(lenderMark),
    },
    commandId: newId(),
    blocked: mayWords(mayDo(actor, 'registry.publish-consent-notice', {})),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const { validFrom, textId, textEn, spokenId, spokenEn, sourceDocument } = values;
    const version = Number(values.version);
    const body = { version, validFrom, textId, textEn, spokenId, spokenEn, sourceDocument };
    return runCommand(event, 'registry.publish-consent-notice', body, {
      values,
      flash: words.done,
      redirectTo: event.url.pathname,
    });
  },
};
