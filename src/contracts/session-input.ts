// What may be sent of a session, wherever one is planned: alone, from a template, or many at once.

import { z } from 'zod';
import { id, instant, language, line, paragraph, zone } from './schemas.js';
import { isSafeStageAddress } from './stage-address.js';

const MOST_SEATS = 100_000;
export const MOST_STAFF = 30;

export const DELIVERIES = ['virtual', 'onsite', 'hybrid'] as const;
export const STAFF_ROLES = ['host', 'moderator', 'speaker'] as const;

/** Why a session is cancelled, as its members read it. */
export const cancelReason = line(300);

const stageAddress = line(2_000).refine(isSafeStageAddress, { params: { rule: 'unsafe-address' } });

const stage = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['none', 'jitsi', 'bbb']) }),
    z.strictObject({ kind: z.enum(['link', 'embed', 'youtube']), url: stageAddress }),
  ])
  .meta({ id: 'StageInput' });

const staffMember = z.strictObject({ memberId: id, role: z.enum(STAFF_ROLES) });

/** One person has one role in a session. */
const staff = z
  .array(staffMember)
  .max(MOST_STAFF)
  .refine((list) => new Set(list.map((one) => one.memberId)).size === list.length, { params: { rule: 'taken' } });

/** What a session is, without when it is and who runs it. */
export const contentFields = {
  title: line(160),
  /** A topic by its name; one that is new comes to be. Null: none. */
  topic: line(80).nullable(),
  /** Markdown. */
  description: paragraph(20_000),
  /** The same in the other of the two languages; empty: in the session's own only. */
  descriptionOther: paragraph(20_000),
  language,
  delivery: z.enum(DELIVERIES),
  /** Virtual seats; null: unlimited. */
  capacity: z.int().min(1).max(MOST_SEATS).nullable(),
  /** Seats at the venue; null: unlimited. */
  onsiteCapacity: z.int().min(1).max(MOST_SEATS).nullable(),
  /** Name and address; asked for where people meet. */
  venue: paragraph(300).nullable(),
  /** Markdown: what to bring or wear, when to stay at home. */
  protocol: paragraph(5_000),
  stage,
};

/** A text in Markdown, to see what its readers will. */
export const previewInput = z.strictObject({ text: contentFields.description }).meta({ id: 'MarkdownPreviewInput' });
export type PreviewInput = z.infer<typeof previewInput>;

export const planFields = { ...contentFields, zone, startsAt: instant, endsAt: instant, staff };

/** Zone and language default to the cooperative's. `id` is made by the client and kept through retries: one draft, however often. */
export const sessionInput = z
  .strictObject({ id, ...planFields })
  .partial()
  .required({ title: true, startsAt: true, endsAt: true })
  .meta({ id: 'SessionInput' });
export type SessionInput = z.infer<typeof sessionInput>;

/** What is absent stays; `version` is the one that was read. */
export const sessionPatch = z
  .strictObject({ ...planFields, version: z.int().min(1) })
  .partial()
  .required({ version: true })
  .meta({ id: 'SessionPatch' });
export type SessionPatch = z.infer<typeof sessionPatch>;
