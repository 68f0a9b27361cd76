// Questions in a live room: asked by members, looked at by staff, each act once and against the version that was seen.

import { Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import type { RoomPermission } from '../contracts/room-permissions.js';
import { PUBLIC_SHELVES } from '../contracts/question-order.js';
import type { LoadedQuestions, SimilarQuestions } from '../contracts/room-questions.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { WordLists } from '../room/word-lists.service.js';
import { RoomDesk, seatOf, type AtTheDesk, type NewEvent, type RoomConnection } from '../room/room-desk.service.js';
import { QuestionActs } from './question-acts.service.js';
import { asked, type QuestionAct } from './question.rules.js';
import { changed, shown } from './questions-part.service.js';
import { QuestionsQueries, type QuestionRow } from './questions.queries.js';

/** What every act of staff on a question carries. */
interface StaffCommand {
  id: string;
  questionId: string;
  version: number;
}

@Injectable()
export class QuestionsService {
  constructor(
    private readonly desk: RoomDesk,
    private readonly queries: QuestionsQueries,
    private readonly cooperatives: CooperativesService,
    private readonly acts: QuestionActs,
    private readonly wordLists: WordLists,
  ) {}

  /** @throws DomainError muted-in-room, wrong-state (questions are closed), invalid-input (a name is needed), unwelcome-words */
  ask(connection: RoomConnection, command: CommandOf<'question.ask'>): Promise<Posted> {
    const { text, isAnonymous } = command;
    return this.desk.act(connection, command.id, undefined, async ({ tx, place, now }) => {
      const beginning = asked(await this.desk.settings(tx, place.sessionId), place, isAnonymous);
      if ('refused' in beginning) throw refusalOf(beginning.refused);
      if (!place.isStaff) await this.wordLists.assertWelcome(tx, place.cooperativeId, text);
      const { policies } = await this.cooperatives.byId(place.cooperativeId, tx);
      const { state } = beginning;
      const row: QuestionRow = {
        ...{ id: newId(), sessionId: place.sessionId, cooperativeId: place.cooperativeId },
        ...{ asker: { memberId: place.memberId, name: place.name }, version: 1, state, text, isAnonymous },
        ...{ staffSeesAsker: policies.staffSeeAnonymous, isPinned: false, votes: 0, askedAt: now },
        ...{ approvedAt: state === 'approved' ? now : null, answerText: null, answeredAt: null, answeredBy: null },
        answeredByGuest: null,
        ...{ correctedAt: null, reason: null, mergedInto: null, archivedFrom: null, archivedAt: null },
      };
      await this.queries.insert(tx, row);
      return [changed(row)];
    });
  }

  /** @throws DomainError wrong-state (in no room) */
  async similar(connection: RoomConnection, text: string): Promise<SimilarQuestions> {
    return { ok: true, questions: await this.queries.similar(seatOf(connection).sessionId, text) };
  }

  /** @throws DomainError wrong-state (in no room), forbidden (what members do not see) */
  async load(connection: RoomConnection, { shelf, skip, limit }: CommandOf<'question.load'>): Promise<LoadedQuestions> {
    const { sessionId, isStaff } = seatOf(connection);
    if (!isStaff && !PUBLIC_SHELVES.includes(shelf)) throw new DomainError('forbidden');
    const rows = await this.queries.onShelf(sessionId, shelf, skip, limit + 1);
    const questions = rows.slice(0, limit).map((row) => shown(row, isStaff));
    return { ok: true, questions, hasMore: rows.length > limit };
  }

  /** @throws DomainError not-found, forbidden (another's), wrong-state */
  withdraw(connection: RoomConnection, { id, questionId }: CommandOf<'question.withdraw'>): Promise<Posted> {
    return this.desk.act(connection, id, undefined, async ({ tx, place, now }) => {
      const before = found(await this.queries.one(tx, place.sessionId, questionId));
      if (before.asker.memberId !== place.memberId) throw new DomainError('forbidden');
      const act = { kind: 'withdraw' } as const;
      return this.acts.told(tx, place.sessionId, async () => [await this.acts.change(tx, before, act, now)]);
    });
  }

  approve(connection: RoomConnection, command: CommandOf<'question.approve'>): Promise<Posted> {
    return this.moderate(connection, command, { kind: 'approve' });
  }

  reject(connection: RoomConnection, command: CommandOf<'question.reject'>): Promise<Posted> {
    return this.moderate(connection, command, { kind: 'reject', reason: command.reason });
  }

  unstage(connection: RoomConnection, command: CommandOf<'question.unstage'>): Promise<Posted> {
    return this.moderate(connection, command, { kind: 'unstage' });
  }

  pin(connection: RoomConnection, command: CommandOf<'question.pin'>): Promise<Posted> {
    return this.moderate(connection, command, { kind: 'pin', isPinned: command.isPinned });
  }

  archive(connection: RoomConnection, command: CommandOf<'question.archive'>): Promise<Posted> {
    return this.moderate(connection, command, { kind: command.isArchived ? 'archive' : 'restore' });
  }

  answer(connection: RoomConnection, command: CommandOf<'question.answer'>): Promise<Posted> {
    const act: QuestionAct = { kind: 'answer', text: command.text ?? null, ...answererOf(connection) };
    return this.staffAct(connection, command, 'questions.answer', async (desk, before) => [
      await this.acts.byStaff(desk.tx, connection.actor, before, act, desk.now),
    ]);
  }

  /** What was on stage goes back to the approved ones. */
  stage(connection: RoomConnection, command: CommandOf<'question.stage'>): Promise<Posted> {
    return this.staffAct(connection, command, 'questions.moderate', async ({ tx, place, now }, before) => {
      const onStage = await this.queries.onStage(tx, place.sessionId);
      const events =
        onStage && onStage.id !== before.id ? [await this.acts.change(tx, onStage, { kind: 'unstage' }, now)] : [];
      return [...events, await this.acts.byStaff(tx, connection.actor, before, { kind: 'stage' }, now)];
    });
  }

  merge(connection: RoomConnection, command: CommandOf<'question.merge'>): Promise<Posted> {
    return this.staffAct(connection, command, 'questions.moderate', async ({ tx, place, now }, before) => {
      const into = found(await this.queries.one(tx, place.sessionId, command.into));
      if (into.id === before.id) throw new DomainError('wrong-state');
      const act: QuestionAct = { kind: 'merge', into: into.id, intoState: into.state };
      const merged = { ...before, votes: 0 };
      const gone = await this.acts.byStaff(tx, connection.actor, merged, act, now);
      const votes = await this.queries.pour(tx, before, into, now);
      // Who asked what was merged into the one that goes now hears where their vote has gone.
      const earlier = await this.queries.mergeOn(tx, before, into);
      return [gone, ...earlier.map((row) => changed(row)), changed({ ...into, votes })];
    });
  }

  private moderate(connection: RoomConnection, command: StaffCommand, act: QuestionAct): Promise<Posted> {
    return this.staffAct(connection, command, 'questions.moderate', async ({ tx, now }, before) => [
      await this.acts.byStaff(tx, connection.actor, before, act, now),
    ]);
  }

  /** @throws DomainError not-found, forbidden, version-conflict (somebody else acted first), wrong-state */
  private staffAct(
    connection: RoomConnection,
    { id, questionId, version }: StaffCommand,
    permission: RoomPermission,
    decide: (desk: AtTheDesk, before: QuestionRow) => Promise<NewEvent[]>,
  ): Promise<Posted> {
    return this.desk.act(connection, id, permission, async (desk) => {
      const before = found(await this.queries.one(desk.tx, desk.place.sessionId, questionId));
      if (before.version !== version) throw new DomainError('version-conflict');
      return this.acts.told(desk.tx, desk.place.sessionId, () => decide(desk, before));
    });
  }
}

function answererOf({ visitor: { kind, id } }: RoomConnection): { memberId: string | null; guestId?: string } {
  return kind === 'member' ? { memberId: id } : { memberId: null, guestId: id };
}

function refusalOf(refused: 'closed' | 'muted' | 'needs-name'): DomainError {
  if (refused === 'muted') return new DomainError('muted-in-room');
  if (refused === 'closed') return new DomainError('wrong-state');
  return new DomainError('invalid-input', [{ path: 'isAnonymous', rule: 'not-allowed' }]);
}
