// What may be sent of the terms of registration, for one session or for many of a series.

import { z } from 'zod';
import { ROLES } from './permissions.js';
import { FREED, POLICY_NUMBERS, USUAL_QUOTA_RELEASE_HOURS } from './policy-values.js';
import { QUEUE_POLICIES } from './promotion.js';
import { id, instant } from './schemas.js';

const MOST_UNITS = 200;
const MOST_PREREQUISITES = 10;
const MOST_RELEASE_HOURS = 24 * 30;

const prerequisite = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('session'), sessionId: id }),
    z.strictObject({ kind: z.literal('hours'), topicId: id, hours: z.int().min(1).max(1_000) }),
  ])
  .meta({ id: 'Prerequisite' });

export const termsFields = {
  needsApproval: z.boolean(),
  /** Empty: every unit; every role. */
  unitIds: z.array(id).max(MOST_UNITS),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  prerequisites: z.array(prerequisite).max(MOST_PREREQUISITES),
  queuePolicy: z.enum(QUEUE_POLICIES),
  /** Seats of each mode that are kept for a unit, by the policy `unit-quota`. */
  quotas: z.array(z.strictObject({ unitId: id, seats: z.int().min(1).max(100_000) })).max(MOST_UNITS),
  /** Before the start; then seats are kept for nobody. 0: until the start. */
  quotaReleaseHours: z.int().min(0).max(MOST_RELEASE_HOURS).default(USUAL_QUOTA_RELEASE_HOURS),
  freedVirtual: z.enum(FREED),
  freedOnsite: z.enum(FREED),
  /** Counted by day. */
  offerHours: z.int().min(POLICY_NUMBERS.offerHours.min).max(POLICY_NUMBERS.offerHours.max),
};

/** `version` is the one that was read; 0 where nobody has set any. */
export const termsInput = z
  .strictObject({ version: z.int().min(0), closesAt: instant.nullable(), ...termsFields })
  .meta({ id: 'RegistrationTermsInput' });
export type TermsInput = z.infer<typeof termsInput>;
