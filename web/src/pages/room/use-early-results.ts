// What a poll that runs came to so far, for who answered it, where that shows: asked anew while it is looked at and grows.
import { useEffect } from 'react';
import type { PollResults, RoomPoll } from '../../../../src/contracts/room-polls.js';
import type { Room } from './use-room.js';

/** Not all of a full room at once, nor at every answer. */
const SOONEST_MS = 3_000;
const SPREAD_MS = 5_000;

export function useEarlyResults(room: Room, poll: RoomPoll, isAnswered: boolean): PollResults | null {
  const { id: pollId, run, state, isQuiz, showsResults, answered } = poll;
  const early = room.state.early.find((one) => one.pollId === pollId && one.run === run)?.results ?? null;
  const { ask, learn } = room;
  const known = early?.answered ?? 0;
  const isShown = isAnswered && state === 'open' && !isQuiz && showsResults === 'after-answer';
  // Not by how many more there are: each answer that comes meanwhile would put off the look for ever.
  const isBehind = isShown && room.state.link === 'here' && (early === null || answered > known);
  useEffect(() => {
    if (!isBehind) return undefined;
    const look = async () => {
      const answer = await ask('poll.results', { pollId, run });
      if (answer && 'ok' in answer) learn({ pollId, run, results: answer.results });
    };
    const timer = setTimeout(() => void look(), SOONEST_MS + Math.random() * SPREAD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isBehind, known, ask, learn, pollId, run]);
  return isShown ? early : null;
}
