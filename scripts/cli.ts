// The operator's commands on this machine: over DATABASE_URL when it is set, else over the embedded database of the data folder.
import { join, resolve } from 'node:path';
import { loadCommandLine, loadMigrations, type Embedded } from './built.ts';
import { Closers } from './closers.ts';
import { backUp } from './embedded/backup.ts';
import { reachableFolder, serviceAccount } from './embedded/postgres-home.ts';
import { joinPostgres } from './embedded/postgres.ts';
import { restore } from './embedded/restore.ts';
import { Refusal } from './refusal.ts';

/** An empty variable is how compose files and shells say "not set". */
const asked = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const closers = new Closers();

const embedded: Embedded = {
  async open({ isMigrated }) {
    const { data, account } = await home();
    const postgres = await joinPostgres({ cluster: join(data, 'postgres'), account, isDurable: true });
    await closers.add({ name: 'PostgreSQL', patienceMs: 4_500, close: () => postgres.stop() });
    const [appUrl, ownerUrl] = [postgres.url('app'), postgres.url('owner')];
    // Under a Sinau that serves, the tables are its own affair.
    if (isMigrated && !postgres.isServing) {
      const { migrate } = await loadMigrations();
      await migrate({ ownerUrl, appRole: postgres.appRole });
    }
    const env = { ...asked, SINAU_DATA: data, DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl };
    return { env, close: () => closers.stop() };
  },
  async backUp(file) {
    return backUp({ ...(await home()), file: fromHere(file) });
  },
  async restore(file, { isForced }) {
    return restore({ ...(await home()), file: fromHere(file), isForced });
  },
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void closers.stop().then(() => process.exit(1)));
}
try {
  const { runCommandLine } = await loadCommandLine();
  const isEmbedded = asked['DATABASE_URL'] === undefined;
  process.exitCode = await runCommandLine(process.argv.slice(2), asked, isEmbedded ? embedded : undefined);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function home(): Promise<{ data: string; account: ReturnType<typeof serviceAccount> }> {
  const account = serviceAccount();
  return { data: await reachableFolder(resolve(asked['SINAU_DATA'] ?? '.data'), account), account };
}

/** npm runs scripts in the checkout; a file is meant from where the command was typed. */
function fromHere(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', file);
}
