// Invitations to run a session, and what stands in the way of them, as seen from outside.

import { z } from 'zod';
import { MOST_OCCURRENCES } from '../contracts/recurrence.js';
import { id, instant, instantOut } from '../contracts/schemas.js';
import { MOST_STAFF, STAFF_ROLES } from '../contracts/session-input.js';

export const facilitatorOut = z
  .object({ memberId: id, name: z.string(), role: z.enum(STAFF_ROLES) })
  .meta({ id: 'Facilitator' });

/** Who was asked, too. */
export const staffOut = facilitatorOut.extend({ state: z.enum(['invited', 'accepted']) }).meta({ id: 'SessionStaff' });
export type StaffOut = z.infer<typeof staffOut>;

/** A session that somebody has at that time. */
export const busyOut = z
  .object({ sessionId: id, title: z.string(), startsAt: instantOut, endsAt: instantOut })
  .meta({ id: 'BusyTime' });
export type BusyOut = z.infer<typeof busyOut>;

export const invitationOut = z
  .object({
    sessionId: id,
    title: z.string(),
    startsAt: instantOut,
    endsAt: instantOut,
    role: z.enum(STAFF_ROLES),
    /** Who asks; null once they have left the records. */
    by: z.string().nullable(),
    /** What the reader runs, or has a place in, at the time of any session that they are asked for. */
    conflicts: z.array(busyOut),
  })
  .meta({ id: 'StaffInvitation' });
export type InvitationOut = z.infer<typeof invitationOut>;

/** A session that I run: not over, and I said yes. */
export const dutyOut = invitationOut
  .omit({ by: true, conflicts: true })
  .extend({ state: z.enum(['draft', 'published', 'live']) })
  .meta({ id: 'StaffDuty' });
export type DutyOut = z.infer<typeof dutyOut>;

export const invitationAnswer = z
  .strictObject({ answer: z.enum(['accepted', 'declined']) })
  .meta({ id: 'StaffInvitationAnswer' });
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

/** Is anybody of these busy then? `times` are all dates of what is being planned, `except` its sessions. */
export const conflictQuery = z
  .strictObject({
    memberIds: z.array(id).max(MOST_STAFF),
    times: z
      .array(z.strictObject({ startsAt: instant, endsAt: instant }))
      .min(1)
      .max(MOST_OCCURRENCES),
    except: z.array(id).max(MOST_OCCURRENCES).default([]),
  })
  .meta({ id: 'StaffConflictQuery' });
export type ConflictQuery = z.infer<typeof conflictQuery>;

export const conflictOut = busyOut.extend({ memberId: id, name: z.string() }).meta({ id: 'StaffConflict' });
export type ConflictOut = z.infer<typeof conflictOut>;
