// The SEQUENCE that one member's calendar needs to see grow, whichever way an event reaches it.

export interface EventHistory {
  /** Every material change of the session, its cancelling too. */
  readonly revision: number;
  /** What this member's calendar was told besides, see `SeatHistoryService`. */
  readonly steps: number;
}

/**
 * Grows with every revision and with every step of the member's own. @param isTakenOut for the message that takes it out:
 * the step after it is the invitation of who comes back.
 */
export function eventSequence({ revision, steps }: EventHistory, isTakenOut = false): number {
  return revision + steps - (isTakenOut ? 1 : 0);
}
