// `npm run cli -- COMMAND`: installs if needed, builds what is stale, then runs one operator's command. Node 20 can read it.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, runNode } from './launch.mjs';

ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(['scripts/cli.ts', ...process.argv.slice(2)]);
