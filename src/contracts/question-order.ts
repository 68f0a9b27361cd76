// Which questions everybody sees, and which comes first. Without zod: the web app's room reads it.

import type { QuestionState, RoomQuestion } from './room-questions.js';

/** What everybody in the room sees; the others only staff and the asker. */
export const PUBLIC_QUESTION_STATES: readonly QuestionState[] = ['approved', 'answering', 'answered'];

export function isPublicQuestion({ state }: Pick<RoomQuestion, 'state'>): boolean {
  return PUBLIC_QUESTION_STATES.includes(state);
}

type Ordered = Pick<RoomQuestion, 'id' | 'state' | 'isPinned' | 'votes' | 'approvedAt'>;

/** For `sort`: the pinned ones, the one being answered, then by votes, then who was approved first. */
export function questionOrder(a: Ordered, b: Ordered): number {
  return (
    Number(b.isPinned) - Number(a.isPinned) ||
    Number(b.state === 'answering') - Number(a.state === 'answering') ||
    b.votes - a.votes ||
    compare(a.approvedAt ?? LAST, b.approvedAt ?? LAST) ||
    compare(a.id, b.id)
  );
}

/** After every ISO instant: one that was never approved. */
const LAST = '9';

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
