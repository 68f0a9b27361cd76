// What the terms of registration look like from outside: to those who set them, and to a member who wants in.

import { z } from 'zod';
import { FREED, POLICY_NUMBERS } from '../contracts/policy-values.js';
import { ROLES } from '../contracts/permissions.js';
import { QUEUE_POLICIES } from '../contracts/promotion.js';
import { id, instant, instantOut } from '../contracts/schemas.js';
import { askedQuestion } from './questions.dto.js';
import { lastAnswer } from './registration.dto.js';
import { MODES } from './seat.rules.js';
import { USUAL_QUOTA_RELEASE_HOURS } from './terms.rules.js';

const MOST_UNITS = 200;
const MOST_PREREQUISITES = 10;
const MOST_RELEASE_HOURS = 24 * 30;

const prerequisite = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('session'), sessionId: id }),
    z.strictObject({ kind: z.literal('hours'), topicId: id, hours: z.int().min(1).max(1_000) }),
  ])
  .meta({ id: 'Prerequisite' });

const fields = {
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
  .strictObject({ version: z.int().min(0), closesAt: instant.nullable(), ...fields })
  .meta({ id: 'RegistrationTermsInput' });
export type TermsInput = z.infer<typeof termsInput>;

export const termsOut = z
  .object({
    version: z.int(),
    closesAt: instantOut.nullable(),
    ...fields,
    /** The sessions that the prerequisites name. */
    sessions: z.array(z.object({ id, title: z.string(), startsAt: instantOut })),
  })
  .meta({ id: 'RegistrationTerms' });
export type TermsOut = z.infer<typeof termsOut>;

const requirement = z
  .discriminatedUnion('kind', [
    /** Of one of these units; of any of these roles. */
    z.object({ kind: z.literal('unit'), isMet: z.boolean(), names: z.array(z.string()) }),
    z.object({ kind: z.literal('role'), isMet: z.boolean(), roles: z.array(z.enum(ROLES)) }),
    /** Approval was asked for, and refused, as often as one may ask. */
    z.object({ kind: z.literal('approval'), isMet: z.boolean() }),
    /** To have attended it. `sessionId` is null while members know nothing of it. */
    z.object({ kind: z.literal('session'), isMet: z.boolean(), title: z.string(), sessionId: id.nullable() }),
    /** So many hours of a topic, and how many the reader has: full tenths. */
    z.object({
      kind: z.literal('hours'),
      isMet: z.boolean(),
      topic: z.string(),
      topicId: id,
      need: z.int(),
      have: z.number(),
    }),
  ])
  .meta({ id: 'Requirement' });

/** What registering takes of the reader now. */
export const myTerms = z
  .object({
    isOpen: z.boolean(),
    closesAt: instantOut.nullable(),
    needsApproval: z.boolean(),
    queuePolicy: z.enum(QUEUE_POLICIES),
    /** Where the reader would get a seat now; elsewhere they would wait, be it that what is free is kept for other units. */
    openModes: z.array(z.enum(MODES)),
    /** Until when seats are kept for units; null where none are. */
    quotasUntil: instantOut.nullable(),
    /** What became of the reader's registration before, where they have none and it was not their own doing. */
    last: lastAnswer.nullable(),
    questions: z.array(askedQuestion),
    /** All conditions, as the reader stands to each; none is missing where all are met. */
    requirements: z.array(requirement),
  })
  .meta({ id: 'MyRegistrationTerms' });
export type MyTerms = z.infer<typeof myTerms>;
