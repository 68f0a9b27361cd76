// What attendance takes and answers over HTTP.

import { z } from 'zod';
import { id, instantOut, line, pageOf, type Page } from '../contracts/schemas.js';
import type { AttendanceRow, OwnAttendance } from './attendance.queries.js';
import { MANUAL_VERDICTS, VERDICTS } from './attendance.rules.js';

const REASON_LENGTH = 300;

const verdict = z.enum(VERDICTS);
const source = z.enum(['measured', 'manual']);

export const decideAttendance = z
  .strictObject({ verdict: z.enum(MANUAL_VERDICTS), reason: line(REASON_LENGTH) })
  .meta({ id: 'DecideAttendance' });

export const restDecided = z.object({ decided: z.int() }).meta({ id: 'RestDecided' });

const attendanceItem = z
  .object({
    memberId: id,
    number: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    verdict,
    countedSeconds: z.int(),
    broadcastSeconds: z.int(),
    source,
    version: z.int(),
    reason: z.string().nullable(),
    decidedAt: instantOut,
  })
  .meta({ id: 'AttendanceItem' });

export const attendanceList = pageOf(attendanceItem).meta({ id: 'AttendanceList' });

export const ownAttendance = z
  .object({
    verdict: verdict.nullable().describe('null until it is final'),
    countedSeconds: z.int().nullable(),
    broadcastSeconds: z.int().nullable(),
    source: source.nullable(),
    reason: z.string().nullable().describe('Why staff decided so, where they did'),
    decidedAt: instantOut.nullable(),
    broadcast: z.object({ from: instantOut, to: instantOut }).nullable(),
    spans: z.array(z.object({ from: instantOut, to: instantOut })).describe('The time counted, within the broadcast'),
    breaks: z.array(z.object({ from: instantOut, to: instantOut })).describe('Within the broadcast, and no part of it'),
  })
  .meta({ id: 'OwnAttendance' });

export function toAttendanceList(page: Page<AttendanceRow>): z.infer<typeof attendanceList> {
  return { ...page, items: page.items.map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() })) };
}

export function toOwnAttendance(own: OwnAttendance): z.infer<typeof ownAttendance> {
  const { wentLiveAt, endedAt, decidedAt, ...rest } = own;
  const broadcast = wentLiveAt && endedAt ? { from: wentLiveAt.toISOString(), to: endedAt.toISOString() } : null;
  const breaks = own.breaks.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));
  return { ...rest, breaks, decidedAt: decidedAt?.toISOString() ?? null, broadcast };
}
