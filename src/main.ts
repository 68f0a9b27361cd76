// Serves people: HTTP, sockets and the web app. `node dist/main.js`; the work behind is worker.ts.

import { startServer } from './server.js';
import { runUntilSignal } from './process.js';

await runUntilSignal(() => startServer({ env: process.env, runs: ['api'] }));
