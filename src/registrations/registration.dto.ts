// What registrations look like from outside.

import { z } from 'zod';
import { id, instantOut, line, pageQuery } from '../contracts/schemas.js';

const STATES = ['pending', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired', 'rejected'] as const;

/** `place` counts from 1, for those who wait. */
export const registrationOut = z
  .object({ id, state: z.enum(STATES), place: z.int().nullable() })
  .meta({ id: 'Registration' });
export type RegistrationOut = z.infer<typeof registrationOut>;

export const registerOther = z.strictObject({ memberId: id }).meta({ id: 'RegisterOther' });
export type RegisterOther = z.infer<typeof registerOther>;

/** The reason is for the member to read. */
export const cancelOther = z.strictObject({ reason: line(300) }).meta({ id: 'CancelOther' });
export type CancelOther = z.infer<typeof cancelOther>;

export const registrantsQuery = pageQuery.extend({ state: z.enum(STATES).optional(), q: line(100).optional() });
export type RegistrantsQuery = z.infer<typeof registrantsQuery>;

export const registrant = registrationOut
  .extend({
    member: z.object({ id, number: z.string(), name: z.string(), unit: z.string().nullable() }),
    queuedAt: instantOut,
    confirmedAt: instantOut.nullable(),
    cancelledAt: instantOut.nullable(),
    reason: z.string().nullable(),
    isByStaff: z.boolean(),
  })
  .meta({ id: 'Registrant' });
export type Registrant = z.infer<typeof registrant>;

export const ownQuery = pageQuery.extend({ when: z.enum(['upcoming', 'past']).default('upcoming') });
export type OwnQuery = z.infer<typeof ownQuery>;

/** One of my registrations, with what I need to know of its session. */
export const myRegistration = registrationOut
  .extend({
    session: z.object({
      id,
      title: z.string(),
      state: z.enum(['draft', 'published', 'live', 'ended', 'cancelled']),
      topic: z.string().nullable(),
      zone: z.string(),
      startsAt: instantOut,
      endsAt: instantOut,
    }),
  })
  .meta({ id: 'MyRegistration' });
export type MyRegistration = z.infer<typeof myRegistration>;
