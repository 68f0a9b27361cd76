// Redis is emptied twice and then killed without saving while members register: every one of them is told, once, within a
// minute of its return. The control does without the sweeps, and must leave some untold.
import { openPlace } from '../support/place.ts';
import { flushRedis } from '../support/redis-flush.ts';
import { OwnRedis } from '../support/redis.ts';
import { report, rounded } from '../support/report.ts';

const SWEEPS = ['OutboxRelay.dispatch', 'MailWorker.sweep'];

const place = await openPlace();
const redis = await OwnRedis.open();
try {
  const common = { databaseUrl: place.appUrl, pool: place.pool, data: place.data, redis, registrations: 600 };
  const guarded = await flushRedis({ ...common, outageMs: 4_000, without: [], patienceMs: 60_000 });
  console.log(`with sweeps: ${JSON.stringify(guarded)}`);
  const control = await flushRedis({ ...common, outageMs: 4_000, without: SWEEPS, patienceMs: 25_000 });
  console.log(`without: ${JSON.stringify(control)}`);
  report({
    name: 'redis-flush',
    ratio: rounded(guarded.recoveredSeconds),
    goal: '<= 60',
    unit: 's from the return of Redis to the last mail',
    yardstick: null,
    invariants: {
      'registering went on without Redis': guarded.refused === 0,
      'every registered member was told': guarded.untold === 0 && guarded.lost === 0,
      'nobody was told twice': guarded.doubled === 0 && guarded.unknown === 0,
      'every event was handled': guarded.eventsOpen === 0 && guarded.unfinished === 0,
      'without sweeps some are not told': control.untold > 0,
    },
    samples: [guarded, control],
  });
} finally {
  await redis.close();
  await place.close();
}
