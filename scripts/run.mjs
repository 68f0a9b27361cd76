// Runs one file of this project, given first, on an up-to-date build and under the right Node. Node 20 can read it.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, runNode } from './launch.mjs';

ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(process.argv.slice(2));
