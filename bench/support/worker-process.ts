// A worker as built, in a process of its own; the sweeps named as arguments are left out, for negative controls.
import { loadServer } from '../../scripts/built.ts';

interface Sweep {
  name: string;
}

const without = process.argv.slice(2);
const { WorkerHost } = (await import(
  new URL('../../dist/platform/queue/worker-host.js', import.meta.url).href
)) as typeof import('../../src/platform/queue/worker-host.ts');
const schedule = Reflect.get(WorkerHost.prototype, 'schedule') as (sweep: Sweep) => void;
Reflect.set(WorkerHost.prototype, 'schedule', function (this: unknown, sweep: Sweep) {
  if (!without.includes(sweep.name)) Reflect.apply(schedule, this, [sweep]);
});

const { startServer } = await loadServer();
const server = await startServer({ env: process.env, runs: ['worker'] });
process.on('disconnect', () => void server.close().then(() => process.exit(0)));
process.send?.('ready');
