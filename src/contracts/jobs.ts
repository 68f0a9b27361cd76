// Wake-ups that travel through the queue. A job says that work may be waiting; the row says what the work is.

import type { MailLane } from './mail.js';

/** Each job's data: ids only. Losing a job loses nothing: a sweep finds the row. */
export interface Jobs {
  'event.deliver': { eventId: string };
  'mail.send': { lane: MailLane };
  'roster.import': { importId: string };
  'registrations.import': { importId: string };
}

export type JobName = keyof Jobs;

/** Every job, with how many one worker process runs at once. */
export const JOB_CONCURRENCY: Record<JobName, number> = {
  'event.deliver': 8,
  'mail.send': 1,
  'roster.import': 1,
  'registrations.import': 1,
};
