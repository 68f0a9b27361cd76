// Lets everything the story caused happen within it, and leaves nothing behind that a real worker would still send.

import type { DemoServices } from './demo-services.js';

const AT_ONCE = 8;

/** Delivers every open event, and those they cause, at the story's own time. */
export async function deliverAll({ database, delivery }: DemoServices): Promise<void> {
  for (;;) {
    const open = await database.sql<{ id: string }>(
      'SELECT id FROM outbox_events WHERE completed_at IS NULL AND attempts = 0 ORDER BY occurred_at, id LIMIT 500',
    );
    if (open.length === 0) return;
    const waiting = open.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { id } of waiting) await delivery.deliver(id);
      }),
    );
  }
}

/**
 * Mails about what is past, and to people who do not exist, would only fill the mailbox. This is the story's last word:
 * when it is on the disk, so is all before it.
 */
export async function dropMails({ database }: DemoServices, cooperativeIds: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.sql('SET LOCAL synchronous_commit = on');
    await tx.sql('DELETE FROM outgoing_mails WHERE cooperative_id = ANY ($1::uuid[])', [cooperativeIds]);
    // A transaction that wrote nothing waits for nothing.
    await tx.sql('UPDATE cooperatives SET is_demo = true WHERE id = ANY ($1::uuid[])', [cooperativeIds]);
  });
}
