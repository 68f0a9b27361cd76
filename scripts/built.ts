// The built server, loaded only when it is needed: the sources cannot run before the build, and the build may be stale.
export type ServerModule = typeof import('../src/server.ts');
type ConfigModule = typeof import('../src/platform/config/config.ts');
export type MigrateModule = typeof import('../src/platform/database/migrate.ts');
export type DemoModule = typeof import('../src/demo/seed.ts');
export type CommandLineModule = typeof import('../src/operations/command-line.ts');
export type { Embedded } from '../src/operations/embedded.ts';

export function loadServer(): Promise<ServerModule> {
  return load('server.js') as Promise<ServerModule>;
}

export function loadMigrations(): Promise<MigrateModule> {
  return load('platform/database/migrate.js') as Promise<MigrateModule>;
}

export function loadDemo(): Promise<DemoModule> {
  return load('demo/seed.js') as Promise<DemoModule>;
}

export function loadCommandLine(): Promise<CommandLineModule> {
  return load('operations/command-line.js') as Promise<CommandLineModule>;
}

function load(path: string): Promise<unknown> {
  return import(new URL(`../dist/${path}`, import.meta.url).href) as Promise<unknown>;
}

export function loadConfigModule(): Promise<ConfigModule> {
  return load('platform/config/config.js') as Promise<ConfigModule>;
}
