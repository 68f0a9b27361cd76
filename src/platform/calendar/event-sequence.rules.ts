// The SEQUENCE that one member's calendar needs to see grow, whichever way an event reaches it.

export interface EventHistory {
  /** Every material change of the session, its cancelling too. */
  readonly revision: number;
  /** Seats that this member has given up here. */
  readonly endings: number;
}

/**
 * Grows with every revision, and by two each time the member gave up a seat: one for taking the event out of the
 * calendar, one for the invitation after coming back. @param isTakenOut for the message that takes it out.
 */
export function eventSequence({ revision, endings }: EventHistory, isTakenOut = false): number {
  return revision + 2 * endings - (isTakenOut ? 1 : 0);
}
