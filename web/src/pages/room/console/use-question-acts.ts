// What staff do with questions: at once, or in a window that asks first; and what is said when somebody else was faster.
import { useRef, useState } from 'react';
import type { RoomRole } from '../../../../../src/contracts/room-permissions.js';
import type { Refusal } from '../../../../../src/contracts/room-protocol.js';
import type { RoomQuestion } from '../../../../../src/contracts/room-questions.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import type { QuestionAct } from './question-acts.js';

/** An act that needs words, or another question. */
export type AskingAct = 'reject' | 'merge' | 'write';

export interface QuestionActs {
  /** What this reader is in the session: it decides what they may do. */
  role: RoomRole | null;
  perform: (act: QuestionAct, question: RoomQuestion) => void;
  /** The question that somebody else changed first, as it stands now. */
  beaten: RoomQuestion | undefined;
  forgetBeaten: () => void;
  /** The window that is open, with its question as it stands now. */
  asking: { act: AskingAct; question: RoomQuestion } | undefined;
  /** What was given in the window: a reason, the other question's id, or an answer. */
  give: (given: string) => void;
  stopAsking: () => void;
  isBusy: boolean;
  /** Whether this reader's own act was the last one on a question: then the focus may go on to the next. */
  wasMine: (id: string) => boolean;
}

export function useQuestionActs(room: Room): QuestionActs {
  const { run, isBusy } = useCommand();
  const [beatenId, setBeatenId] = useState<string>();
  const [asking, setAsking] = useState<{ act: AskingAct; id: string }>();
  const last = useRef('');
  const questions = room.state.room?.questions ?? [];
  const find = (id: string | undefined) => questions.find((one) => one.id === id);

  const outcome = (question: RoomQuestion) => ({
    onDone: () => {
      setAsking(undefined);
    },
    onRefused: ({ code }: Refusal) => {
      // The window, if one is open, stays with all that was typed in it.
      if (code !== 'version-conflict' && code !== 'wrong-state') return false;
      setBeatenId(question.id);
      return true;
    },
  });

  const perform = (act: QuestionAct, question: RoomQuestion) => {
    const known = { questionId: question.id, version: question.version };
    setBeatenId(undefined);
    if (act === 'reject' || act === 'merge' || act === 'write') {
      setAsking({ act, id: question.id });
      return;
    }
    last.current = question.id;
    switch (act) {
      case 'approve':
        void run<'question.approve'>(room.act('question.approve', known), outcome(question));
        return;
      case 'stage':
        void run<'question.stage'>(room.act('question.stage', known), outcome(question));
        return;
      case 'unstage':
        void run<'question.unstage'>(room.act('question.unstage', known), outcome(question));
        return;
      case 'aloud':
        void run<'question.answer'>(room.act('question.answer', known), outcome(question));
        return;
      case 'pin':
      case 'unpin':
        void run<'question.pin'>(room.act('question.pin', { ...known, isPinned: act === 'pin' }), outcome(question));
        return;
      case 'archive':
      case 'restore':
        void run<'question.archive'>(
          room.act('question.archive', { ...known, isArchived: act === 'archive' }),
          outcome(question),
        );
    }
  };

  const give = (given: string) => {
    const question = find(asking?.id);
    if (!asking || !question || isBusy) return;
    last.current = question.id;
    setBeatenId(undefined);
    const known = { questionId: question.id, version: question.version };
    if (asking.act === 'reject') {
      void run<'question.reject'>(room.act('question.reject', { ...known, reason: given }), outcome(question));
    } else if (asking.act === 'merge') {
      void run<'question.merge'>(room.act('question.merge', { ...known, into: given }), outcome(question));
    } else {
      void run<'question.answer'>(room.act('question.answer', { ...known, text: given }), outcome(question));
    }
  };

  const asked = find(asking?.id);
  return {
    role: room.state.me?.role ?? null,
    perform,
    beaten: find(beatenId),
    forgetBeaten: () => {
      setBeatenId(undefined);
    },
    asking: asking && asked && { act: asking.act, question: asked },
    give,
    stopAsking: () => {
      setAsking(undefined);
      setBeatenId(undefined);
    },
    isBusy,
    wasMine: (id) => last.current === id,
  };
}
