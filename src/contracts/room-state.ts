// The state of a room as one client may know it, and how each event changes it. Pure: server tests and the web app share
// it, and the promise is that a snapshot with the events after it applied equals a fresh snapshot.

import { isPublicQuestion } from './question-order.js';
import type { ChatMessage, RoomSettings } from './room-chat.js';
import type { RoomEvent } from './room-protocol.js';
import type { RoomQuestion } from './room-questions.js';
import type { RoomSnapshot } from './room-snapshot.js';

/** How many of the latest messages a snapshot holds. */
export const SNAPSHOT_MESSAGES = 100;
/** How many of the latest reports staff find. */
export const SNAPSHOT_REPORTS = 50;

/** Before anything was said or set. */
export const USUAL_SETTINGS: RoomSettings = { chat: 'open', slowSeconds: 0, questions: 'moderated', anonymous: true };

/** @param viewer whose snapshot it is. @param keep how many messages are held; a page that scrolls back keeps more. */
export function applyEvent(
  state: RoomSnapshot,
  event: RoomEvent,
  viewer: { memberId: string; isStaff: boolean },
  keep = SNAPSHOT_MESSAGES,
): RoomSnapshot {
  switch (event.kind) {
    case 'session.changed':
      return { ...state, session: event.session };
    case 'chat.posted': {
      const { kind: _, ...message } = event;
      return { ...state, chat: [...state.chat.filter(({ seq }) => seq !== event.seq), message].slice(-keep) };
    }
    case 'chat.edited':
      return changeMessage(state, event.message, { text: event.text, isEdited: true });
    case 'chat.deleted':
      return changeMessage(state, event.message, { text: null });
    case 'chat.pinned':
      return { ...state, pinned: event.message };
    case 'room.announced':
      return { ...state, announcement: event.announcement };
    case 'room.configured':
      return { ...state, settings: event.settings };
    case 'member.muted':
      if (event.member.memberId !== viewer.memberId) return state;
      return { ...state, mine: { ...state.mine, isMuted: event.isMuted } };
    case 'member.removed':
      return state;
    case 'chat.reported': {
      const { seq, message, reason, by } = event;
      const report = { seq, message, reason, by };
      return {
        ...state,
        reports: [...state.reports.filter((one) => one.seq !== seq), report].slice(-SNAPSHOT_REPORTS),
      };
    }
    case 'question.changed':
      return changeQuestion(state, event, viewer.isStaff);
    case 'question.voted': {
      const totals = new Map(event.totals.map(({ questionId, votes }) => [questionId, votes]));
      return {
        ...state,
        questions: state.questions.map((one) => ({ ...one, votes: totals.get(one.id) ?? one.votes })),
      };
    }
    case 'poll.changed': {
      const isKept = viewer.isStaff ? true : event.poll.state === 'open' || event.poll.state === 'closed';
      return { ...state, polls: isKept ? put(state.polls, event.poll) : without(state.polls, event.poll.id) };
    }
    case 'hand.changed':
      if (event.member.memberId !== viewer.memberId) return state;
      return { ...state, mine: { ...state.mine, isHandRaised: event.isRaised } };
    case 'poll.deleted':
      return { ...state, polls: without(state.polls, event.pollId) };
    case 'poll.counted':
      return {
        ...state,
        polls: state.polls.map((poll) =>
          poll.id === event.pollId && poll.run === event.run
            ? { ...poll, answered: event.answered, results: event.results ?? poll.results }
            : poll,
        ),
      };
  }
}

/** Questions that were loaded by hand; of those that are here already, what was told of them is newer. */
export function withLoadedQuestions(state: RoomSnapshot, loaded: readonly RoomQuestion[]): RoomSnapshot {
  const known = new Set(state.questions.map(({ id }) => id));
  return { ...state, questions: loaded.filter(({ id }) => !known.has(id)).reduce(put, state.questions) };
}

/** The server has taken a vote of one's own: no event says who voted for what. */
export function applyVote(state: RoomSnapshot, questionId: string, isFor: boolean): RoomSnapshot {
  const votes = isFor ? withId(state.mine.votes, questionId) : withoutId(state.mine.votes, questionId);
  return { ...state, mine: { ...state.mine, votes } };
}

/** Staff keep every question, members the public ones, the asker their own. */
function changeQuestion(
  state: RoomSnapshot,
  { question, isMine }: { question: RoomQuestion; isMine: boolean },
  isStaff: boolean,
): RoomSnapshot {
  const mine = isMine ? { ...state.mine, questions: withId(state.mine.questions, question.id) } : state.mine;
  const isKept = isStaff || isPublicQuestion(question) || mine.questions.includes(question.id);
  return {
    ...state,
    mine: { ...mine, votes: votesAfter(state, mine, question) },
    questions: isKept ? put(state.questions, question) : without(state.questions, question.id),
  };
}

/**
 * Whoever asked or wanted a question that was merged wants the other one; nobody votes for their own. Where the other one
 * was merged in its turn, the first is told of once more.
 */
function votesAfter(state: RoomSnapshot, mine: RoomSnapshot['mine'], { id, ...question }: RoomQuestion): string[] {
  const { votes, questions } = mine;
  const isWanted = votes.includes(id) || questions.includes(id);
  if (question.state !== 'merged' || question.mergedInto === null || !isWanted) return votes;
  const before = state.questions.find((one) => one.id === id)?.mergedInto ?? id;
  const rest = withoutId(withoutId(votes, id), before);
  return questions.includes(question.mergedInto) ? rest : withId(rest, question.mergedInto);
}

function withId(ids: readonly string[], id: string): string[] {
  return [...withoutId(ids, id), id].sort();
}

function withoutId(ids: readonly string[], id: string): string[] {
  return ids.filter((one) => one !== id);
}

function changeMessage(state: RoomSnapshot, seq: number, change: Partial<ChatMessage>): RoomSnapshot {
  const changed = (message: ChatMessage): ChatMessage => (message.seq === seq ? { ...message, ...change } : message);
  return { ...state, chat: state.chat.map(changed), pinned: state.pinned && changed(state.pinned) };
}

/** In its place by id: ids are made in order of time. */
function put<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  return [...without(items, item.id), item].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function without<Item extends { id: string }>(items: readonly Item[], id: string): Item[] {
  return items.filter((one) => one.id !== id);
}
