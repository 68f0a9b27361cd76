// What a session may become, and when: the life of a webinar from draft to ended, decided from plain data.

import type { ErrorCode, FieldFault } from '../contracts/error-codes.js';
import { can, type Actor } from '../contracts/permissions.js';
import type { RoomHours } from '../contracts/policies.js';
import { hostFaults, type Hosts } from './session-staff.rules.js';

export type SessionState = 'draft' | 'published' | 'live' | 'ended' | 'cancelled';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long an admin may open an ended session again. */
export const REOPEN_HOURS = 48;
const LONGEST_HOURS = 24;

/** Every step a session can take. `ended -> live` is the undone end, or the session opened again, `ended -> published` one opened again that nobody had started; `published -> ended` is one that nobody started. */
const STEPS: Record<SessionState, readonly SessionState[]> = {
  draft: ['published', 'cancelled'],
  published: ['live', 'ended', 'cancelled'],
  live: ['ended'],
  ended: ['live', 'published'],
  cancelled: [],
};

export interface Lifecycle {
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly wentLiveAt: Date | null;
  readonly endedAt: Date | null;
}

export interface Refused {
  readonly allowed: false;
  readonly code: ErrorCode;
  readonly fields: readonly FieldFault[];
}

export type Decision<Changes> = { readonly allowed: true; readonly changes: Changes } | Refused;

export function canStep(from: SessionState, to: SessionState): boolean {
  return STEPS[from].includes(to);
}

/** How and where people take part. */
export interface Meeting {
  readonly delivery: 'virtual' | 'onsite' | 'hybrid';
  readonly venue: string | null;
}

/** Whoever is to come somewhere must be told where. */
export function meetingFaults({ delivery, venue }: Meeting): FieldFault[] {
  return delivery !== 'virtual' && (venue ?? '') === '' ? [{ path: 'venue', rule: 'required' }] : [];
}

/** Whether people are to go somewhere else than they were told; the seats and the stage are another matter. */
export function isRelocated(before: Meeting, after: Meeting): boolean {
  const placeOf = ({ delivery, venue }: Meeting): string | null => (delivery === 'virtual' ? null : venue);
  return before.delivery !== after.delivery || placeOf(before) !== placeOf(after);
}

/**
 * To be published a session needs somebody who can run it (a speaker cannot) and has accepted, a start that is still to come, and a place
 * where it has one.
 */
export function publish(session: Lifecycle & Meeting, hosts: Hosts, now: Date): Decision<{ state: 'published' }> {
  if (session.state !== 'draft') return refused();
  const faults: FieldFault[] = [
    ...hostFaults(hosts),
    ...(session.startsAt <= now ? [{ path: 'startsAt', rule: 'in-the-past' } as const] : []),
    ...meetingFaults(session),
  ];
  return faults.length > 0 ? refused(faults) : { allowed: true, changes: { state: 'published' } };
}

/** @param cancelReason as members read it; null: none is given. */
export function cancel(
  session: Lifecycle,
  cancelReason: string | null,
  now: Date,
): Decision<{ state: 'cancelled'; cancelledAt: Date; cancelReason: string | null }> {
  if (!canStep(session.state, 'cancelled')) return refused();
  return { allowed: true, changes: { state: 'cancelled', cancelledAt: now, cancelReason } };
}

/** Going live needs an open room: nobody could be there before it opens, nor after it closed. */
export function goLive(session: Lifecycle, hours: RoomHours, now: Date): Decision<{ state: 'live'; wentLiveAt: Date }> {
  if (session.state !== 'published' || !roomDoor(session, hours, now).isOpen) return refused();
  return { allowed: true, changes: { state: 'live', wentLiveAt: now } };
}

export function end(session: Lifecycle, now: Date): Decision<{ state: 'ended'; endedAt: Date }> {
  if (session.state !== 'live') return refused();
  return { allowed: true, changes: { state: 'ended', endedAt: now } };
}

/** The end can be taken back for a while, unless the room would have closed by itself meanwhile. */
export function undoEnd(session: Lifecycle, hours: RoomHours, now: Date): Decision<{ state: 'live'; endedAt: null }> {
  const { state, wentLiveAt, endedAt } = session;
  if (state !== 'ended' || wentLiveAt === null || endedAt === null) return refused();
  const isInTime = now.getTime() <= endedAt.getTime() + hours.undoEndMinutes * MINUTE;
  if (!isInTime || now >= roomDoor(session, hours, now).closesAt) return refused();
  return { allowed: true, changes: { state: 'live', endedAt: null } };
}

