import { totalmem } from 'node:os';

/** How hard the database tries to keep what it confirmed; `tests` keeps nothing through a power cut. */
export type Durability = 'full' | 'tests';

/**
 * The server settings, sized by the machine's memory. They are given on the command line rather than in postgresql.conf,
 * so that a newer version of the programme brings its own to an older data folder.
 */
export function postgresOptions(
  socketDir: string,
  durability: Durability,
  memoryBytes: number = totalmem(),
): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: megabytes(memoryBytes / 8, { least: 128, most: 2048 }),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: megabytes(memoryBytes / 2, { least: 512, most: 16_384 }),
    random_page_cost: '1.1',
    // A first import fills empty tables within seconds; without fresh statistics every city-first index looks alike. More
    // often than this, it would look at tables while they still fill.
    autovacuum_naptime: '30s',
    jit: 'off',
    // The close of a day rewrites a row of every loan that moved; a checkpoint in the middle of it writes all twice.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    idle_in_transaction_session_timeout: '10min',
    ...(durability === 'full' ? fullDurability : testDurability),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const fullDurability = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

const testDurability = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

function megabytes(bytes: number, { least, most }: { least: number; most: number }): string {
  return `${Math.min(most, Math.max(least, Math.floor(bytes / 2 ** 20)))}MB`;
}
