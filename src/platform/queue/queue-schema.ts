// Makes and updates BullMQ's own tables, as the owner, in a schema apart.

import { createPostgresBackend, withBackend } from 'bullmq';
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
}
