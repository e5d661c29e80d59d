import type { AnyCommand } from '#platform/command/command.ts';
import { answerCase } from './answer-case.ts';
import { assignCase } from './assign-case.ts';
import { closeCase, reopenCase } from './close-case.ts';

export { caseDocuments } from './case-documents.ts';
export { countCases, findCase, listCases, listDepartments } from './case-pages.ts';
export type { CaseAsk, CaseCounts, CaseDetail, CaseRow, CaseStep } from './case-pages.ts';
export { raiseCases } from './raise-cases.ts';
export type { RaisedCase } from './raise-cases.ts';

export const voiceCommands: AnyCommand[] = [answerCase, assignCase, closeCase, reopenCase];
