// What staff may do with a question in each of its states, and the key for it. The server decides again.
import { mayInRoom, type RoomRole } from '../../../../../src/contracts/room-permissions.js';
import type { QuestionState } from '../../../../../src/contracts/room-questions.js';

export type QuestionAct =
  'approve' | 'reject' | 'merge' | 'stage' | 'unstage' | 'aloud' | 'write' | 'pin' | 'unpin' | 'archive' | 'restore';

const ACTS: Record<QuestionState, readonly QuestionAct[]> = {
  pending: ['approve', 'reject', 'merge'],
  approved: ['stage', 'aloud', 'write', 'pin', 'merge', 'reject', 'archive'],
  answering: ['aloud', 'write', 'unstage'],
  answered: ['pin', 'archive'],
  rejected: ['archive'],
  merged: [],
  withdrawn: [],
  archived: ['restore'],
};

/** What a speaker may do as well: answer. */
const ANSWERS: readonly QuestionAct[] = ['aloud', 'write'];

/** @param role of who would act in this session */
export function actsFor(question: { state: QuestionState; isPinned: boolean }, role: RoomRole | null): QuestionAct[] {
  const acts = ACTS[question.state].filter((act) =>
    mayInRoom(role, ANSWERS.includes(act) ? 'questions.answer' : 'questions.moderate'),
  );
  return acts.map((act) => (act === 'pin' && question.isPinned ? 'unpin' : act));
}

/** One key each, on the question that has the focus. */
export const KEYS: Partial<Record<QuestionAct, string>> = {
  approve: 'a',
  reject: 'r',
  merge: 'm',
  stage: 's',
  aloud: 'd',
  write: 'w',
  pin: 'p',
  unpin: 'p',
};
