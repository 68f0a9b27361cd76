// Every setting of a deployment: one schema over the environment, checked at boot, all problems listed at once.

import proxyAddress from '@fastify/proxy-addr';
import { z } from 'zod';
import { fileProblems, fileSettings, fileVariables, type FileSettings } from './file-settings.js';
import { isInsecure, isPlainAddress } from './public-address.rules.js';
import { stageProblems, stageSettings, stageVariables, type StageSettings } from './stage-settings.js';

const port = z.coerce.number().int().min(0).max(65535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
/** `Name <address>`, or an address alone; on one line, since it becomes a header. */
const SENDER = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Keyed by variable name; each `describe` is the line of the README's table. Nobody else reads the environment. */
export const configSchema = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('`production` refuses demo data, the mailbox and insecure settings'),
  HOST: z.string().min(1).optional().describe('Address to listen on; 127.0.0.1, in production 0.0.0.0'),
  PORT: port.default(3000).describe('Port for web app, API and sockets; 0 takes a free one'),
  WORKER_PORT: port
    .optional()
    .describe('Port on which a worker alone answers /health and /metrics; without it a worker listens nowhere'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isPlainAddress, 'must be an address without a path, a query or a password')
    .optional()
    .describe('Address people use, without a path; read at run time. Required in production, and https there'),
  DATABASE_URL: postgresUrl.describe("PostgreSQL as the application's role, which owns nothing"),
  MIGRATION_DATABASE_URL: postgresUrl
    .optional()
    .describe('PostgreSQL as the owner of the tables; only migrations and `demo:remove` use it'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe('Connections a process may hold'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('Redis for wake-ups and limits; without it PostgreSQL does both'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server (`smtp://user:password@host:587`). Required in production'),
  MAIL_FROM: z
    .string()
    .regex(SENDER, 'must be `Name <address>` or an address')
    .default('Sinau <sinau@localhost>')
    .describe('Sender of mails, `Name <address>`'),
  SINAU_DATA: z.string().min(1).default('.data').describe('Folder for embedded data, uploads and generated secrets'),
  SINAU_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Key for hashes and signatures, 32 characters or more; generated once into the data folder if absent'),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'must be `true`, `false`, or addresses and networks (10.0.0.0/8), comma separated')
    .default('false')
    .describe('`true`, or the addresses of proxies whose X-Forwarded-For is believed (comma separated)'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('How much is logged, as JSON lines'),
  METRICS_PUBLIC: flag
    .default(false)
    .describe('`true` serves /metrics to everybody, not only to this machine and not through a proxy'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('With it, /metrics is for whoever sends it as a bearer token, from anywhere, and for nobody else'),
  SHUTDOWN_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(60)
    .default(4)
    .describe('How long running jobs may take to finish when the process stops; what is left, another process does'),
  ...fileVariables,
  ...stageVariables,
});

type Environment = z.infer<typeof configSchema>;

/** The frozen settings every part receives. `secret` is always there; `publicUrl` has no trailing slash. */
export interface Config {
  readonly production: boolean;
  readonly test: boolean;
  readonly host: string;
  /** Whether HOST was set, and `host` is not just the default. */
  readonly isHostChosen: boolean;
  readonly port: number;
  /** Where a worker alone says how it is; undefined: nowhere. */
  readonly workerPort: number | undefined;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly dataFolder: string;
  readonly secret: string;
  /** Whether the X-Forwarded-For of whoever has this address is believed. */
  readonly trustsProxy: (address: string, hop: number) => boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly metricsPublic: boolean;
  readonly metricsToken: string | undefined;
  readonly shutdownSeconds: number;
  readonly files: FileSettings;
  readonly stage: StageSettings;
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks all settings at once.
 * @param secretOf gives the generated secret when none is set (see secrets.ts).
 * @throws ConfigError naming every variable that is wrong; values are never repeated, they may be secrets.
 */
export function loadConfig(env: NodeJS.ProcessEnv, secretOf: (dataFolder: string) => string): Config {
  const given = withoutEmpty(env);
  const parsed = configSchema.safeParse(given);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...unfitForProduction(given),
    ...fileProblems(given),
    ...stageProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  return Object.freeze({
    production,
    test: value.NODE_ENV === 'test',
    host: value.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    isHostChosen: value.HOST !== undefined,
    port: value.PORT,
    workerPort: value.WORKER_PORT,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    databaseUrl: value.DATABASE_URL,
    migrationDatabaseUrl: value.MIGRATION_DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    dataFolder: value.SINAU_DATA,
    secret: value.SINAU_SECRET ?? secretOf(value.SINAU_DATA),
    trustsProxy: trustedProxies(value.TRUST_PROXY),
    logLevel: value.LOG_LEVEL,
    metricsPublic: value.METRICS_PUBLIC,
    metricsToken: value.METRICS_TOKEN,
    shutdownSeconds: value.SHUTDOWN_SECONDS,
    files: fileSettings(value),
    stage: stageSettings(value),
  });
}

/** An empty variable (`REDIS_URL=`) is how compose files say "not set". */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

/** Looked at whatever else is wrong, so that nobody mends one setting to hear of the next. */
function unfitForProduction(given: Record<string, string>): string[] {
  if (given['NODE_ENV'] !== 'production') return [];
  const missing = ['PUBLIC_URL', 'SMTP_URL'].filter((name) => given[name] === undefined);
  const insecure = isInsecure(given['PUBLIC_URL']) ? ['PUBLIC_URL: must be https when NODE_ENV=production'] : [];
  return [...missing.map((name) => `${name}: required when NODE_ENV=production`), ...insecure];
}

/** A bare number is none, though the library reads one as an address: who writes `1` counts hops. */
function isProxyList(text: string): boolean {
  if (/(^|,)\s*\d*\s*(,|$)/.test(text)) return false;
  try {
    trustedProxies(text);
    return true;
  } catch {
    return false;
  }
}

function trustedProxies(text: string): Config['trustsProxy'] {
  if (text === 'true' || text === 'false') return () => text === 'true';
  return proxyAddress.compile(text.split(',').map((address) => address.trim()));
}
