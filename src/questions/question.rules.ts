// What may become of a question: each act, the states it may begin in, and what it leaves behind.

import { DateTime } from 'luxon';
import type { RoomSettings } from '../contracts/room-chat.js';
import { mayInRoom, type RoomRole } from '../contracts/room-permissions.js';
import { PUBLIC_QUESTION_STATES } from '../contracts/question-order.js';
import type { QuestionState } from '../contracts/room-questions.js';

/** What of a question the rules look at, and what they change. */
export interface QuestionFacts {
  version: number;
  state: QuestionState;
  isPinned: boolean;
  approvedAt: Date | null;
  answerText: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  /** In place of a member. */
  answeredByGuest: string | null;
  correctedAt: Date | null;
  reason: string | null;
  mergedInto: string | null;
  archivedFrom: QuestionState | null;
  archivedAt: Date | null;
}

export type QuestionAct =
  | { kind: 'approve' | 'stage' | 'unstage' | 'withdraw' | 'archive' | 'restore' }
  | { kind: 'reject'; reason: string }
  /** `intoState`: of the other question. */
  | { kind: 'merge'; into: string; intoState: QuestionState }
  /** `text` null: aloud. A guest who answers is no member: their `memberId` is null. */
  | { kind: 'answer'; text: string | null; memberId: string | null; guestId?: string }
  /** What was answered in writing, in other words. */
  | { kind: 'correct'; text: string }
  | { kind: 'pin'; isPinned: boolean };

/** Which states each act may begin in. */
const FROM: Record<QuestionAct['kind'], readonly QuestionState[]> = {
  approve: ['pending'],
  // An approved one too: where questions are open, nobody looked at it before.
  reject: ['pending', 'approved'],
  merge: ['pending', 'approved'],
  stage: ['approved'],
  unstage: ['answering'],
  answer: ['approved', 'answering'],
  correct: ['answered'],
  pin: PUBLIC_QUESTION_STATES,
  withdraw: ['pending', 'approved', 'answering'],
  archive: ['pending', 'approved', 'answering', 'answered', 'rejected'],
  restore: ['archived'],
};

/** The question after the act, one version on; undefined where it cannot be done in its state. */
export function afterAct<Question extends QuestionFacts>(
  question: Question,
  act: QuestionAct,
  now: Date,
): Question | undefined {
  if (!FROM[act.kind].includes(question.state)) return undefined;
  if (act.kind === 'merge' && !takesIn(act.intoState, question.state)) return undefined;
  return { ...question, version: question.version + 1, ...changeOf(question, act, now) };
}

function changeOf(question: QuestionFacts, act: QuestionAct, now: Date): Partial<QuestionFacts> {
  switch (act.kind) {
    case 'approve':
      return { state: 'approved', approvedAt: now };
    case 'reject':
      return { state: 'rejected', reason: act.reason };
    case 'merge':
      return { state: 'merged', mergedInto: act.into };
    case 'stage':
      return { state: 'answering' };
    case 'unstage':
      return { state: 'approved' };
    case 'answer':
      return {
        ...{ state: 'answered', answerText: act.text, answeredAt: now },
        ...{ answeredBy: act.memberId, answeredByGuest: act.guestId ?? null },
      };
    case 'correct':
      return { answerText: act.text, correctedAt: now };
    case 'pin':
      return { isPinned: act.isPinned };
    case 'withdraw':
      return { state: 'withdrawn' };
    case 'archive':
      return {
        ...{ state: 'archived', archivedAt: now },
        archivedFrom: question.state === 'answering' ? 'approved' : question.state,
      };
    case 'restore':
      return { state: question.archivedFrom ?? 'pending', archivedFrom: null, archivedAt: null };
  }
}

/** Nothing that is public disappears into something that is not, nor into what has had its answer. */
function takesIn(into: QuestionState, from: QuestionState): boolean {
  return into === 'approved' || into === 'answering' || (into === 'pending' && from === 'pending');
}

