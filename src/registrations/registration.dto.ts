// What registrations look like from outside.

import { z } from 'zod';
import { ERROR_CODES } from '../contracts/error-codes.js';
import { promotion } from '../contracts/promotion.js';
import { givenAnswers } from '../contracts/questions.js';
import { id, instantOut, line, pageQuery } from '../contracts/schemas.js';
import { TABLE_FORMATS } from '../platform/http/table-file.js';
import { MODES } from './seat.rules.js';

const STATES = ['pending', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired', 'rejected'] as const;

const mode = z.enum(MODES);

/** `mode` is asked for where a session is hybrid; `acknowledged` by who comes to a venue with a protocol. */
const wish = { mode: mode.optional(), acknowledged: z.boolean().optional() };

/** `answers` to what the session asks; of a series, only this session's. */
export const registerIn = z
  .strictObject({ ...wish, answers: givenAnswers.optional() })
  .default({})
  .meta({ id: 'RegisterIn' });
export type RegisterIn = z.infer<typeof registerIn>;

export const switchMode = z.strictObject({ ...wish, mode }).meta({ id: 'SwitchMode' });
export type SwitchMode = z.infer<typeof switchMode>;

/** `place` counts from 1, for those who wait; `offerEndsAt` is there while a seat is offered. */
export const registrationOut = z
  .object({ id, state: z.enum(STATES), mode, place: z.int().nullable(), offerEndsAt: instantOut.nullable() })
  .meta({ id: 'Registration' });
export type RegistrationOut = z.infer<typeof registrationOut>;

/** What became of a registration for another session of the same series. */
const seriesPlace = z
  .object({
    sessionId: id,
    startsAt: instantOut,
    /** Null where there is none: `code` says why. */
    state: z.enum(STATES).nullable(),
    place: z.int().nullable(),
    code: z.enum(ERROR_CODES).nullable(),
  })
  .meta({ id: 'SeriesPlace' });
export type SeriesPlace = z.infer<typeof seriesPlace>;

/** `others`: where one registers for a whole series at once, the rest of it that is still to come, by start. */
export const registeredOut = registrationOut.extend({ others: z.array(seriesPlace) }).meta({ id: 'Registered' });
export type RegisteredOut = z.infer<typeof registeredOut>;

/** `series`: this session's place and those in all that are still to come of its series. */
export const cancelQuery = z.strictObject({ scope: z.enum(['one', 'series']).default('one') });
export type CancelQuery = z.infer<typeof cancelQuery>;

export const registerOther = z
  .strictObject({ memberId: id, mode: mode.optional(), answers: givenAnswers.optional() })
  .meta({ id: 'RegisterOther' });
export type RegisterOther = z.infer<typeof registerOther>;

/** The reason is for the member to read. */
export const cancelOther = z.strictObject({ reason: line(300) }).meta({ id: 'CancelOther' });
export type CancelOther = z.infer<typeof cancelOther>;

const HIGHEST_PRIORITY = 100;

/** The reason is for staff to read, and stands in the audit. */
export const priorityIn = z
  .strictObject({ priority: z.int().min(0).max(HIGHEST_PRIORITY), reason: line(300) })
  .meta({ id: 'RegistrationPriority' });
export type PriorityIn = z.infer<typeof priorityIn>;

const MOST_AT_ONCE = 500;
export const registrationIds = z.array(id).min(1).max(MOST_AT_ONCE);

export const approveIn = z.strictObject({ registrationIds }).meta({ id: 'ApproveRegistrations' });
export type ApproveIn = z.infer<typeof approveIn>;

/** The reason is for the members to read. */
export const rejectIn = z.strictObject({ registrationIds, reason: line(300) }).meta({ id: 'RejectRegistrations' });
export type RejectIn = z.infer<typeof rejectIn>;

/** How many got a seat, and how many a place in the queue. */
export const approved = z.object({ confirmed: z.int(), queued: z.int() }).meta({ id: 'ApprovedRegistrations' });
export type Approved = z.infer<typeof approved>;

/** Of those who come to a venue that has a protocol: who said to have read it, and who has yet to. */
export const PROTOCOL_STATES = ['acknowledged', 'asked'] as const;

const filterFields = {
  state: z.enum(STATES).optional(),
  q: line(100).optional(),
  unitId: id.optional(),
  mode: mode.optional(),
  protocol: z.enum(PROTOCOL_STATES).optional(),
};

export const registrantsFilter = z.strictObject(filterFields);
export type RegistrantsFilter = z.infer<typeof registrantsFilter>;

export const registrantsQuery = pageQuery.extend(filterFields);
export type RegistrantsQuery = z.infer<typeof registrantsQuery>;

/** All that match and are still to be decided of; `items` are the first of them, `count` is how many there are. */
export const matching = z
  .object({ count: z.int(), items: z.array(z.object({ id, state: z.enum(STATES) })) })
  .meta({ id: 'MatchingRegistrations' });
export type Matching = z.infer<typeof matching>;

export const exportQuery = z.strictObject({ ...filterFields, format: z.enum(TABLE_FORMATS).default('csv') });
export type ExportQuery = z.infer<typeof exportQuery>;

export const registrant = registrationOut
  .extend({
    member: z.object({ id, number: z.string(), name: z.string(), unit: z.string().nullable() }),
    queuedAt: instantOut,
    confirmedAt: instantOut.nullable(),
    cancelledAt: instantOut.nullable(),
    reason: z.string().nullable(),
    isByStaff: z.boolean(),
    /** To the session's questions; read on request. */
    hasAnswers: z.boolean(),
    /** Why this one was next when a seat was free. */
    promotion: promotion.nullable(),
    /** Set by staff, with why; the higher goes before, 0 is everybody's. */
    priority: z.int(),
    priorityReason: z.string().nullable(),
    /** Whether they come to a venue with a protocol, and when they said to have read it; null: not yet. */
    isProtocolAsked: z.boolean(),
    acknowledgedAt: instantOut.nullable(),
    /** With what reason the one before was refused, of who asks again. */
    rejectedBefore: z.string().nullable(),
  })
  .meta({ id: 'Registrant' });
export type Registrant = z.infer<typeof registrant>;

/** `refused`: of sessions still open, what staff refused or cancelled, and offers that lapsed. */
export const ownQuery = pageQuery.extend({ when: z.enum(['upcoming', 'past', 'refused']).default('upcoming') });
export type OwnQuery = z.infer<typeof ownQuery>;

/** What became of a registration that is none any more: `reason` is staff's. */
export const lastAnswer = z
  .object({ state: z.enum(['rejected', 'expired', 'cancelled']), reason: z.string().nullable(), at: instantOut })
  .meta({ id: 'LastAnswer' });
export type LastAnswer = z.infer<typeof lastAnswer>;

/** One of my registrations, with what I need to know of its session. */
export const myRegistration = registrationOut
  .extend({
    /** Why staff refused or cancelled it. */
    reason: z.string().nullable(),
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
