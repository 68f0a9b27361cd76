// One act on a question, whoever does it and wherever: saved, noted where staff did it, and told. Under the room's lock.

import { Injectable } from '@nestjs/common';
import { isPublicQuestion } from '../contracts/question-order.js';
import { Audit, type AuditRecord } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { RoomLog, type NewEvent } from '../room/room-log.service.js';
import { afterAct, isInLibrary, type QuestionAct } from './question.rules.js';
import { changed } from './questions-part.service.js';
import { QuestionsQueries, type QuestionRow } from './questions.queries.js';

@Injectable()
export class QuestionActs {
  constructor(
    private readonly queries: QuestionsQueries,
    private readonly log: RoomLog,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Acts, and tells besides of what has come among the first of its shelf by it: whoever came before holds all that a fresh
   * snapshot does.
   */
  async told(tx: Tx, sessionId: string, act: () => Promise<NewEvent[]>): Promise<NewEvent[]> {
    const before = await this.queries.held(tx, sessionId);
    const events = await act();
    if (!before.hasMore) return events;
    const after = await this.queries.held(tx, sessionId);
    const named = new Set(events.flatMap((one) => (one.kind === 'question.changed' ? [one.payload.question.id] : [])));
    const come = [...after.ids].filter((id) => !before.ids.has(id) && !named.has(id));
    const rows = come.length > 0 ? await this.queries.some(tx, sessionId, come) : [];
    return [...events, ...rows.map((row) => changed(row))];
  }

  /** @throws DomainError wrong-state */
  async byStaff(
    tx: Tx,
    actor: AuditRecord['actor'],
    before: QuestionRow,
    act: QuestionAct,
    now: Date,
  ): Promise<NewEvent> {
    const event = await this.change(tx, before, act, now);
    const { kind, ...details } = act;
    await this.audit.record(tx, {
      actor,
      action: `question.${PAST[kind]}`,
      subject: { type: 'question', id: before.id },
      before: {
        state: before.state,
        version: before.version,
        ...(kind === 'correct' ? { text: before.answerText } : {}),
      },
      after: details,
    });
    return event;
  }

  /** @throws DomainError wrong-state */
  async change(tx: Tx, before: QuestionRow, act: QuestionAct, now: Date): Promise<NewEvent> {
    const after = afterAct(before, act, now);
    if (!after) throw new DomainError('wrong-state');
    await this.queries.save(tx, after);
    if (isInLibrary(after) && !isInLibrary(before)) {
      const { cooperativeId, id: questionId } = after;
      await this.outbox.append(tx, 'question.answered', { cooperativeId, questionId });
    }
    const wasPublic = isPublicQuestion(before);
    if (wasPublic && !isPublicQuestion(after)) {
      const told = { kind: 'question.changed', thing: 'question', id: before.id } as const;
      await this.log.blank(tx, before.sessionId, told, { text: '', answer: null, reason: null });
    }
    return changed(after, wasPublic);
  }
}

/** Each act as the audit names it. */
const PAST: Record<QuestionAct['kind'], string> = {
  approve: 'approved',
  reject: 'rejected',
  merge: 'merged',
  stage: 'staged',
  unstage: 'unstaged',
  answer: 'answered',
  correct: 'answer-corrected',
  pin: 'pinned',
  withdraw: 'withdrawn',
  archive: 'archived',
  restore: 'restored',
};
