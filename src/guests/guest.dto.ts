// Guest speakers and their links, as seen from outside.

import { z } from 'zod';
import { id, instantOut, line } from '../contracts/schemas.js';

const LONGEST_NAME = 80;

export const guestInput = z.strictObject({ name: line(LONGEST_NAME) }).meta({ id: 'GuestInput' });
export type GuestInput = z.infer<typeof guestInput>;

export const guestOut = z
  .object({ id, name: z.string(), madeAt: instantOut, madeBy: z.string(), revokedAt: instantOut.nullable() })
  .meta({ id: 'SessionGuest', description: 'A speaker from outside, let in by a link' });
export type GuestOut = z.infer<typeof guestOut>;

export const guestLinkOut = z
  .object({ id, name: z.string(), url: z.string() })
  .meta({ id: 'SessionGuestLink', description: 'Shown this once: it is kept as a hash alone' });
export type GuestLinkOut = z.infer<typeof guestLinkOut>;

/** `token` is what stands behind # in the link. */
export const guestTokenIn = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) }).meta({ id: 'GuestTokenIn' });
export type GuestTokenIn = z.infer<typeof guestTokenIn>;

export const guestVisitOut = z
  .object({
    guestId: id,
    name: z.string(),
    sessionId: id,
    title: z.string(),
    state: z.enum(['draft', 'published', 'live', 'ended', 'cancelled']),
    startsAt: instantOut,
    endsAt: instantOut,
    zone: z.string(),
    hasStage: z.boolean(),
    cooperative: z.object({ name: z.string(), colour: z.string() }),
  })
  .meta({ id: 'GuestVisit', description: 'What a guest speaker is told of the session they are asked to' });
export type GuestVisitOut = z.infer<typeof guestVisitOut>;

export const guestStageOut = z.object({ url: z.string() }).meta({ id: 'GuestStage' });
export type GuestStageOut = z.infer<typeof guestStageOut>;
