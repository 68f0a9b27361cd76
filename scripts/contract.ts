// What the built server says of itself must equal what is committed: its tables the migrations, its OpenAPI openapi.json.
// `npm run openapi` writes openapi.json and the web app's types from it; `npm run check` compares.
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { loadMigrations, loadServer } from './built.ts';
import { reachableFolder, serviceAccount } from './embedded/postgres-home.ts';
import { startPostgres, type EmbeddedPostgres } from './embedded/postgres.ts';

const ROOT = dirname(import.meta.dirname);
const OPENAPI = join(ROOT, 'openapi.json');
const WEB_TYPES = join(ROOT, 'web/src/api/schema.d.ts');
const isWriting = process.argv.includes('--write');

const problems = await withDatabase(async (postgres) => {
  const { migrate } = await loadMigrations();
  await migrate({ ownerUrl: postgres.url('owner'), appRole: postgres.appRole });
  return [...checkTables(postgres), ...(await checkOpenApi(postgres))];
});
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

/** TypeORM compares the built entities with the migrated database and prints what a migration would still have to do. */
function checkTables(postgres: EmbeddedPostgres): string[] {
  const typeorm = join(ROOT, 'node_modules/typeorm/cli.js');
  const source = join(ROOT, 'dist/platform/database/cli-data-source.js');
  const args = [typeorm, 'migration:generate', 'drift', '--check', '--dataSource', source];
  const env = { ...process.env, MIGRATION_DATABASE_URL: postgres.url('owner') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  return status === 0 ? [] : [`Entities and migrations differ:\n${stdout}${stderr}`];
}

async function checkOpenApi(postgres: EmbeddedPostgres): Promise<string[]> {
  const { describeApi } = await loadServer();
  const document = `${JSON.stringify(await describeApi(postgres.url('app')), null, 2)}\n`;
  const made = new Map([
    [OPENAPI, document],
    [WEB_TYPES, astToString(await openapiTypes(document))],
  ]);
  const stale: string[] = [];
  for (const [file, content] of made) {
    if (isWriting) await writeFile(file, content);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== content) stale.push(relative(ROOT, file));
  }
  return stale.map((file) => `${file} is stale: run \`npm run openapi\` and commit it.`);
}

async function withDatabase<T>(work: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const account = serviceAccount();
  const made = await mkdtemp(join(tmpdir(), 'sinau-contract-'));
  if (account !== undefined) await chmod(made, 0o711);
  const folder = await reachableFolder(made, account);
  const postgres = await startPostgres({ cluster: join(folder, 'postgres'), account, isDurable: false });
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
    await rm(made, { recursive: true, force: true });
  }
}
