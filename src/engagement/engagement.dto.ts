// What engagement answers over HTTP.

import { z } from 'zod';
import { id, instantOut, pageOf, type Page } from '../contracts/schemas.js';
import type { AttendedSession, LedgerRow } from './engagement.queries.js';
import type { LedgerVerdict } from './ledger-verification.service.js';
import { LEDGER_KINDS } from './ledger.rules.js';
import { byTopic, byYear, sumOf, type TopicInYear } from './record.rules.js';

const sum = { sessions: z.int(), minutes: z.int() };
const topicSum = z.object({ topicId: id.nullable(), topic: z.string().nullable(), ...sum }).meta({ id: 'TopicSum' });
const yearSum = z.object({ year: z.int(), ...sum, topics: z.array(topicSum) }).meta({ id: 'YearSum' });

export const memberRecord = z
  .object({
    ...sum,
    topics: z.array(topicSum).describe('Over all years, most minutes first'),
    years: z.array(yearSum).describe('The latest first, by the calendar of the session’s own zone'),
  })
  .meta({ id: 'MemberRecord' });

const attendedSession = z
  .object({
    sessionId: id,
    title: z.string(),
    topic: z.string().nullable(),
    startsAt: instantOut,
    minutes: z.int(),
  })
  .meta({ id: 'AttendedSession' });
export const attendedPage = pageOf(attendedSession).meta({ id: 'AttendedPage' });

const ledgerItem = z
  .object({
    sequence: z.int(),
    kind: z.enum(LEDGER_KINDS),
    quantity: z.int().describe('Minutes; negative where it reverses another entry'),
    reason: z.string().nullable(),
    sessionId: id,
    title: z.string(),
    recordedAt: instantOut,
    hash: z.string(),
  })
  .meta({ id: 'LedgerItem' });

export const ledgerPage = pageOf(ledgerItem).meta({ id: 'LedgerPage' });

export const ledgerVerification = z
  .object({
    isSound: z.boolean(),
    entries: z.int().describe('Entries found as they were written'),
    brokenAt: z.int().nullable().describe('The first entry that is not as it was written'),
    headHash: z.string().nullable(),
  })
  .meta({ id: 'LedgerVerification' });

export function toMemberRecord(sums: readonly TopicInYear[]): z.infer<typeof memberRecord> {
  return { ...sumOf(sums), topics: byTopic(sums), years: byYear(sums) };
}

export function toAttendedPage(page: Page<AttendedSession>): z.infer<typeof attendedPage> {
  return { ...page, items: page.items.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })) };
}

export function toLedgerPage(page: Page<LedgerRow>): z.infer<typeof ledgerPage> {
  return { ...page, items: page.items.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })) };
}

export function toLedgerVerification(verdict: LedgerVerdict): z.infer<typeof ledgerVerification> {
  const { isSound, entries } = verdict;
  return verdict.isSound
    ? { isSound, entries, brokenAt: null, headHash: verdict.headHash }
    : { isSound, entries, brokenAt: verdict.brokenAt, headHash: null };
}
