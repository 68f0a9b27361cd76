// `npm start`: installs if needed, builds what is stale, then serves everything from one process. Node 20 can read it.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, runNode } from './launch.mjs';

ensureInstalled();
await ensureBuilt();
// The channel tells the server when this process is gone, however it went.
process.exitCode = await runNode(['scripts/serve.ts'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
