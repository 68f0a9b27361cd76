// When an answer to a mailed challenge signs in: once, in time, within five tries, in the browser that asked.

const MINUTE_MS = 60_000;
/** How long a mailed code and its link work. */
export const CHALLENGE_MINUTES = 10;
export const CHALLENGE_TRIES = 5;

export function challengeExpiry(askedAt: Date): Date {
  return new Date(askedAt.getTime() + CHALLENGE_MINUTES * MINUTE_MS);
}

/** What is known about a challenge when an answer to it arrives. `isRight` is false too where nobody has the name. */
export interface Answer {
  isUsed: boolean;
  expiresAt: Date;
  triesLeft: number;
  isSameBrowser: boolean;
  isRight: boolean;
}

/** `wrong` costs a try; `over` and `other-browser` cost nothing and change nothing. */
export type Verdict =
  { kind: 'accepted' } | { kind: 'wrong'; triesLeft: number } | { kind: 'other-browser' } | { kind: 'over' };

/** Typing the code elsewhere than where it was asked for tells nothing, not even whether it was right. */
export function judgeCode(answer: Answer, now: Date): Verdict {
  if (isOver(answer, now) || !answer.isSameBrowser) return { kind: 'over' };
  return answer.isRight ? { kind: 'accepted' } : { kind: 'wrong', triesLeft: answer.triesLeft - 1 };
}

/**
 * A right link in another browser (a phone's mail app, a scanner that presses buttons) is told where to go on, and
 * stays unused. A wrong link is never the holder's typing error, so it has no tries.
 */
export function judgeLink(answer: Answer, now: Date): Verdict {
  if (isOver(answer, now) || !answer.isRight) return { kind: 'over' };
  return answer.isSameBrowser ? { kind: 'accepted' } : { kind: 'other-browser' };
}

function isOver(answer: Answer, now: Date): boolean {
  return answer.isUsed || answer.triesLeft <= 0 || now.getTime() >= answer.expiresAt.getTime();
}
