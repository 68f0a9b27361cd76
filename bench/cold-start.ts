// How long `npm start` of a built checkout takes to its first healthy answer, on data that an earlier start has made.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/embedded/ports.ts';
import { isPostgresMarked, Started } from '../test/support/started.ts';
import { median, report, rounded } from './support/report.ts';

const STARTS = 5;
const STOP_WITHIN_MS = 10_000;

const folder = await mkdtemp(join(tmpdir(), 'sinau-bench-'));
await chmod(folder, 0o711);
const data = join(folder, 'data');
const samples: { readySeconds: number; stopSeconds: number; isClean: boolean; code: number }[] = [];
try {
  // The first start makes the data, and whatever is stale; it is not what is measured.
  for (let turn = 0; turn <= STARTS; turn += 1) {
    const started = new Started({ port: await freePort(), data });
    try {
      const readyMs = await started.ready();
      const { took, code } = await started.stop();
      const sample = { readySeconds: rounded(readyMs / 1000), stopSeconds: rounded(took / 1000), code };
      if (turn > 0) samples.push({ ...sample, isClean: !isPostgresMarked(data) });
      console.log(`${turn === 0 ? 'first start' : `start ${String(turn)}`}: ready in ${String(sample.readySeconds)} s`);
    } finally {
      await started.killAll();
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

report({
  name: 'cold-start',
  ratio: rounded(median(samples.map((sample) => sample.readySeconds))),
  goal: '<= 8',
  unit: 's',
  yardstick: null,
  invariants: {
    'every start became ready and ended with 0': samples.length === STARTS && samples.every(({ code }) => code === 0),
    'every stop took less than 10 s': samples.every(({ stopSeconds }) => stopSeconds * 1000 < STOP_WITHIN_MS),
    'every stop left a clean data folder': samples.every(({ isClean }) => isClean),
  },
  samples,
});
