import type { BusinessDate } from '#kernel/date.ts';
import type { CaseState, CaseTopic } from './case.ts';

/** Key `case:<id>`: a case that still waits, as it travels to the phone of whoever raised it or carries its group. */
export interface CaseDocument {
  readonly id: string;
  readonly number: string;
  readonly topic: CaseTopic;
  readonly text: string;
  readonly state: CaseState;
  readonly raisedOn: BusinessDate;
  readonly dueOn: BusinessDate | null;
  readonly departmentName: string | null;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly personId: string | null;
  /** The department's answer, once there is one. */
  readonly answer: string | null;
}
