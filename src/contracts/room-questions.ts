// Questions and answers in the room: asked, looked at by staff, voted for, taken on stage, answered aloud or in writing.

import { z } from 'zod';
import { act, ask, type RoomPerson } from './room-command.js';
import { LONGEST_REASON } from './room-chat.js';
import { QUESTION_SHELVES } from './question-shelves.js';
import { id, line, paragraph } from './schemas.js';

export const LONGEST_QUESTION = 300;
export const LONGEST_ANSWER = 2_000;

const version = z.int().min(1);
const reason = line(LONGEST_REASON);

export const QUESTION_COMMANDS = {
  'question.ask': act({ text: line(LONGEST_QUESTION), isAnonymous: z.boolean().default(false) }),
  /** While it is typed: what others have asked alike, to vote for instead. */
  'question.similar': ask({ text: line(LONGEST_QUESTION) }),
  /**
   * Of one shelf, in its order (question-order.ts), after the first `skip`: what a snapshot has no place for. Members load
   * what everybody reads.
   */
  'question.load': ask({
    shelf: z.enum(QUESTION_SHELVES),
    skip: z.int().min(0).max(10_000),
    limit: z.int().min(1).max(100).default(50),
  }),
  /** One's own, until it is answered. */
  'question.withdraw': act({ questionId: id }),
  /** One a member and question, none on one's own, only while approved; taken back with `isFor: false`. */
  'question.vote': act({ questionId: id, isFor: z.boolean() }),
  /** Staff; `version` is the question's as the moderator saw it: of two who act on one version, the second is refused. */
  'question.approve': act({ questionId: id, version }),
  'question.reject': act({ questionId: id, version, reason }),
  /** Its votes go over to the other question, its asker as one more; each is counted once, and whose question it is not. */
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

export interface RoomQuestion {
  id: string;
  version: number;
  state: QuestionState;
  text: string;
  /** Null: asked without a name, for every member, and for staff where the cooperative kept it from them too. */
  author: RoomPerson | null;
  isAnonymous: boolean;
  isPinned: boolean;
  votes: number;
  askedAt: string;
  approvedAt: string | null;
  /** How it was answered; `text` null: aloud. */
  answer: { text: string | null; at: string } | null;
  /** Why it was rejected: for staff and the asker. */
  reason: string | null;
  mergedInto: string | null;
}

export interface LoadedQuestions {
  ok: true;
  questions: RoomQuestion[];
  /** There are more after these. */
  hasMore: boolean;
}

/** At most three, what fits best first. */
export interface SimilarQuestions {
  ok: true;
  questions: Pick<RoomQuestion, 'id' | 'state' | 'text' | 'votes'>[];
}

export type QuestionEvent =
  /**
   * As it stands now. One that left the public states is told with its new state and without its words, so that clients
   * drop it. `isMine`: the reader asked it; that alone tells who asked without a name, and only themselves.
   */
  | { kind: 'question.changed'; question: RoomQuestion; isMine: boolean }
  /** The totals that changed, many votes in one event. */
  | { kind: 'question.voted'; totals: { questionId: string; votes: number }[] };
