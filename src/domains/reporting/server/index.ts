import type { AnyCommand } from '#platform/command/command.ts';
import { freezeSnapshot } from './freeze-snapshot.ts';

export { everythingHeld, heldTables } from './her-file/index.ts';
export type { HeldOfHer } from './her-file/index.ts';
export { lifeOfPerson } from './life-of-person.ts';
export type { LifeMoment } from './life-of-person.ts';
export { columnsOf, hasNames, indicatorRows } from './indicator-rows.ts';
export { leadershipFigures, measureOf } from './leadership-figures.ts';
export { currentFigures } from './remembered-figures.ts';
export type { RowsAsk } from './rows-source.ts';
export { snapshotsOf } from './snapshot-pages.ts';
export type { Snapshot } from './snapshot-pages.ts';

export const reportingCommands: AnyCommand[] = [freezeSnapshot];
