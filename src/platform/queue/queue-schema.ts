// Makes and updates BullMQ's own tables, as the owner, in a schema apart.

import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import { JOB_CONCURRENCY } from '../../contracts/jobs.js';
import { QUEUE_SCHEMA } from './backend.js';

export async function migrateQueueSchema(ownerUrl: string): Promise<void> {
  const { Queue } = withBackend(createPostgresBackend);
  const queue = new Queue('schema', {
    connection: { connectionString: ownerUrl, schema: QUEUE_SCHEMA, migrate: true, max: 2 },
  });
  queue.on('error', () => undefined);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
  await makeSequences(ownerUrl);
}

/** BullMQ makes a queue's sequence with its first job; the application's role may not make anything, so it is made here. */
async function makeSequences(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT ${QUEUE_SCHEMA}.next_job_id(queue) FROM unnest($1::text[]) AS queue`, [
      Object.keys(JOB_CONCURRENCY),
    ]);
  } finally {
    await client.end();
  }
}
