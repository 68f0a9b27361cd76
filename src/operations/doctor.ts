// `doctor`: every part of a deployment in one line, well or with what to do about it.

import { DataSource } from 'typeorm';
import { ConfigError, loadConfig, type Config } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { Database } from '../platform/database/database.js';
import { messageOf } from '../platform/errors.js';
import { checkChains } from './chain-checks.js';
import { checkClock, checkMigrations, checkPrivileges, checkVersion } from './database-checks.js';
import { checkEvents, checkQueue } from './event-checks.js';
import { unwell, well, type Finding } from './finding.js';
import { checkDisk, checkMail, checkPublicUrl, roomOn, type Room } from './machine-checks.js';
import type { Outcome } from './outcome.js';

const PART_WIDTH = 14;

export interface Examination {
  /** Also sends a test mail there. */
  readonly mailTo?: string;
  /** How much room a folder has; the machine's own answer unless another is given. */
  readonly room?: (folder: string) => Promise<Room>;
}

export async function diagnose(env: NodeJS.ProcessEnv, { mailTo, room = roomOn }: Examination): Promise<Outcome> {
  let config: Config;
  try {
    config = loadConfig(env, generatedSecret);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return report(error.problems.map((problem) => unwell('configuration', problem)));
  }
  return report([
    well('configuration', 'every setting is valid'),
    ...(await gather('public address', () => Promise.resolve(checkPublicUrl(config)))),
    ...(await overDatabase(config)),
    ...(config.redisUrl === undefined ? [] : await gather('queue', () => checkQueue(config))),
    ...(await gather('mail', () => checkMail(config, mailTo))),
    ...(await gather('disk', async () => checkDisk(config.dataFolder, await room(config.dataFolder)))),
  ]);
}

async function overDatabase(config: Config): Promise<Finding[]> {
  const source = new DataSource(dataSourceOptions(config.databaseUrl, 2, 'sinau-doctor'));
  try {
    await source.initialize();
  } catch (error) {
    return [unwell('database', `cannot be reached (${messageOf(error)}): check DATABASE_URL and that PostgreSQL runs`)];
  }
  try {
    const database = new Database(source);
    const findings = [
      ...(await gather('database', () => checkVersion(database))),
      ...(await gather('clock', () => checkClock(database))),
    ];
    const migrations = await gather('migrations', () => checkMigrations(database));
    findings.push(...migrations);
    // Without its tables nothing below can be asked.
    if (migrations.some((finding) => !finding.isWell)) return findings;
    findings.push(...(await gather('privileges', () => checkPrivileges(database))));
    // Without Redis the queue's tables are the database's too.
    if (config.redisUrl === undefined) findings.push(...(await gather('queue', () => checkQueue(config))));
    findings.push(...(await gather('events', () => checkEvents(database))));
    findings.push(...(await gather('audit', () => checkChains(database))));
    return findings;
  } finally {
    await source.destroy();
  }
}

/** A check that breaks is a finding too. */
async function gather(part: string, check: () => Promise<Finding | Finding[]>): Promise<Finding[]> {
  try {
    return [await check()].flat();
  } catch (error) {
    return [unwell(part, messageOf(error))];
  }
}

function report(findings: readonly Finding[]): Outcome {
  const lines = findings.map(
    ({ part, isWell, says }) => `${isWell ? 'ok ' : '!! '} ${part.padEnd(PART_WIDTH)} ${says}`,
  );
  const problems = findings.filter((finding) => !finding.isWell).length;
  const last = problems === 0 ? 'All is well.' : `${String(problems)} of ${String(findings.length)} need attention.`;
  return { lines: [...lines, last], isDone: problems === 0 };
}
