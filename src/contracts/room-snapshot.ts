// A room as it stands, as far as one client may know it.

import type { Announcement, ChatMessage, ChatReport, RoomSettings } from './room-chat.js';
import type { RoomPoll } from './room-polls.js';
import type { RoomQuestion } from './room-questions.js';

/** Where the session stands. Instants are ISO 8601 UTC. */
export interface RoomSession {
  state: 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
  wentLiveAt: string | null;
  endedAt: string | null;
  /** A break is on since then; null: none is. */
  breakSince: string | null;
}

export interface RoomSnapshot {
  session: RoomSession;
  settings: RoomSettings;
  /** The latest messages, in order; empty in text mode. */
  chat: ChatMessage[];
  pinned: ChatMessage | null;
  announcement: Announcement | null;
  /** To staff: the latest reports, in order; empty for members. */
  reports: ChatReport[];
  /**
   * By id order; which comes first on a page is for `questionOrder` to say. A fresh snapshot holds the first hundred of each
   * shelf (`snapshotQuestions`); of what comes among those later, each client is told.
   */
  questions: RoomQuestion[];
  polls: RoomPoll[];
  mine: Mine;
}

/** What is this member's own. */
export interface Mine {
  isMuted: boolean;
  isHandRaised: boolean;
  /** Ids of the questions they asked, in order; those not public stand among `questions` for them alone. */
  questions: string[];
  /** Ids of the questions they voted for, in order; between snapshots the acknowledgements say (`applyVote`). */
  votes: string[];
  /** Polls they answered, as `pollId run`; between snapshots the acknowledgements say. */
  answered: string[];
}
