// What a poll may be, what may be done with it, whether an answer fits it, and how answers are counted.

import type { FieldFault } from '../contracts/error-codes.js';
import type { RoomSession } from '../contracts/room-snapshot.js';
import {
  LONGEST_WORD,
  MOST_OPTIONS,
  MOST_TEXTS,
  type PollAnswer,
  type PollInput,
  type PollKind,
  type PollResults,
  type RoomPoll,
} from '../contracts/room-polls.js';

/** What of a poll its answers are checked and counted by. */
export interface Asked {
  kind: PollKind;
  options: readonly string[];
  scaleTo: number;
}

type Act = 'save' | 'delete' | 'open' | 'close' | 'archive';

/** From which states each act is possible. What was asked once is never changed: every run asked the same. */
const FROM: Record<Act, readonly RoomPoll['state'][]> = {
  save: ['draft'],
  delete: ['draft'],
  open: ['draft', 'closed'],
  close: ['open'],
  archive: ['closed'],
};

export type Refused = 'version-conflict' | 'wrong-state';

/** @param version the one that the actor saw. @returns undefined: go on */
export function mayNot(act: Act, poll: Pick<RoomPoll, 'state' | 'version'>, version: number): Refused | undefined {
  if (poll.version !== version) return 'version-conflict';
  return FROM[act].includes(poll.state) ? undefined : 'wrong-state';
}

/** Nothing is asked in a session that is over: nobody could close it any more. */
export function isOver(session: RoomSession['state']): boolean {
  return session === 'ended' || session === 'cancelled';
}

/** Members see what is asked and what was; drafts and what is put away are for staff. */
export function isForMembers(state: RoomPoll['state']): boolean {
  return state === 'open' || state === 'closed';
}

/**
 * Whether a member may see what a run came to. `isOver`: that run was closed. What most chose in a quiz hints at what is
 * right: whatever is set, that is known after the close alone.
 */
export function mayRead(
  poll: Pick<RoomPoll, 'state' | 'isQuiz' | 'showsResults'>,
  { isOver, hasAnswered }: { isOver: boolean; hasAnswered: boolean },
): boolean {
  if (!isForMembers(poll.state)) return false;
  return isOver || (hasAnswered && !poll.isQuiz && poll.showsResults === 'after-answer');
}

export function pollFaults({ kind, options, right }: PollInput): FieldFault[] {
  if (!isChoice(kind)) {
    const faults: FieldFault[] = options.length > 0 ? [{ path: 'options', rule: 'not-allowed' }] : [];
    return right === null ? faults : [...faults, { path: 'right', rule: 'not-allowed' }];
  }
  const faults: FieldFault[] = [];
  if (options.length < 2) faults.push({ path: 'options', rule: 'too-short', limit: 2 });
  const folded = options.map(fold);
  folded.forEach((option, place) => {
    if (folded.indexOf(option) < place) faults.push({ path: `options.${String(place)}`, rule: 'taken' });
  });
  if (right !== null && !isRight(right, kind, options.length)) faults.push({ path: 'right', rule: 'not-allowed' });
  return faults;
}

/** As it is kept: the same answer looks the same. Faults stand by `answer.…`. */
export function readAnswer(asked: Asked, given: PollAnswer): { answer: PollAnswer } | { faults: FieldFault[] } {
  const fault = (field: string, rule: FieldFault['rule'], limit?: number): { faults: FieldFault[] } => ({
    faults: [{ path: `answer.${field}`, rule, ...(limit === undefined ? {} : { limit }) }],
  });
  if (isChoice(asked.kind)) {
    if (!('options' in given)) return fault('options', 'required');
    const places = [...new Set(given.options)].sort((a, b) => a - b);
    if (places.some((place) => place >= asked.options.length)) return fault('options', 'not-allowed');
    if (asked.kind === 'single' && places.length > 1) return fault('options', 'too-many', 1);
    return { answer: { options: places } };
  }
  if (asked.kind === 'scale') {
    if (!('scale' in given)) return fault('scale', 'required');
    return given.scale > asked.scaleTo ? fault('scale', 'too-large', asked.scaleTo) : { answer: given };
  }
  if (!('text' in given)) return fault('text', 'required');
  if (asked.kind === 'short') return { answer: { text: oneSpaced(given.text) } };
  const word = fold(given.text);
  return word.length > LONGEST_WORD ? fault('text', 'too-long', LONGEST_WORD) : { answer: { text: word } };
}

/** @param answers each different answer as it is kept, and how many gave it. */
export function tally(asked: Asked, answers: readonly { answer: PollAnswer; times: number }[]): PollResults {
  const counts = new Array<number>(placesOf(asked)).fill(0);
  const texts: PollResults['texts'] = [];
  let answered = 0;
  for (const { answer, times } of answers) {
    answered += times;
    if ('text' in answer) texts.push({ text: answer.text, times });
    const places = 'options' in answer ? answer.options : 'scale' in answer ? [answer.scale - 1] : [];
    for (const place of places) counts[place] = (counts[place] ?? 0) + times;
  }
  texts.sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1));
  return { answered, counts, texts: texts.slice(0, MOST_TEXTS) };
}

/** Case and spaces do not make another word. */
export function fold(text: string): string {
  return oneSpaced(text.normalize('NFKC').toLowerCase().normalize('NFKC'));
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function isChoice(kind: PollKind): boolean {
  return kind === 'single' || kind === 'multiple';
}

function placesOf({ kind, options, scaleTo }: Asked): number {
  if (kind === 'scale') return scaleTo;
  return isChoice(kind) ? options.length : 0;
}

function isRight(right: readonly number[], kind: PollKind, options: number): boolean {
  const isOfThem = right.every((place) => place < options) && new Set(right).size === right.length;
  const enough = kind === 'single' ? right.length === 1 : right.length >= 1 && right.length <= MOST_OPTIONS;
  return isOfThem && enough;
}
