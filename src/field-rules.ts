import { mentoringFieldRules, visitFieldRules } from '#domains/mentoring/server/index.ts';
import type { FieldRules } from '#domains/access/server/index.ts';

/** What every domain asks the receiving side to look at in commands from phones. */
export const fieldRules: FieldRules = { ...mentoringFieldRules, ...visitFieldRules };
