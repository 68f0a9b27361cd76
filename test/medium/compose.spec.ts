// The compose file speaks the application's language: no variable it does not know, none missing that it needs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { configSchema, loadConfig } from '../../src/platform/config/config.js';

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      build: z.string().optional(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
type Compose = z.infer<typeof composeSchema>;

const OURS = ['migrate', 'api', 'worker'];
const GIVEN = { APP_PASSWORD: 'a'.repeat(20), OWNER_PASSWORD: 'b'.repeat(20), SINAU_SECRET: 'c'.repeat(40) };
const root = join(import.meta.dirname, '../..');
let text: string;
let compose: Compose;

beforeAll(async () => {
  text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
  compose = composeSchema.parse(parse(text, { merge: true }));
});

/** As compose itself fills them in: `${NAME:-default}` and `${NAME:?message}`. */
function fillIn(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const found = given[name] ?? (kind === '-' ? rest : undefined);
    if (found === undefined) throw new Error(`${name} must be given`);
    return found;
  });
}

function environmentOf(service: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const set = Object.entries(compose.services[service]?.environment ?? {});
  return Object.fromEntries(set.map(([name, value]) => [name, fillIn(value, given)]));
}

describe.each(OURS)('%s', (service) => {
  it('sets only variables the application knows', () => {
    const known = Object.keys(configSchema.shape);
    expect(Object.keys(environmentOf(service, GIVEN)).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('sets all it needs in production', () => {
    const config = loadConfig(environmentOf(service, GIVEN), () => '');
    expect(config.production).toBe(true);
    expect(config.secret).toBe(GIVEN.SINAU_SECRET);
  });

  it.each(['APP_PASSWORD', 'SINAU_SECRET'])('does not start without %s, for there is no published default', (name) => {
    const others = Object.fromEntries(Object.entries(GIVEN).filter(([given]) => given !== name));
    expect(() => environmentOf(service, others)).toThrow(`${name} must be given`);
  });

  it('runs a file that the build makes', async () => {
    const entry = compose.services[service]?.command?.[1] ?? 'dist/main.js';
    const source = entry.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
    await expect(readFile(join(root, source), 'utf8')).resolves.not.toBe('');
  });
});

it('gives the tables to the owner and only rows to the application', () => {
  expect(new URL(environmentOf('migrate', GIVEN)['MIGRATION_DATABASE_URL'] ?? '').username).toBe('sinau_owner');
  expect(new URL(environmentOf('api', GIVEN)['DATABASE_URL'] ?? '').username).toBe('sinau_app');
  expect(environmentOf('api', GIVEN)).not.toHaveProperty('MIGRATION_DATABASE_URL');
  expect(environmentOf('worker', GIVEN)).not.toHaveProperty('MIGRATION_DATABASE_URL');
});

it('starts api and worker after the migration, and the migration after the database', () => {
  for (const service of ['api', 'worker']) {
    expect(compose.services[service]?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
  }
  expect(compose.services['migrate']?.depends_on?.['postgres']?.condition).toBe('service_healthy');
});

it('runs a Redis that evicts nothing and writes down what it is told', () => {
  const command = compose.services['redis']?.command?.join(' ');
  expect(command).toContain('--maxmemory-policy noeviction');
  expect(command).toContain('--appendonly yes');
});

it('mounts only volumes that it declares', () => {
  const named = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
  const missing = named.map((volume) => volume.split(':')[0] ?? '').filter((name) => !(name in compose.volumes));
  expect(missing).toEqual([]);
});