/** Answered in writing: every member of the cooperative finds it. */
export function isInLibrary({ state, answerText }: Pick<QuestionFacts, 'state' | 'answerText'>): boolean {
  return state === 'answered' && answerText !== null;
}

/** What is done with a question outside its room. */
export type LaterAct =
  | { kind: 'answer'; text: string; memberId: string }
  | { kind: 'correct'; text: string }
  | { kind: 'archive' | 'restore' };

/** Whether the act is about what it is meant for: what a session left open, or an answer of the library. */
export function fitsLater(question: QuestionFacts, { kind }: LaterAct): boolean {
  if (kind === 'answer') return true;
  if (kind !== 'restore') return isInLibrary(question);
  return question.state === 'archived' && question.archivedFrom === 'answered' && question.answerText !== null;
}

/** @param who `isOwner`: of the follow-up; `hasAnswered`: the answer that stands is theirs */
export function mayLater(
  kind: LaterAct['kind'],
  { role, isOwner, hasAnswered }: { role: RoomRole | null; isOwner: boolean; hasAnswered: boolean },
): boolean {
  if (kind === 'answer') return isOwner || mayInRoom(role, 'questions.answer');
  if (kind === 'correct') return hasAnswered || mayInRoom(role, 'questions.answer');
  return mayInRoom(role, 'questions.moderate');
}

/** Days during which an answer that was taken out of the library can be put back, once its room has been emptied. */
export const RESTORABLE_DAYS = 30;

export type Asked = { state: 'pending' | 'approved' } | { refused: 'closed' | 'muted' | 'needs-name' };

/** How a new question begins, if it may be asked at all. */
export function asked(
  settings: Pick<RoomSettings, 'questions' | 'anonymous'>,
  who: { isMuted: boolean },
  isAnonymous: boolean,
): Asked {
  if (who.isMuted) return { refused: 'muted' };
  if (settings.questions === 'closed') return { refused: 'closed' };
  if (isAnonymous && !settings.anonymous) return { refused: 'needs-name' };
  return { state: settings.questions === 'open' ? 'approved' : 'pending' };
}

/** Whether a member may vote for a question, or take their vote back, now. */
export function voting(
  question: { state: QuestionState; askerId: string },
  memberId: string,
): 'may' | 'own' | 'not-approved' {
  if (question.askerId === memberId) return 'own';
  return question.state === 'approved' ? 'may' : 'not-approved';
}

export const FOLLOW_UP_DAYS = 7;

/** The day by which what was left open is to be answered, where the session was. @returns `2026-07-10` */
export function dueOn(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).plus({ days: FOLLOW_UP_DAYS }).toISODate() ?? '';
}

/** Words that say nothing of what is asked, in questions of both languages. */
const EMPTY_WORDS = new Set(
  `ada adalah agar akan anda apa apakah atau bagaimana bagi bapak bila bisa boleh bu bukan cara dalam dan dapat dari dengan
   di harus ibu ini itu jadi jika juga kah kalau kami kapan karena ke kenapa kita lagi mana mas mau mengapa mbak mohon oleh
   pada pak perlu saat saja saya sebagai sebaiknya sudah supaya tanya tapi tentang tidak untuk ya yang
   a about am an and are as at be can could do does for from have how i if in is it me my of on or our should so than that
   the there this to was we what when where which who why will with would you your`.split(/\s+/),
);
const MOST_WORDS = 12;

/** The words by which two questions are alike, each once. */
export function tellingWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]{2,}/gu) ?? [];
  return [...new Set(words.filter((word) => !EMPTY_WORDS.has(word)))].slice(0, MOST_WORDS);
}

/** How many of `words` a question must share to be alike: half of them, rounded up. */
export function sharedAtLeast(words: readonly string[]): number {
  return Math.ceil(words.length / 2);
}
