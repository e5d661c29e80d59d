export { lifeLineOf } from './life-line.ts';
export type { LifeEvent } from './life-line.ts';
export { recordServices } from './service-store.ts';
export type { Service, ServiceKind } from './service-store.ts';