/** A break is called, and ended, in a session that is on; where that is so already, nothing changes. */
export function setBreak(
  { state }: Pick<Lifecycle, 'state'>,
  isOnBreak: boolean,
  wanted: boolean,
): Decision<'start' | 'end' | 'nothing'> {
  if (state !== 'live') return refused();
  if (wanted === isOnBreak) return { allowed: true, changes: 'nothing' };
  return { allowed: true, changes: wanted ? 'start' : 'end' };
}

/**
 * An ended session goes on, until a new planned end. That it stood still since its end is a break: nobody could be there.
 * One that nobody had started waits for its host again. @param endsAt the new planned end
 */
export function reopen(
  session: Lifecycle,
  endsAt: Date,
  now: Date,
): Decision<{ state: 'live' | 'published'; endedAt: null; endsAt: Date }> {
  const { state, wentLiveAt, endedAt } = session;
  if (state !== 'ended' || endedAt === null) return refused();
  if (now.getTime() > endedAt.getTime() + REOPEN_HOURS * HOUR) return refused();
  const fault = (rule: FieldFault['rule'], limit?: number): Refused => ({
    ...{ allowed: false, code: 'invalid-input' },
    fields: [{ path: 'endsAt', rule, ...(limit === undefined ? {} : { limit }) }],
  });
  if (endsAt <= now) return fault('in-the-past');
  if (endsAt.getTime() > now.getTime() + LONGEST_HOURS * HOUR) return fault('too-long', LONGEST_HOURS);
  return { allowed: true, changes: { state: wentLiveAt === null ? 'published' : 'live', endedAt: null, endsAt } };
}

/** What becomes of a session that nobody ended, once its room has closed: the broadcast ended when it was planned to. */
export function closeUnended(
  session: Lifecycle,
  hours: RoomHours,
  now: Date,
): { state: 'ended'; endedAt: Date } | undefined {
  if (session.state !== 'published' && session.state !== 'live') return undefined;
  if (now < roomDoor(session, hours, now).closesAt) return undefined;
  // One that went live only after its planned end must still not end before it began.
  const latest = Math.max(session.endsAt.getTime(), session.wentLiveAt?.getTime() ?? 0);
  return { state: 'ended', endedAt: new Date(latest) };
}

/** When the broadcast's door is open to registrants; `closesAt` is the latest, an end by the host shuts it at once. */
export function roomDoor(
  session: Pick<Lifecycle, 'state' | 'startsAt' | 'endsAt'>,
  hours: RoomHours,
  now: Date,
): { opensAt: Date; closesAt: Date; isOpen: boolean } {
  const opensAt = new Date(session.startsAt.getTime() - hours.roomOpensMinutes * MINUTE);
  const closesAt = new Date(session.endsAt.getTime() + hours.roomClosesMinutes * MINUTE);
  const isHeld = session.state === 'published' || session.state === 'live';
  return { opensAt, closesAt, isOpen: isHeld && now >= opensAt && now < closesAt };
}

/**
 * Whether the reader is let into the room now, as the room itself decides at its door: it follows the room, which outlives
 * the host's end by the time in which that can be undone. Staff come and go from publication on.
 */
export function canEnterRoom(
  who: { isConfirmed: boolean; isStaff: boolean },
  session: Pick<Lifecycle, 'state' | 'startsAt' | 'endsAt' | 'endedAt'>,
  hours: RoomHours,
  now: Date,
): boolean {
  if (!who.isStaff && !who.isConfirmed) return false;
  const { opensAt, closesAt } = roomDoor(session, hours, now);
  switch (session.state) {
    case 'draft':
    case 'cancelled':
      return false;
    case 'published':
      return now < closesAt && (who.isStaff || now >= opensAt);
    case 'live':
      return now < closesAt;
    case 'ended':
      return now.getTime() < (session.endedAt ?? session.endsAt).getTime() + hours.undoEndMinutes * MINUTE;
  }
}

