import type {} from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's own database; each test file makes its own beside it. */
    serverUrl: string;
  }
}

/** The migrated database that test files copy; nobody may stay connected to it. */
export const templateName = 'naik_template';

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
