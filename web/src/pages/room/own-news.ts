// What became of my own questions since I last looked at them.
import { useState } from 'react';
import type { RoomQuestion, QuestionState } from '../../../../src/contracts/room-questions.js';
import type { RoomSnapshot } from '../../../../src/contracts/room-protocol.js';

/** What an asker wants to hear of: what staff made of it. */
const TOLD: readonly QuestionState[] = ['approved', 'answering', 'answered', 'rejected', 'merged'];

/** @param isLooking whether the questions are on the screen: what stands there is no news. */
export function useOwnNews(now: RoomSnapshot | undefined, isLooking: boolean): readonly RoomQuestion[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, QuestionState>>();
  const mine = now?.questions.filter(({ id }) => now.mine.questions.includes(id)) ?? [];
  const isNews = ({ id, state }: RoomQuestion) => TOLD.includes(state) && seen?.get(id) !== state;
  // What stood there on entering is no news either; nor is a question of one's own that waits.
  if (now && (seen === undefined || (isLooking && mine.some((one) => isUnseen(one, seen))))) {
    setSeen(new Map(mine.map(({ id, state }) => [id, state])));
  }
  return seen === undefined ? [] : mine.filter(isNews);
}

function isUnseen({ id, state }: RoomQuestion, seen: ReadonlyMap<string, QuestionState>): boolean {
  return seen.get(id) !== state;
}
