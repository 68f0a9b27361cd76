// Questions and answers in the room: asked, looked at by staff, voted for, taken on stage, answered aloud or in writing.

import { z } from 'zod';
import { act, type RoomPerson } from './room-command.js';
import { LONGEST_REASON } from './room-chat.js';
import { id, line, paragraph } from './schemas.js';

export const LONGEST_QUESTION = 300;
export const LONGEST_ANSWER = 2_000;

const version = z.int().min(1);
const reason = line(LONGEST_REASON);

export const QUESTION_COMMANDS = {
  'question.ask': act({ text: line(LONGEST_QUESTION), isAnonymous: z.boolean().default(false) }),
  /** One's own, until it is answered. */
  'question.withdraw': act({ questionId: id }),
  /** One a member and question, none on one's own, only while approved; taken back with `isFor: false`. */
  'question.vote': act({ questionId: id, isFor: z.boolean() }),
  /** Staff; `version` is the question's as the moderator saw it: of two who act on one version, the second is refused. */
  'question.approve': act({ questionId: id, version }),
  'question.reject': act({ questionId: id, version, reason }),
  /** Its votes and asker go over to the other question. */
  'question.merge': act({ questionId: id, version, into: id }),
  /** On stage: at most one at a time; what was there goes back to the approved ones. */
  'question.stage': act({ questionId: id, version }),
  'question.unstage': act({ questionId: id, version }),
  /** Aloud without `text`; in writing with it. */
  'question.answer': act({
    questionId: id,
    version,
    text: paragraph(LONGEST_ANSWER).pipe(z.string().min(1)).optional(),
  }),
  'question.pin': act({ questionId: id, version, isPinned: z.boolean() }),
  'question.archive': act({ questionId: id, version, isArchived: z.boolean() }),
} as const;

export const QUESTION_STATES = [
  'pending',
  'approved',
  'answering',
  'answered',
  'rejected',
  'merged',
  'withdrawn',
  'archived',
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
/** What everybody in the room sees; the others only staff and the asker. */
export const PUBLIC_QUESTION_STATES: readonly QuestionState[] = ['approved', 'answering', 'answered'];

export interface RoomQuestion {
  id: string;
  version: number;
  state: QuestionState;
  text: string;
  /** Null: asked without a name, for whoever may not see it. */
  author: RoomPerson | null;
  isAnonymous: boolean;
  isPinned: boolean;
  votes: number;
  askedAt: string;
  approvedAt: string | null;
  /** How it was answered; `text` null: aloud. */
  answer: { text: string | null; at: string } | null;
  /** Why it was rejected. */
  reason: string | null;
  mergedInto: string | null;
}

export type QuestionEvent =
  /** As it stands now. One that left the public states is told with its new state, so that clients drop it. */
  | { kind: 'question.changed'; question: RoomQuestion }
  /** The totals that changed, many votes in one event. */
  | { kind: 'question.voted'; totals: { questionId: string; votes: number }[] };
