// Everything that happens in one feature and matters to another. Payloads carry ids only: handlers look the rest up.

import type { ErrorCode } from './error-codes.js';

/** A member's place in a session. `seriesId` is there where `series.joined` tells of it, with the rest of the series. */
interface Place {
  cooperativeId: string;
  sessionId: string;
  registrationId: string;
  memberId: string;
  seriesId?: string;
}

/** Each event's payload. `cooperativeId` is always there: everything belongs to one. */
export interface DomainEvents {
  'session.published': { cooperativeId: string; sessionId: string };
  /** The start or end moved, or where it happens. `revision` is the iCalendar SEQUENCE of the invitation to send. */
  'session.rescheduled': { cooperativeId: string; sessionId: string; revision: number };
  /** `seriesId` is there where `series.cancelled` tells of it, with other dates. */
  'session.cancelled': { cooperativeId: string; sessionId: string; revision: number; seriesId?: string };
  /** Several at once. Members are told page by page: `afterMemberId` is the last of the page before. */
  'series.cancelled': { cooperativeId: string; seriesId: string; sessionIds: string[]; afterMemberId: string | null };
  /** Capacity was raised, or its limit taken away: the queue may move. */
  'session.capacity-raised': { cooperativeId: string; sessionId: string };
  'session.went-live': { cooperativeId: string; sessionId: string };
  'session.ended': { cooperativeId: string; sessionId: string };
  'session.reopened': { cooperativeId: string; sessionId: string };
  'registration.confirmed': Place;
  'registration.waitlisted': Place;
  /** Somebody asked, and waits for staff to decide. */
  'registration.pending': Place;
  /** Staff gave a seat to one who asked. */
  'registration.approved': Place;
  'registration.rejected': Place;
  /** A free seat waits for its member's answer. */
  'registration.offered': Place;
  /** It waited in vain, and went to the next. */
  'registration.expired': Place;
  /** A member with a seat comes another way: the place in their calendar is another. */
  'registration.switched': Place;
  /** A waiting member got a seat. */
  'registration.promoted': Place;
  'registration.cancelled': Place;
  /** A member has asked for all of a series. `refused`: why a session did not take them; it leaves nothing to look up. */
  'series.joined': {
    cooperativeId: string;
    seriesId: string;
    memberId: string;
    refused: { sessionId: string; code: ErrorCode }[];
  };
  /** All verdicts of a session stand (and stand again after a correction): records and follow-ups may be made. */
  'attendance.finalised': { cooperativeId: string; sessionId: string };
  /** In writing, in the room or later: who asked and who voted are to know. */
  'question.answered': { cooperativeId: string; questionId: string };
  /** Somebody asked to sign in by mail; whether anybody has that name is found out where it takes no asker's time. */
  'challenge.requested': { cooperativeId: string; challengeId: string };
  'member.left': { cooperativeId: string; memberId: string };
}

export type EventName = keyof DomainEvents;

/** An event as a handler receives it; `id` is the same at every delivery. */
export interface DomainEvent<Name extends EventName = EventName> {
  id: string;
  name: Name;
  payload: DomainEvents[Name];
  occurredAt: Date;
}
