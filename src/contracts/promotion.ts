// Why somebody was next when a seat was free, as staff and the member read it.

import { z } from 'zod';

export const QUEUE_POLICIES = ['fifo', 'least-educated-first', 'unit-quota'] as const;
export type QueuePolicy = (typeof QUEUE_POLICIES)[number];

/** The place by the policy, of how many; the place by the order of coming; and what the policy looked at. */
export const promotion = z
  .object({
    policy: z.enum(QUEUE_POLICIES),
    rank: z.int(),
    of: z.int(),
    place: z.int(),
    minutes: z.int().nullable(),
    isWithinQuota: z.boolean().nullable(),
  })
  .meta({ id: 'Promotion' });
