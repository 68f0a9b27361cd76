// Polls and quizzes in the room: prepared, opened, answered once by each, counted, closed; opened again as a new run.

import { z } from 'zod';
import { act, ask } from './room-command.js';
import { id, line } from './schemas.js';

export const LONGEST_POLL_TEXT = 300;
export const LONGEST_OPTION = 120;
export const MOST_OPTIONS = 10;
export const LONGEST_SHORT_ANSWER = 120;
/** A word of a cloud. */
export const LONGEST_WORD = 30;
/** Prepared and held in one session. */
export const MOST_POLLS = 50;
/** Of words and short answers, only so many of the commonest are told. */
export const MOST_TEXTS = 50;

export const POLL_KINDS = ['single', 'multiple', 'scale', 'short', 'words'] as const;
export type PollKind = (typeof POLL_KINDS)[number];

const pollFields = {
  kind: z.enum(POLL_KINDS),
  text: line(LONGEST_POLL_TEXT),
  /** For `single` and `multiple`: two to ten, none twice. */
  options: z.array(line(LONGEST_OPTION)).max(MOST_OPTIONS).default([]),
  /** For `scale`: from 1 to this. */
  scaleTo: z.int().min(2).max(10).default(5),
  /** A quiz item: which options are right, by place from 0; null: a poll. Never sent to members before the close. */
  right: z.array(z.int().min(0)).max(MOST_OPTIONS).nullable().default(null),
  /** When members see the results; those of a quiz after the close, whatever this says. */
  results: z.enum(['after-close', 'after-answer']).default('after-close'),
};

/** What was answered: places of options for `single` and `multiple`, a number for `scale`, text for the other two. */
const answer = z.union([
  z.strictObject({ options: z.array(z.int().min(0)).min(1).max(MOST_OPTIONS) }),
  z.strictObject({ scale: z.int().min(1).max(10) }),
  z.strictObject({ text: line(LONGEST_SHORT_ANSWER) }),
]);
export type PollAnswer = z.infer<typeof answer>;

export const POLL_COMMANDS = {
  /** Staff; a new draft, or a draft changed: `version` is the one seen, absent for a new one. */
  'poll.save': act({ pollId: id, version: z.int().min(1).optional(), ...pollFields }),
  /** Staff; a draft alone: what was asked once is put away by `poll.archive`. */
  'poll.delete': act({ pollId: id, version: z.int().min(1) }),
  /** At most one runs at a time. Opening one that was closed is a new run: its answers are counted anew. */
  'poll.open': act({ pollId: id, version: z.int().min(1) }),
  /** Freezes the results. */
  'poll.close': act({ pollId: id, version: z.int().min(1) }),
  'poll.archive': act({ pollId: id, version: z.int().min(1) }),
  /**
   * Once a member and run; a second answer of the same member replaces the first while it is open, except in a quiz. The
   * answer's `seq` is how far the room was when it was taken: it is counted in an event after that, with many others.
   */
  'poll.answer': act({ pollId: id, run: z.int().min(1), answer }),
  /**
   * The results so far, for staff, or for a member who answered where results show after that; of a run that is over, for
   * everybody, as long as the poll is not put away.
   */
  'poll.results': ask({ pollId: id, run: z.int().min(1) }),
} as const;

export type PollInput = Omit<z.output<(typeof POLL_COMMANDS)['poll.save']>, 'v' | 'id' | 'pollId' | 'version'>;

/** `results`: null where they show after the close. */
export interface PollAnswered {
  ok: true;
  seq: number;
  results: PollResults | null;
}

/** `counts` by place of the option, or of the scale from 1; `texts` the words or short answers with how often, commonest first, at most `MOST_TEXTS`. */
export interface PollResults {
  answered: number;
  counts: number[];
  texts: { text: string; times: number }[];
}

/** What a run came to so far, for somebody who answered it where results show after that. */
export interface EarlyResults {
  pollId: string;
  run: number;
  results: PollResults;
}

export interface RoomPoll {
  id: string;
  version: number;
  state: 'draft' | 'open' | 'closed' | 'archived';
  /** 0: never opened. */
  run: number;
  kind: PollKind;
  text: string;
  options: string[];
  scaleTo: number;
  isQuiz: boolean;
  /** To members only once closed; to staff always; null: a poll, or not to be known yet. */
  right: number[] | null;
  /** As staff chose; a quiz shows none before its close. */
  showsResults: 'after-close' | 'after-answer';
  openedAt: string | null;
  closedAt: string | null;
  /** How many answered this run, as it was told last. */
  answered: number;
  /** To staff always, to members once closed; null otherwise. */
  results: PollResults | null;
}

export type PollEvent =
  /** As it stands now; drafts and archived ones are told to staff, and to members only when they leave their sight. */
  | { kind: 'poll.changed'; poll: RoomPoll }
  /** To staff: a draft is no more. */
  | { kind: 'poll.deleted'; pollId: string }
  /** Answers came in, many of them in one event, at most one a second; `results` to staff alone. */
  | { kind: 'poll.counted'; pollId: string; run: number; answered: number; results: PollResults | null };
