// What is asked for a copy of a session.

import { z } from 'zod';
import { id, instant, zone } from '../contracts/schemas.js';

/** Without an end the copy lasts as long; without a zone it is planned in the same. `id` is the new session's, kept through retries. */
export const cloneInput = z
  .strictObject({ id: id.optional(), startsAt: instant, endsAt: instant.optional(), zone: zone.optional() })
  .meta({ id: 'CloneInput' });
/** The draft that came of it. */
export const madeOut = z.object({ id }).meta({ id: 'MadeSession' });
export type MadeOut = z.infer<typeof madeOut>;

export type CloneInput = z.infer<typeof cloneInput>;
