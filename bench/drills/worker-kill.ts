// A worker dies by kill -9 at 300, 600 and 900 of 1,500 mails that must arrive: none is lost, and no more come twice than
// were in flight. The control does without leases, and must lose some.
import { openPlace } from '../support/place.ts';
import { report, rounded } from '../support/report.ts';
import { killWorkers } from '../support/worker-kill.ts';

const MAILS = 1_500;
const KILLS_AT = [300, 600, 900];
/** What one worker has in flight in this lane (src/platform/mail/smtp.ts). */
const IN_FLIGHT = 8;

const place = await openPlace();
try {
  const common = { databaseUrl: place.appUrl, pool: place.pool, data: place.data, mails: MAILS, killsAt: KILLS_AT };
  const guarded = await killWorkers({ ...common, leasesLapse: true, patienceMs: 60_000 });
  console.log(`with leases: ${JSON.stringify(guarded)}`);
  const control = await killWorkers({ ...common, leasesLapse: false, patienceMs: 30_000 });
  console.log(`without: ${JSON.stringify(control)}`);
  report({
    name: 'worker-kill',
    ratio: rounded(guarded.recoveredSeconds),
    goal: '<= 60',
    unit: 's from the last kill to the last mail',
    yardstick: null,
    invariants: {
      'no mail is lost': guarded.lost === 0 && guarded.unknown === 0,
      'every row is in a final state': guarded.unfinished === 0,
      'no more come twice than were in flight': guarded.doubled <= KILLS_AT.length * IN_FLIGHT,
      'without leases mails are lost': control.lost > 0,
    },
    samples: [guarded, control],
  });
} finally {
  await place.close();
}
