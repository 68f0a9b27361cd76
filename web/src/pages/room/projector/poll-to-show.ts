// Which poll stands on the wall, and how much of it: never more than a member may see by now.
import type { PollResults, RoomPoll } from '../../../../../src/contracts/room-polls.js';

/** The one that runs; else the one closed last, unless a question has taken its place. */
export function pollToShow(polls: readonly RoomPoll[], isQuestionOnStage: boolean): RoomPoll | undefined {
  const open = polls.find(({ state }) => state === 'open');
  if (open || isQuestionOnStage) return open;
  const closed = polls.filter(({ state }) => state === 'closed');
  return closed.sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))[0];
}

/** A quiz, and a poll whose results come after its close, show nothing before. */
export function resultsToShow({ state, results, isQuiz, showsResults }: RoomPoll): PollResults | null {
  const isOver = state === 'closed' || state === 'archived';
  return isOver || (!isQuiz && showsResults === 'after-answer') ? results : null;
}
