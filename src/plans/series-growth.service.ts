// Lengthens a series: its rule goes on, and every new date is a draft like the last of its sessions, run by the same people.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { QuestionsService } from '../registrations/questions.service.js';
import { TermsService } from '../registrations/terms.service.js';
import { SessionsService, type LockedSession } from '../sessions/sessions.service.js';
import { lengthen } from './recurrence.rules.js';
import type { SeriesGrowth } from './series.dto.js';
import { SeriesChangesService, versionOf } from './series-changes.service.js';
import { daysOfOtherParts } from './series-parts.js';
import { growthFaults } from './series.rules.js';
import { SessionSeries } from './session-series.entity.js';

@Injectable()
export class SeriesGrowthService {
  constructor(
    private readonly database: Database,
    private readonly changes: SeriesChangesService,
    private readonly sessions: SessionsService,
    private readonly terms: TermsService,
    private readonly questions: QuestionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the series' id. @throws DomainError not-found, version-conflict, invalid-input */
  async grow(actor: Actor, sessionId: string, { version, ...by }: SeriesGrowth): Promise<string> {
    return this.database.transaction(async (tx) => {
      const held = await this.changes.hold(tx, actor, sessionId);
      if (versionOf(held) !== version) throw new DomainError('version-conflict');
      const { series, sessions, pivot } = held;
      const longer = lengthen(series, by);
      if (!longer.isGood) throw new DomainError('invalid-input', longer.faults);
      const now = this.clock.now();
      const days = await daysOfOtherParts(tx, series);
      const path = by.until === undefined ? 'more' : 'until';
      const faults = growthFaults(series.zone, longer.starts, path, { days, now });
      if (faults.length > 0) throw new DomainError('invalid-input', faults);
      const like = sessions.findLast(({ state }) => state !== 'cancelled') ?? pivot;
      const sessionIds: string[] = [];
      for (const startsAt of longer.starts) {
        sessionIds.push(await this.add(tx, actor, series, like, startsAt));
      }
      const { rrule } = longer;
      await tx.manager.update(SessionSeries, { id: series.id }, { rrule, version: series.version + 1, updatedAt: now });
      await this.audit.record(tx, {
        ...{ actor, action: 'series.lengthened', subject: { type: 'series', id: series.id } },
        before: { rrule: series.rrule },
        after: { rrule, sessionIds },
      });
      return series.id;
    });
  }

  private async add(
    tx: Tx,
    actor: Actor,
    { id: seriesId, minutes }: SessionSeries,
    like: LockedSession,
    startsAt: Date,
  ): Promise<string> {
    const id = newId();
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    await this.sessions.copyWithStaff(tx, actor, like, { id, startsAt, endsAt, zone: undefined });
    await this.sessions.placeInSeries(tx, seriesId, [{ id, recurrenceAt: startsAt }]);
    await this.terms.copyAlong(tx, like, { id, startsAt, endsAt });
    await this.questions.copy(tx, actor, like.id, id);
    return id;
  }
}
