// Makes sessions: a draft from what was sent, or from one that is there already.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { SessionInput } from '../contracts/session-input.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { FilesService } from '../platform/files/files.service.js';
import { newId } from '../platform/ids.js';
import { draftOf, withoutHtml } from './session-fields.js';
import { SessionMaterial } from './session-material.entity.js';
import { SessionStaffingService } from './session-staffing.service.js';
import { Session } from './session.entity.js';
import { scheduleFaults } from './session.rules.js';
import { StageProviders } from './stage-providers.js';

/** Where a copy differs from what it is made of. */
export interface CopyPlan {
  readonly id: string;
  readonly startsAt: Date;
  /** Undefined: it lasts as long. */
  readonly endsAt: Date | undefined;
  readonly zone: string | undefined;
}

/** Which series it is for, and when each of its sessions starts; all last as long as the first. */
export interface SeriesPlan {
  readonly seriesId: string;
  readonly starts: readonly Date[];
}

@Injectable()
export class SessionMakingService {
  constructor(
    private readonly staffing: SessionStaffingService,
    private readonly files: FilesService,
    private readonly stages: StageProviders,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Before anything is opened or locked. @throws DomainError invalid-input */
  assertPlannable(input: Pick<SessionInput, 'startsAt' | 'endsAt' | 'stage'>): void {
    this.assertTimes(input);
    this.stages.assertOffered(input.stage);
  }

  /** A draft of that id; under the id's lock. @throws DomainError invalid-input */
  async make(tx: Tx, actor: Actor, id: string, input: SessionInput): Promise<void> {
    const draft = await draftOf(tx, actor.cooperativeId, input);
    await tx.manager.insert(Session, { ...this.bornNow(actor, id), ...draft });
    const staff = input.staff ?? [];
    await this.staffing.replace(tx, actor, { id, cooperativeId: actor.cooperativeId }, staff);
    const subject = { type: 'session', id };
    const after = { ...withoutHtml(draft), staff };
    await this.audit.record(tx, { actor, action: 'session.created', subject, after });
  }

  /**
   * A draft for every start; whoever is to run them is asked once, by the first.
   * @returns their ids, in order. @throws DomainError invalid-input
   */
  async makeAll(tx: Tx, actor: Actor, input: SessionInput, { seriesId, starts }: SeriesPlan): Promise<string[]> {
    const draft = await draftOf(tx, actor.cooperativeId, input);
    const length = input.endsAt.getTime() - input.startsAt.getTime();
    const ids = starts.map(() => newId());
    const rows = starts.map((startsAt, index) => {
      const times = { startsAt, endsAt: new Date(startsAt.getTime() + length) };
      return { ...this.bornNow(actor, ids[index] ?? newId()), ...draft, ...times, seriesId, recurrenceAt: startsAt };
    });
    await tx.manager.insert(Session, rows);
    for (const [index, id] of ids.entries()) {
      const session = { id, cooperativeId: actor.cooperativeId };
      await this.staffing.replace(tx, actor, session, input.staff ?? [], { asks: index === 0 });
    }
    return ids;
  }

  /**
   * A draft with everything of a session that is locked but its times and its people: cover and materials are the same
   * files, each kept for the copy too.
   * @throws DomainError invalid-input
   */
  async copy(tx: Tx, actor: Actor, source: Session, plan: CopyPlan): Promise<void> {
    const times = timesOf(source, plan);
    this.assertTimes(times);
    const content = { ...contentOf(source), zone: plan.zone ?? source.zone, ...times };
    await tx.manager.insert(Session, { ...this.bornNow(actor, plan.id), ...content });
    if (content.coverFileId !== null) await this.files.keep(tx, content.coverFileId);
    await this.copyMaterials(tx, source.id, plan.id);
    const subject = { type: 'session', id: plan.id };
    const after = { ...withoutHtml(content), copyOf: source.id };
    await this.audit.record(tx, { actor, action: 'session.created', subject, after });
  }

  /** As they stand there: whoever said yes to a series, or is still to answer, does so for all of it. */
  async copyStaff(tx: Tx, fromId: string, sessionId: string): Promise<void> {
    await tx.sql(
      `INSERT INTO session_staff (session_id, member_id, role, state, invited_by, invited_at, answered_at)
       SELECT $2, f.member_id, f.role, f.state, f.invited_by, f.invited_at, f.answered_at
       FROM session_staff f JOIN members m ON m.id = f.member_id
       WHERE f.session_id = $1 AND f.state IN ('accepted', 'invited') AND m.status <> 'keluar'`,
      [fromId, sessionId],
    );
  }

  private async copyMaterials(tx: Tx, fromId: string, sessionId: string): Promise<void> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const materials = await tx.manager.find(SessionMaterial, { where: { sessionId: fromId }, order });
    for (const { fileId, title, shownFrom, createdAt } of materials) {
      await this.files.keep(tx, fileId);
      await tx.manager.insert(SessionMaterial, { id: newId(), sessionId, fileId, title, shownFrom, createdAt });
    }
  }

  private assertTimes(times: { startsAt: Date; endsAt: Date }): void {
    const faults = scheduleFaults(times, this.clock.now());
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
  }

  private bornNow(actor: Actor, id: string) {
    const now = this.clock.now();
    const { cooperativeId, memberId: createdBy } = actor;
    return { id, cooperativeId, state: 'draft', createdBy, createdAt: now, updatedAt: now } as const;
  }
}

function timesOf(source: Session, { startsAt, endsAt }: CopyPlan): { startsAt: Date; endsAt: Date } {
  const length = source.endsAt.getTime() - source.startsAt.getTime();
  return { startsAt, endsAt: endsAt ?? new Date(startsAt.getTime() + length) };
}

/** What a session is about, where and for how many: all that another one can have of it. */
function contentOf(session: Session) {
  const { title, topicId, description, descriptionHtml, language, delivery, capacity, onsiteCapacity } = session;
  const { descriptionOther, descriptionOtherHtml, venue, protocol, protocolHtml, stageKind, stageUrl, coverFileId } =
    session;
  return {
    ...{ title, topicId, description, descriptionHtml, language, delivery, capacity, onsiteCapacity },
    ...{ descriptionOther, descriptionOtherHtml, venue, protocol, protocolHtml, stageKind, stageUrl, coverFileId },
  };
}
