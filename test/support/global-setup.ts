// Starts the run's one PostgreSQL, in a folder of its own, and a guard that ends it whichever way the run ends.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableFolder, serviceAccount } from '../../scripts/embedded/postgres-home.ts';
import { startPostgres } from '../../scripts/embedded/postgres.ts';
import { holdServices } from './services.ts';

/** Waits until our end of its stdin closes, as it does however we die; then stops PostgreSQL and removes its folder. */
const GUARD = `
  trap '' INT TERM HUP
  cat >/dev/null
  pid=$(head -n 1 "$0/postgres/postmaster.pid" 2>/dev/null)
  if [ -n "$pid" ]; then
    kill -INT "$pid" 2>/dev/null
    i=0
    while kill -0 "$pid" 2>/dev/null && [ $i -lt 50 ]; do sleep 0.1; i=$((i + 1)); done
    kill -QUIT "$pid" 2>/dev/null
  fi
  rm -rf "$0"`;

export default async function startServices(): Promise<void> {
  const account = serviceAccount();
  const made = await mkdtemp(join(tmpdir(), 'sinau-test-'));
  if (account !== undefined) await chmod(made, 0o711);
  const folder = await reachableFolder(made, account);
  const guard = spawn('sh', ['-c', GUARD, folder], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  holdServices(guard);
  const settings = { max_connections: '300', shared_buffers: '128MB' };
  const postgres = await startPostgres({ cluster: join(folder, 'postgres'), account, isDurable: false, settings });
  process.env['SINAU_TEST_SUPERUSER_URL'] = postgres.url('superuser', 'postgres');
  process.env['SINAU_TEST_OWNER_URL'] = postgres.url('owner', 'postgres');
  process.env['SINAU_TEST_APP_URL'] = postgres.url('app', 'postgres');
}
