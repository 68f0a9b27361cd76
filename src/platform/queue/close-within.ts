// BullMQ's close() waits for ever when its backend is gone; a stopping process cannot.

import { setTimeout as delay } from 'node:timers/promises';

/** Closes politely; after so many seconds cuts the connection. The rows of unfinished jobs are found by a sweep. */
export async function closeWithin(
  seconds: number,
  handle: { close(): Promise<void>; disconnect(): Promise<void> },
): Promise<void> {
  const limit = new AbortController();
  const late = delay(seconds * 1_000, 'late' as const, { signal: limit.signal }).catch(() => undefined);
  const closed = handle.close().catch(() => undefined);
  if ((await Promise.race([closed, late])) === 'late') handle.disconnect().catch(() => undefined);
  limit.abort();
}
