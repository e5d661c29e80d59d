export { recordServices } from './service-store.ts';
export type { Service, ServiceKind } from './service-store.ts';
