// What a link in a mail shows and does, from outside.

import { z } from 'zod';
import { instantOut } from '../contracts/schemas.js';

/** `token` is what stands behind # in the link. */
export const releaseIn = z
  .strictObject({ token: z.string().regex(/^[\da-f-]{36}\.[\w-]{43}$/) })
  .meta({ id: 'ReleaseIn' });
export type ReleaseIn = z.infer<typeof releaseIn>;

/** No more than the mail itself said. `open`: it can be given back; `released`: nothing is held; `over`: it is too late. */
export const releaseOut = z
  .object({
    state: z.enum(['open', 'released', 'over']),
    isWaiting: z.boolean(),
    title: z.string(),
    startsAt: instantOut,
    endsAt: instantOut,
    zone: z.string(),
    cooperative: z.object({ slug: z.string(), name: z.string() }),
  })
  .meta({ id: 'Release' });
export type ReleaseOut = z.infer<typeof releaseOut>;
