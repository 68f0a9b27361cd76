// What the terms of registration look like from outside: to those who set them, and to a member who wants in.

import { z } from 'zod';
import { ROLES } from '../contracts/permissions.js';
import { QUEUE_POLICIES } from '../contracts/promotion.js';
import { termsFields } from '../contracts/registration-terms.js';
import { id, instantOut } from '../contracts/schemas.js';
import { askedQuestion } from './questions.dto.js';
import { lastAnswer } from './registration.dto.js';
import { MODES } from './seat.rules.js';

export const termsOut = z
  .object({
    version: z.int(),
    closesAt: instantOut.nullable(),
    ...termsFields,
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