/** What is wrong with these times, by field: a session is planned ahead, ends after it starts, and within a day. */
export function scheduleFaults(times: { startsAt: Date; endsAt: Date }, now: Date): FieldFault[] {
  const length = times.endsAt.getTime() - times.startsAt.getTime();
  return [
    ...(times.startsAt <= now ? [{ path: 'startsAt', rule: 'in-the-past' } as const] : []),
    ...(length <= 0 ? [{ path: 'endsAt', rule: 'end-before-start' } as const] : []),
    ...(length > LONGEST_HOURS * HOUR
      ? [{ path: 'endsAt', rule: 'too-long', limit: `${String(LONGEST_HOURS)} h` } as const]
      : []),
  ];
}

/** Whether an edit moves the session, and whether it may; once it is live, only a later or earlier end is left to plan. */
export function reschedule(
  session: Lifecycle,
  wanted: { startsAt: Date; endsAt: Date },
  now: Date,
): Decision<{ moved: boolean }> {
  if (!isEditable(session.state)) return refused();
  const startMoves = wanted.startsAt.getTime() !== session.startsAt.getTime();
  const endMoves = wanted.endsAt.getTime() !== session.endsAt.getTime();
  if (!startMoves && !endMoves) return { allowed: true, changes: { moved: false } };
  if (session.state === 'live' && startMoves) return refused([{ path: 'startsAt', rule: 'not-allowed' }]);
  // One whose time has come may have begun days ago, and been opened again: it is as long as it has yet to go.
  const isOn = session.state === 'live' || (!startMoves && session.state === 'published' && session.startsAt <= now);
  const times = isOn ? { ...wanted, startsAt: now } : wanted;
  const faults = scheduleFaults(times, now).filter((fault) => startMoves || fault.path !== 'startsAt');
  if (endMoves && wanted.endsAt <= now) faults.push({ path: 'endsAt', rule: 'in-the-past' });
  if (faults.length > 0) return { allowed: false, code: 'invalid-input', fields: faults };
  return { allowed: true, changes: { moved: true } };
}

export function isEditable(state: SessionState): boolean {
  return state === 'draft' || state === 'published' || state === 'live';
}

/** Whether who runs it may still leave: once it is on, that is for staff to arrange. */
export function canStaffLeave(state: SessionState): boolean {
  return state === 'draft' || state === 'published';
}

/** `raised` lets the queue move; null is no limit at all. */
export function capacityChange(before: number | null, after: number | null): 'raised' | 'lowered' | 'same' {
  if (before === after) return 'same';
  if (before === null) return 'lowered';
  return after === null || after > before ? 'raised' : 'lowered';
}

/** Whether the queue may move: more seats of either kind, or other kinds of them. */
export function isRoomMade(before: Seated, after: Seated): boolean {
  return (
    before.delivery !== after.delivery ||
    capacityChange(before.capacity, after.capacity) === 'raised' ||
    capacityChange(before.onsiteCapacity, after.onsiteCapacity) === 'raised'
  );
}

interface Seated {
  readonly delivery: Meeting['delivery'];
  readonly capacity: number | null;
  readonly onsiteCapacity: number | null;
}

/** Which sessions a reader of registrations finds among the planned ones, besides those they hold themselves. */
export type PlanningScope = 'all' | 'announced' | 'own';

/** Whoever plans or reviews sees all, drafts too; who keeps members sees what members were told of; who only holds, theirs. */
export function planningScope(reader: Pick<Actor, 'roles'>): PlanningScope {
  if (can(reader, 'sessions.review')) return 'all';
  return can(reader, 'members.read') ? 'announced' : 'own';
}

/** A draft is seen by its own staff, and by those who see all. */
export function canSeeDraft(reader: Pick<Actor, 'roles'>, isStaff: boolean): boolean {
  return isStaff || planningScope(reader) === 'all';
}

/** The stage's link is for those who have a seat and for staff, from the room's opening until the end; planners edit it. */
export function canSeeStage(
  who: { isConfirmed: boolean; isStaff: boolean; isPlanner: boolean },
  isOpen: boolean,
): boolean {
  return who.isPlanner || (isOpen && (who.isConfirmed || who.isStaff));
}

function refused(fields: readonly FieldFault[] = []): Refused {
  return { allowed: false, code: 'wrong-state', fields };
}
