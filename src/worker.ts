// Does the work behind: outbox relay, queues, sweeps. `node dist/worker.js`; start as many as the work needs.

import { startServer } from './server.js';
import { runUntilSignal } from './process.js';

await runUntilSignal(() => startServer({ env: process.env, runs: ['worker'] }));
