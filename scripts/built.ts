// The built server, loaded only when it is needed: the sources cannot run before the build, and the build may be stale.
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

interface ServerModule {
  readonly startServer: (options: { env: NodeJS.ProcessEnv; runs: ('api' | 'worker')[] }) => Promise<RunningServer>;
}

interface MigrateModule {
  readonly migrate: (options: { ownerUrl: string; appRole: string }) => Promise<{ applied: string[] }>;
}

export function loadServer(): Promise<ServerModule> {
  return load('main.js') as Promise<ServerModule>;
}

export function loadMigrations(): Promise<MigrateModule> {
  return load('platform/database/migrate.js') as Promise<MigrateModule>;
}

function load(path: string): Promise<unknown> {
  return import(new URL(`../dist/${path}`, import.meta.url).href) as Promise<unknown>;
}
