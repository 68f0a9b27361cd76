// Which questions everybody sees, which comes first, and which of many a snapshot holds. Without zod: the web app's room reads
// it.

import { QUESTION_SHELVES, type QuestionShelf } from './question-shelves.js';
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

const SHELF_OF: Record<QuestionState, QuestionShelf> = {
  pending: 'pending',
  approved: 'open',
  answering: 'open',
  answered: 'answered',
  rejected: 'put-away',
  merged: 'put-away',
  withdrawn: 'put-away',
  archived: 'put-away',
};

export function shelfOf({ state }: Pick<RoomQuestion, 'state'>): QuestionShelf {
  return SHELF_OF[state];
}

/** The shelves that everybody reads. */
export const PUBLIC_SHELVES: readonly QuestionShelf[] = ['open', 'answered'];

/** How many of each shelf a snapshot holds. */
export const SNAPSHOT_QUESTIONS = 100;
/** How many of one's own, the newest, it looks through for those that nobody else sees. */
export const SNAPSHOT_OWN_QUESTIONS = 50;

/** For `sort` within one shelf: what waited longest, what is most wanted, what was answered last, what was asked last. */
const SHELF_ORDER: Record<QuestionShelf, (a: RoomQuestion, b: RoomQuestion) => number> = {
  pending: (a, b) => compare(a.id, b.id),
  open: questionOrder,
  answered: (a, b) =>
    Number(b.isPinned) - Number(a.isPinned) || compare(b.answer?.at ?? '', a.answer?.at ?? '') || compare(b.id, a.id),
  'put-away': (a, b) => compare(b.id, a.id),
};

/**
 * Of all the questions a client was told of, those that a snapshot holds, by id. A client keeps the others too: they are
 * told of as long as it stays.
 * @param own ids of what the viewer asked, in order
 */
export function snapshotQuestions(
  questions: readonly RoomQuestion[],
  isStaff: boolean,
  own: readonly string[],
): RoomQuestion[] {
  const shelves = isStaff ? QUESTION_SHELVES : PUBLIC_SHELVES;
  const shown = shelves.flatMap((shelf) =>
    questions
      .filter((one) => shelfOf(one) === shelf)
      .sort(SHELF_ORDER[shelf])
      .slice(0, SNAPSHOT_QUESTIONS),
  );
  const newest = isStaff ? [] : own.slice(-SNAPSHOT_OWN_QUESTIONS);
  const theirs = questions.filter((one) => newest.includes(one.id) && !isPublicQuestion(one));
  return [...shown, ...theirs].sort((a, b) => compare(a.id, b.id));
}

/** After every ISO instant: one that was never approved. */
const LAST = '9';

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
