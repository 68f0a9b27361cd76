// Every setting of a deployment: one schema over the environment, checked at boot, all problems listed at once.

import { z } from 'zod';
import { stageProblems, stageSettings, stageVariables, type StageSettings } from './stage-settings.js';

const port = z.coerce.number().int().min(0).max(65535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Keyed by variable name; each `describe` is the line of the README's table. Nobody else reads the environment. */
export const configSchema = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('`production` refuses demo data, the mailbox and insecure settings'),
  HOST: z.string().min(1).optional().describe('Address to listen on; 127.0.0.1, in production 0.0.0.0'),
  PORT: port.default(3000).describe('Port for web app, API and sockets; 0 takes a free one'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address people use, without a path; read at run time. Required in production'),
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
  MAIL_FROM: z.string().min(3).default('Sinau <sinau@localhost>').describe('Sender of mails, `Name <address>`'),
  SINAU_DATA: z.string().min(1).default('.data').describe('Folder for embedded data, uploads and generated secrets'),
  SINAU_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Key for hashes and signatures, 32 characters or more; generated once into the data folder if absent'),
  TRUST_PROXY: z
    .string()
    .default('false')
    .describe('`true`, or the addresses of proxies whose X-Forwarded-For is believed (comma separated)'),
  SIGN_IN_DAYS: z.coerce.number().min(1).max(365).default(90).describe('Days a sign-in lasts after its last use'),
  ADMIN_SIGN_IN_HOURS: z.coerce
    .number()
    .min(1)
    .max(720)
    .default(12)
    .describe("The same for admins' sign-ins, in hours"),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('How much is logged, as JSON lines'),
  METRICS_PUBLIC: flag.default(false).describe('`true` serves /metrics to everybody, not to loopback alone'),
  SHUTDOWN_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(60)
    .default(4)
    .describe('How long running jobs may take to finish when the process stops; what is left, another process does'),
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
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly dataFolder: string;
  readonly secret: string;
  readonly trustProxy: boolean | string;
  /** How long a sign-in lasts after its last use. */
  readonly signInHours: { readonly member: number; readonly admin: number };
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly metricsPublic: boolean;
  readonly shutdownSeconds: number;
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
  const parsed = configSchema.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  const problems = [...(production ? missingInProduction(value) : []), ...stageProblems(value)];
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    production,
    test: value.NODE_ENV === 'test',
    host: value.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    isHostChosen: value.HOST !== undefined,
    port: value.PORT,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    databaseUrl: value.DATABASE_URL,
    migrationDatabaseUrl: value.MIGRATION_DATABASE_URL,
    databasePool: value.DATABASE_POOL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    dataFolder: value.SINAU_DATA,
    secret: value.SINAU_SECRET ?? secretOf(value.SINAU_DATA),
    trustProxy: value.TRUST_PROXY === 'true' ? true : value.TRUST_PROXY === 'false' ? false : value.TRUST_PROXY,
    signInHours: { member: value.SIGN_IN_DAYS * 24, admin: value.ADMIN_SIGN_IN_HOURS },
    logLevel: value.LOG_LEVEL,
    metricsPublic: value.METRICS_PUBLIC,
    shutdownSeconds: value.SHUTDOWN_SECONDS,
    stage: stageSettings(value),
  });
}

/** An empty variable (`REDIS_URL=`) is how compose files say "not set". */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
}

function missingInProduction(value: Environment): string[] {
  const required = { PUBLIC_URL: value.PUBLIC_URL, SMTP_URL: value.SMTP_URL };
  return Object.entries(required).flatMap(([name, given]) =>
    given === undefined ? [`${name}: required when NODE_ENV=production`] : [],
  );
}
