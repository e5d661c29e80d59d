import type { AnyCommand } from '#platform/command/command.ts';
import { drawInvitationsCommand } from './draw-invitations.ts';

export * from './cross-pages.ts';
export { findDraw, listDraws, listInvited } from './invitation-pages.ts';
export type { DrawPage, DrawRow, InvitedRow } from './invitation-pages.ts';
export { lifeLineOf } from './life-line.ts';
export type { LifeEvent } from './life-line.ts';
export { countNeverServed } from './never-served.ts';
export { recordServices } from './service-store.ts';
export type { Service, ServiceKind } from './service-store.ts';

export const programmeCommands: AnyCommand[] = [drawInvitationsCommand];
