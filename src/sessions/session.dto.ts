// What sessions look like from outside: what is asked for, what is answered.

import { z } from 'zod';
import { promotion } from '../contracts/promotion.js';
import { day, id, instant, instantOut, language, line, pageQuery } from '../contracts/schemas.js';
import { cancelReason, DELIVERIES, STAFF_ROLES } from '../contracts/session-input.js';
import { STAGE_KINDS } from '../contracts/stage.js';
import { busyOut, facilitatorOut, staffOut } from './session-staff.dto.js';

const SESSION_STATES = ['draft', 'published', 'live', 'ended', 'cancelled'] as const;
const MODES = ['virtual', 'onsite'] as const;

export const catalogueQuery = pageQuery
  .extend({
    q: line(100).optional(),
    topic: id.optional(),
    when: z.enum(['upcoming', 'live', 'past']).optional(),
    /** Days of the reader's zone, both included. */
    from: day.optional(),
    to: day.optional(),
    delivery: z.enum(DELIVERIES).optional(),
    language: language.optional(),
    /** `left`: only where a newcomer gets a seat at once. */
    seats: z.enum(['left']).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    params: { rule: 'end-before-start' },
  });
export type CatalogueQuery = z.infer<typeof catalogueQuery>;

export const planningQuery = pageQuery.extend({ q: line(100).optional(), state: z.enum(SESSION_STATES).optional() });
export type PlanningQuery = z.infer<typeof planningQuery>;

export const slug = z.string().min(1).max(63);

export const topicOut = z.object({ id, name: z.string() }).meta({ id: 'Topic' });

/** The reader's own live registration; `place` is theirs in the queue, while they wait. */
const ownRegistration = z
  .object({
    id,
    state: z.enum(['pending', 'confirmed', 'waitlisted', 'offered']),
    mode: z.enum(MODES),
    place: z.int().nullable(),
    /** Until when an offered seat waits. */
    offerEndsAt: instantOut.nullable(),
    /** Why the reader was next when a seat was free. */
    promotion: promotion.nullable(),
  })
  .meta({ id: 'OwnRegistration' });

/** Paths on this server, to two sizes of it; good for a day or two. */
const coverOut = z.object({ large: z.string(), small: z.string() }).meta({ id: 'Cover' });

const seatsOut = z
  .object({ mode: z.enum(MODES), left: z.int().nullable(), waiting: z.int() })
  .meta({ id: 'ModeSeats' });

const publicFields = {
  id,
  state: z.enum(SESSION_STATES),
  title: z.string(),
  topic: topicOut.nullable(),
  language,
  zone: z.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  delivery: z.enum(DELIVERIES),
  /** The series it is one of; null: it stands alone. */
  seriesId: id.nullable(),
  /** Null: one is drawn. */
  cover: coverOut.nullable(),
  capacity: z.int().nullable(),
  /** Of each mode the session offers: seats a newcomer can still take (null: unlimited), and who waits for one. */
  seats: z.array(seatsOut),
  /** Of all its modes together; null: unlimited. */
  seatsLeft: z.int().nullable(),
  waiting: z.int(),
};

export const publicCard = z.object(publicFields).meta({ id: 'PublicSessionCard' });
export type PublicCard = z.infer<typeof publicCard>;

export const sessionCard = z
  .object({ ...publicFields, facilitators: z.array(facilitatorOut), registration: ownRegistration.nullable() })
  .meta({ id: 'SessionCard' });
export type SessionCard = z.infer<typeof sessionCard>;

export const planningCard = sessionCard
  .extend({ version: z.int(), confirmed: z.int(), onsiteCapacity: z.int().nullable() })
  .meta({ id: 'PlanningSessionCard' });
export type PlanningCard = z.infer<typeof planningCard>;

export const sessionDetail = sessionCard
  .extend({
    /** What it is one of: the rule (RFC 5545) on the clock of a zone, and for what one registers. */
    series: z
      .object({
        id,
        rrule: z.string(),
        zone: z.string(),
        firstStart: z.string(),
        registration: z.enum(['each', 'whole']),
      })
      .nullable(),
    /** Safe to show as it is. */
    descriptionHtml: z.string(),
    /** In the language that is not the session's; empty where nobody wrote it. */
    descriptionOtherHtml: z.string(),
    onsiteCapacity: z.int().nullable(),
    venue: z.string().nullable(),
    /** Empty where there is none; safe to show as it is. */
    protocolHtml: z.string(),
    /** Why it was cancelled; null where nobody said. */
    cancelReason: z.string().nullable(),
    wentLiveAt: instantOut.nullable(),
    endedAt: instantOut.nullable(),
    room: z.object({ opensAt: instantOut, closesAt: instantOut, canJoin: z.boolean() }),
    stage: z.object({
      kind: z.enum(STAGE_KINDS),
      /** Null to those who may not have it, or not yet; and where each person asks for an entry of their own. */
      url: z.string().nullable(),
    }),
    mine: z.object({
      canHost: z.boolean(),
      canPlan: z.boolean(),
      /** As what the reader runs it; as what they are asked to, while they have not answered. */
      role: z.enum(STAFF_ROLES).nullable(),
      invitedAs: z.enum(STAFF_ROLES).nullable(),
      /** While they are asked: what else they have at that time. */
      conflicts: z.array(busyOut),
    }),
    /** Seats given; null to those who neither plan nor hold it. */
    confirmed: z.int().nullable(),
    /** For the editor: null to those who may not plan. */
    planning: z
      .object({
        version: z.int(),
        revision: z.int(),
        description: z.string(),
        descriptionOther: z.string(),
        protocol: z.string(),
        stageUrl: z.string().nullable(),
        staff: z.array(staffOut),
        /** Seats given, by the way that their members chose: what a hybrid session's two capacities are held against. */
        confirmedBy: z.object({ virtual: z.int(), onsite: z.int() }).meta({ id: 'ConfirmedByMode' }),
      })
      .nullable(),
  })
  .meta({ id: 'SessionDetail' });
export type SessionDetail = z.infer<typeof sessionDetail>;

/** Safe to show as it is; empty where the text is. */
export const previewOut = z.object({ html: z.string() }).meta({ id: 'MarkdownPreview' });
export type PreviewOut = z.infer<typeof previewOut>;

/** `reason` is for those who wanted to come to read; it need not be said. */
export const cancelIn = z.strictObject({ reason: cancelReason.optional() }).default({}).meta({ id: 'CancelSession' });
export type CancelIn = z.infer<typeof cancelIn>;

/** The new planned end of a session that is opened again. */
export const reopenIn = z.strictObject({ endsAt: instant }).meta({ id: 'ReopenSession' });
export type ReopenIn = z.infer<typeof reopenIn>;
