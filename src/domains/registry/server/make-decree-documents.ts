import { z } from 'zod';
import { openFileStore } from '#platform/files/file-store.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { JobRun } from '#platform/jobs/job.ts';
import { groupProblems } from '../group-problems.ts';
import { certificateOf, findMemberCards, findPrintableDecree } from './decree-documents.ts';
import type { PrintableDecree } from './decree-documents.ts';
import { printCertificate } from './documents/certificate.ts';
import { printDecree } from './documents/decree.ts';
import { printMemberCards } from './documents/member-cards.ts';

interface Made {
  kind: 'decree' | 'certificate' | 'member-cards';
  subjectKind: 'decree' | 'group';
  subjectId: string;
  title: string;
  bytes: Uint8Array;
}

/** After a decree is signed: its PDF, and for each of its groups the certificate and the sheets of cards. */
export const makeDecreeDocuments = defineJob({
  task: 'registry.make-decree-documents',
  async run(run) {
    const { decreeId } = z.object({ decreeId: z.uuid() }).parse(run.payload);
    const { house, city } = run;
    const decree = await house.read(city, (db) => findPrintableDecree(db, decreeId, house.origin));
    if (!decree) throw groupProblems.decreeNotFound();
    const store = openFileStore(house.dataDir);
    const total = 1 + decree.groupIds.length;
    const documents = [];
    let done = 0;
    for await (const made of makeAll(run, decree)) {
      const sha256 = await store.put(made.bytes);
      const { bytes, ...about } = made;
      documents.push({ ...about, sha256, bytes: bytes.length });
      if (made.kind !== 'certificate') await run.progress((done += 1), total);
    }
    // The job's own id: a job that runs twice records its documents once.
    await house.execute({
      id: run.jobId,
      kind: 'registry.record-document',
      city,
      body: { documents },
    });
    return { documents: documents.length };
  },
});

async function* makeAll(run: JobRun, decree: PrintableDecree): AsyncGenerator<Made> {
  const { house, city } = run;
  yield {
    kind: 'decree',
    subjectKind: 'decree',
    subjectId: decree.id,
    title: `SK ${decree.number}`,
    bytes: await printDecree({ ...decree.content, verifyUrl: decree.verifyUrl }),
  };
  for (const [index, groupId] of decree.groupIds.entries()) {
    run.signal.throwIfAborted();
    const group = { subjectKind: 'group', subjectId: groupId } as const;
    const certificate = certificateOf(decree, index);
    if (certificate) {
      const title = `Piagam ${certificate.groupName}`;
      yield { ...group, kind: 'certificate', title, bytes: await printCertificate(certificate) };
    }
    const cards = await house.read(city, (db) => findMemberCards(db, groupId, house.origin));
    if (cards) {
      const title = `Kartu anggota ${cards.groupName}`;
      yield { ...group, kind: 'member-cards', title, bytes: await printMemberCards(cards) };
    }
  }
}
