// What a cooperative may decide for itself: within which bounds, and what holds while it says nothing.

interface PolicyNumber {
  readonly min: number;
  readonly max: number;
  /** What holds where the cooperative has not decided. */
  readonly usual: number;
}

/** Before the start; a day is time enough to tell who waits, and for them to come. */
export const USUAL_QUOTA_RELEASE_HOURS = 24;

export const POLICY_NUMBERS = {
  /** Per cent of the broadcast that makes a member present. */
  presentPercent: { min: 1, max: 100, usual: 70 },
  /** Seconds: a gap between two spans of attendance up to this long is bridged; a phone changing networks did not leave. */
  bridgedSeconds: { min: 0, max: 900, usual: 180 },
  /** Minutes before the start: from then on registrants may enter the room, and see the stage's link; the last reminder counts on ten. */
  roomOpensMinutes: { min: 10, max: 120, usual: 15 },
  /** Minutes after the planned end: a room that nobody closes closes by itself. */
  roomClosesMinutes: { min: 15, max: 720, usual: 120 },
  /** Minutes in which a host may take back the end; verdicts and follow-ups wait for that. */
  undoEndMinutes: { min: 1, max: 60, usual: 10 },
  /** Connections one member may have in one room; a further one closes the oldest. */
  devicesPerRoom: { min: 1, max: 10, usual: 3 },
  /** Days after a session during which what was said in its room is kept. */
  roomRetentionDays: { min: 30, max: 3_650, usual: 365 },
  /** Hours, counted outside the quiet ones, that an offered seat waits where a session's terms say nothing else. */
  offerHours: { min: 1, max: 72, usual: 12 },
  /** Hours of the member's own clock: nobody is expected to answer between them, nor reminded a day ahead. */
  quietFromHour: { min: 18, max: 23, usual: 21 },
  quietUntilHour: { min: 3, max: 9, usual: 6 },
  /** No offer ends earlier in the day: people must be up and about. */
  offerEndsFromHour: { min: 3, max: 12, usual: 9 },
  /** Days that a sign-in lasts after its last use. */
  signInDays: { min: 1, max: 365, usual: 90 },
  /** Hours that an admin's does: it opens more. */
  adminSignInHours: { min: 1, max: 168, usual: 12 },
} as const satisfies Record<string, PolicyNumber>;

export const FREED = ['confirm', 'offer'] as const;
/** What a freed seat does: it is given at once, or it is offered and waits for an answer. */
export type Freed = (typeof FREED)[number];

export const USUAL_FREED = { freedVirtual: 'confirm', freedOnsite: 'offer' } as const satisfies Record<string, Freed>;

export type PolicyNumberName = keyof typeof POLICY_NUMBERS;
