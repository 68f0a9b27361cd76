// What is sent and answered of series.

import { z } from 'zod';
import { questionsInput } from '../contracts/questions.js';
import { MOST_OCCURRENCES } from '../contracts/recurrence.js';
import { termsInput } from '../contracts/registration-terms.js';
import { day, id, instant, instantOut, zone } from '../contracts/schemas.js';
import { cancelReason, planFields, sessionInput } from '../contracts/session-input.js';

const LONGEST_RULE = 300;
const REGISTRATIONS = ['each', 'whole'] as const;
const STATES = ['draft', 'published', 'live', 'ended', 'cancelled'] as const;

/** `rrule` is the value of an RRULE (RFC 5545) of days, with COUNT or UNTIL; `except` are days in the series' zone that it leaves out. */
const ruleFields = {
  rrule: z.string().min(1).max(LONGEST_RULE),
  except: z.array(day).max(MOST_OCCURRENCES),
};

export const seriesPreviewIn = z
  .strictObject({ ...ruleFields, except: ruleFields.except.default([]), zone, startsAt: instant, endsAt: instant })
  .meta({ id: 'SeriesPreviewInput' });
export type SeriesPreviewIn = z.infer<typeof seriesPreviewIn>;

const previewDate = z
  .object({ day: z.string(), startsAt: instantOut, endsAt: instantOut, isLeftOut: z.boolean() })
  .meta({ id: 'SeriesDate' });

export const seriesPreview = z.object({ dates: z.array(previewDate) }).meta({ id: 'SeriesPreview' });
export type SeriesPreview = z.infer<typeof seriesPreview>;

/**
 * `session` is what each of them is; the first is at its start, or on the first day after it that fits. `id` is made by the client and
 * kept through retries. `registration`: for each session, or for the whole series at once.
 */
export const seriesInput = z
  .strictObject({
    id: id.optional(),
    /** Whose terms of registration they get. */
    templateId: id.optional(),
    session: sessionInput.omit({ id: true }).meta({ id: 'SeriesSessionInput' }),
    ...ruleFields,
    except: ruleFields.except.default([]),
    registration: z.enum(REGISTRATIONS).default('each'),
  })
  .meta({ id: 'SeriesInput' });
export type SeriesInput = z.infer<typeof seriesInput>;

/** Which sessions of a series, seen from one of them: it and all after it, or all; never one that has begun. */
export const scope = z.enum(['following', 'all']);
export type Scope = z.infer<typeof scope>;

/**
 * What is absent stays. `version` is the series' that was read. `startsAt` and `endsAt` are this session's: the others go as
 * many days, and get the same hour and length, unless they were moved by themselves.
 */
export const seriesPatch = z
  .strictObject({ ...planFields, version: z.int().min(1), scope })
  .omit({ zone: true })
  .partial()
  .required({ version: true, scope: true })
  .meta({ id: 'SeriesPatch' });
export type SeriesPatch = z.infer<typeof seriesPatch>;

/** `more` times, or `until` a day of the series' zone, that day too. `version` is the series' that was read. */
export const seriesGrowth = z
  .strictObject({
    version: z.int().min(1),
    more: z.int().min(1).max(MOST_OCCURRENCES).optional(),
    until: day.optional(),
  })
  .refine(({ more, until }) => (more === undefined) !== (until === undefined), {
    path: ['more'],
    params: { rule: 'endless' },
  })
  .meta({ id: 'SeriesGrowth' });
export type SeriesGrowth = z.infer<typeof seriesGrowth>;

export const scoped = z.strictObject({ scope }).meta({ id: 'SeriesScope' });
export type Scoped = z.infer<typeof scoped>;

/** `version` is that of this session's terms; what is changed of them, is changed in all of the scope. */
export const seriesTermsInput = termsInput.extend({ scope }).meta({ id: 'SeriesTermsInput' });
export type SeriesTermsInput = z.infer<typeof seriesTermsInput>;

/** `version` is that of this session's list. */
export const seriesQuestionsInput = questionsInput.extend({ scope }).meta({ id: 'SeriesQuestionsInput' });
export type SeriesQuestionsInput = z.infer<typeof seriesQuestionsInput>;

/** `reason` is for those who wanted to come to read; it need not be said. */
export const seriesCancel = z.strictObject({ scope, reason: cancelReason.optional() }).meta({ id: 'CancelSeries' });
export type SeriesCancel = z.infer<typeof seriesCancel>;

const seriesSession = z
  .object({
    id,
    title: z.string(),
    state: z.enum(STATES),
    startsAt: instantOut,
    endsAt: instantOut,
    /** The reader's own live registration. */
    mine: z.enum(['pending', 'confirmed', 'waitlisted', 'offered']).nullable(),
  })
  .meta({ id: 'SeriesSession' });

export const seriesOut = z
  .object({
    id,
    rrule: z.string(),
    zone: z.string(),
    /** The clock in the zone when it begins: `2026-07-03T10:00:00`. */
    firstStart: z.string(),
    registration: z.enum(REGISTRATIONS),
    /** Counts every change of the series and of any of its sessions. */
    version: z.int(),
    /** By start; a draft only to those who may see it. */
    sessions: z.array(seriesSession),
  })
  .meta({ id: 'Series' });
export type SeriesOut = z.infer<typeof seriesOut>;
