// What of the questions is told to whom, and what a newcomer finds of them.

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isPublicQuestion } from '../contracts/question-order.js';
import type { RoomPerson } from '../contracts/room-command.js';
import type { RoomQuestion } from '../contracts/room-questions.js';
import type { Tx } from '../platform/database/tx.js';
import type { NewEvent } from '../room/room-desk.service.js';
import {
  RoomParts,
  type OwnSnapshot,
  type Reader,
  type RoomPart,
  type SharedSnapshot,
  type TranscriptLine,
} from '../room/room-parts.service.js';
import { questionsTranscript } from './questions-transcript.js';
import { QuestionsQueries, toQuestion, type QuestionRow } from './questions.queries.js';

@Injectable()
export class QuestionsPart implements RoomPart, OnModuleInit {
  readonly renderers: RoomPart['renderers'] = {
    'question.changed': ({ kind, payload: { question, staffSeesAsker }, about }, viewer) => {
      const isMine = about !== null && viewer.memberId === about.memberId;
      const author = authorFor(about, { ...question, staffSeesAsker }, viewer.isStaff);
      const isTold = viewer.isStaff || isMine || isPublicQuestion(question);
      return { kind, question: { ...(isTold ? question : withoutWords(question)), author }, isMine };
    },
    'question.voted': ({ kind, payload }) => ({ kind, ...payload }),
  };

  constructor(
    private readonly parts: RoomParts,
    private readonly queries: QuestionsQueries,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async shared(tx: Tx, sessionId: string, isStaff: boolean): Promise<Partial<SharedSnapshot>> {
    const rows = await this.queries.first(tx, sessionId, isStaff);
    return { questions: rows.map((row) => shown(row, isStaff)) };
  }

  async own(tx: Tx, sessionId: string, memberId: string): Promise<OwnSnapshot> {
    const { asked, unseen, votes } = await this.queries.own(tx, sessionId, memberId);
    return { mine: { questions: asked, votes }, questions: unseen.map((row) => shown(row, false)) };
  }

  transcript(reader: Reader, sessionId: string): AsyncIterable<TranscriptLine> {
    return questionsTranscript(reader, sessionId);
  }

  /** All but what stands in the library; what nobody can read any more is nobody's to answer. */
  async empty(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    await this.queries.empty(tx, sessionIds);
  }
}

/** Tells of a question as it stands; `wasPublic`: before the act, so that members learn that it is gone. */
export function changed(row: QuestionRow, wasPublic = false): NewEvent {
  return {
    kind: 'question.changed',
    payload: { question: toQuestion(row), staffSeesAsker: row.staffSeesAsker },
    audience: wasPublic || isPublicQuestion(row) ? 'each' : 'about',
    aboutId: row.asker.memberId,
  };
}

/** To one who may read it: staff, its asker, or everybody where it is public. */
export function shown(row: QuestionRow, isStaff: boolean): RoomQuestion {
  return { ...toQuestion(row), author: authorFor(row.asker, row, isStaff) };
}

/** The one place that says who sees who asked. */
function authorFor(
  asker: RoomPerson | null,
  { isAnonymous, staffSeesAsker }: { isAnonymous: boolean; staffSeesAsker: boolean },
  isStaff: boolean,
): RoomPerson | null {
  return !isAnonymous || (isStaff && staffSeesAsker) ? asker : null;
}

/** For whom it is gone: what was written is no longer theirs to read, nor why. */
function withoutWords(question: Omit<RoomQuestion, 'author'>): Omit<RoomQuestion, 'author'> {
  return { ...question, text: '', answer: null, reason: null };
}
