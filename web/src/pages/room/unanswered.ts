// Commands that wait for their answer: each gets one, or none in time, or none because the line went down.
import type { Acknowledge, Refusal } from '../../../../src/contracts/room-protocol.js';

const ANSWER_MS = 10_000;

export class Unanswered {
  private readonly unanswered = new Set<(answer: undefined) => void>();

  /** The answer, or undefined when none came: in time, or before the line went down. */
  ask<Answer>(emit: (ack: Acknowledge<Answer>) => void): Promise<Answer | Refusal | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | Refusal | undefined) => {
        clearTimeout(timer);
        this.unanswered.delete(settle);
        resolve(answer);
      };
      const timer = setTimeout(settle, ANSWER_MS, undefined);
      this.unanswered.add(settle);
      emit(settle);
    });
  }

  /** The line went down: no answer will come over it. */
  giveUp(): void {
    for (const settle of this.unanswered) settle(undefined);
  }
}
