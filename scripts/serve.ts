// Serves the whole platform from one process: its database, migrations, API, sockets, worker and mailbox; and ends all of it.
import { access, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DEMO_ACCOUNTS } from '../src/demo/demo-accounts.ts';
import type { Config } from '../src/platform/config/config.ts';
import { loadConfigModule, loadDemo, loadMigrations, loadServer } from './built.ts';
import { Closers } from './closers.ts';
import { startMailbox, type Mailbox } from './embedded/mailbox.ts';
import { isTaken } from './embedded/ports.ts';
import { reachableFolder, serviceAccount } from './embedded/postgres-home.ts';
import { isRunning, startPostgres } from './embedded/postgres.ts';
import { Refusal } from './refusal.ts';

/** An empty variable is how compose files and shells say "not set". */
const asked = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const isEmbedded = asked['DATABASE_URL'] === undefined;
const isProduction = asked['NODE_ENV'] === 'production';
const port = Number(asked['PORT'] ?? 3000);
const closers = new Closers();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(signal, () => void closers.stop().then(() => process.exit(0)));
}
closers.start(serve).catch(async (error: unknown) => {
  const isDetailed = asked['LOG_LEVEL'] === 'debug' || asked['LOG_LEVEL'] === 'trace';
  console.error(error instanceof Error && !isDetailed ? error.message : error);
  await closers.stop();
  process.exit(1);
});

async function serve(): Promise<void> {
  const account = isEmbedded ? serviceAccount() : undefined;
  const wanted = resolve(asked['SINAU_DATA'] ?? '.data');
  const data = await reachableFolder(wanted, account);
  // Whoever tries it out wants to see the addresses below, not a line a request.
  const quiet = isProduction ? {} : { NODE_ENV: 'development', LOG_LEVEL: 'warn' };
  const isOpen = isProduction && (await demoAccounts(data)) === undefined;
  const host = asked['HOST'] ?? (isOpen ? '0.0.0.0' : '127.0.0.1');
  const env: NodeJS.ProcessEnv = { ...quiet, ...asked, HOST: host, SINAU_DATA: data };

  const { publicUrl } = await checkedSettings(env);
  const cluster = join(data, 'postgres');
  // A second start on the same data would also find the port taken, and should hear of the data.
  if (!isEmbedded || !(await isRunning(cluster))) {
    await refuseTakenPort(host);
    // PostgreSQL starts in a process of its own while this one reads some thousand files.
    loadServer().catch(() => undefined);
  }
  if (isEmbedded) await openDatabase(env, cluster, account);
  await migrate(env);
  if (isEmbedded && !isProduction) await onFirstStart(env, data);
  const mailbox = await openMailbox(env, join(data, 'mailbox'));

  const { startServer } = await loadServer();
  const server = await startServer({ env, runs: ['api', 'worker'] });
  await closers.add({ name: 'The server', patienceMs: 4_500, close: () => server.close() });

  const moved = data === wanted ? '' : ` (PostgreSQL's account ${String(account?.name)} cannot enter ${wanted})`;
  // As mails link to it: a browser is signed in to a name, not to an address.
  const isPortOpen = port === 0 && asked['PUBLIC_URL'] === undefined;
  const address = isPortOpen ? server.url.replace(/127\.0\.0\.1|0\.0\.0\.0/, 'localhost') : publicUrl;
  console.log(`\n  Sinau     ${address}`);
  if (mailbox !== undefined) console.log(`  Mailbox   ${mailbox.url}`);
  console.log(`  Data      ${data}${moved}`);
  await announceDemo(data, host);
  console.log('  Stop      Ctrl-C\n');
}

/** Before anything is changed: a typo must not cost a migration. @throws ConfigError with every problem */
async function checkedSettings(env: NodeJS.ProcessEnv): Promise<Config> {
  const { loadConfig } = await loadConfigModule();
  const databaseUrl = env['DATABASE_URL'] ?? 'postgresql://127.0.0.1/embedded';
  return loadConfig({ ...env, DATABASE_URL: databaseUrl }, () => 'x'.repeat(40));
}

/** Its passwords are of this install alone, so they are shown at every start for as long as the demo is there. */
async function announceDemo(data: string, host: string): Promise<void> {
  const accounts = await demoAccounts(data);
  if (accounts === undefined) return;
  console.log(`\n${accounts.trimEnd().replace(/^/gm, '  ')}\n`);
  if (/^(127\.|localhost$|::1$)/.test(host)) return;
  console.warn(`  HOST=${host} lets others in while these accounts exist: npm run cli -- demo:remove\n`);
}

function demoAccounts(data: string): Promise<string | undefined> {
  return readFile(join(data, DEMO_ACCOUNTS), 'utf8').catch(() => undefined);
}

async function openDatabase(
  env: NodeJS.ProcessEnv,
  cluster: string,
  account: ReturnType<typeof serviceAccount>,
): Promise<void> {
  const postgres = await startPostgres({ cluster, account, isDurable: true });
  await closers.add({ name: 'PostgreSQL', patienceMs: 4_500, close: () => postgres.stop() });
  await refuseTakenPort(env['HOST'] ?? '127.0.0.1');
  env['DATABASE_URL'] = postgres.url('app');
  env['MIGRATION_DATABASE_URL'] = postgres.url('owner');
}

async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const databaseUrl = env['DATABASE_URL'] ?? '';
  const appRole = decodeURIComponent(new URL(databaseUrl).username);
  const { migrate: run } = await loadMigrations();
  const { applied } = await run({ ownerUrl: env['MIGRATION_DATABASE_URL'] ?? databaseUrl, appRole });
  if (applied.length > 0) console.log(`  Migrated  ${String(applied.length)} step(s)`);
}

/** Once per data folder: the mark is set when it is done, so a start that died in the middle does it again. */
async function onFirstStart(env: NodeJS.ProcessEnv, data: string): Promise<void> {
  const mark = join(data, 'started-once');
  const isKnown = await access(mark).then(
    () => true,
    () => false,
  );
  if (isKnown) return;
  const { seedDemo } = await loadDemo();
  await seedDemo(env);
  await writeFile(mark, '');
}

/** Only where nobody said where mail should go, and never in production: whoever sees it can sign in as anybody. */
async function openMailbox(env: NodeJS.ProcessEnv, folder: string): Promise<Mailbox | undefined> {
  if (isProduction || env['SMTP_URL'] !== undefined) return undefined;
  const mailbox = await startMailbox({ folder, port: port === 0 ? 0 : port + 1 });
  await closers.add({ name: 'The mailbox', patienceMs: 700, close: () => mailbox.close() });
  env['SMTP_URL'] = mailbox.smtpUrl;
  return mailbox;
}

async function refuseTakenPort(host: string): Promise<void> {
  if (!Number.isInteger(port) || port <= 0 || !(await isTaken(host, port))) return;
  const other = String(port + 10);
  throw new Refusal(`Port ${String(port)} on ${host} is taken: stop what uses it, or choose another (PORT=${other}).`);
}
