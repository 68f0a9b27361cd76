// Makes series: a rule is looked at before anything is saved, and then every session of it is made at once.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { clockIn, expand, type Occurrence, type SeriesRule } from './recurrence.rules.js';
import type { SeriesInput, SeriesPreview, SeriesPreviewIn } from './series.dto.js';
import { minutesOf } from './series.rules.js';
import { TemplatesService } from './templates.service.js';
import { SessionSeries } from './session-series.entity.js';

@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly templates: TemplatesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The dates of a rule, those left out too. @throws DomainError invalid-input */
  preview({ rrule, zone, startsAt, endsAt, except }: SeriesPreviewIn): SeriesPreview {
    const length = endsAt.getTime() - startsAt.getTime();
    const dates = datesOf({ rrule, zone, firstStart: clockIn(zone, startsAt), except });
    return {
      dates: dates.map(({ day, isLeftOut, startsAt: at }) => {
        const times = { startsAt: at.toISOString(), endsAt: new Date(at.getTime() + length).toISOString() };
        return { day, isLeftOut, ...times };
      }),
    };
  }

  /** @returns the series' id; a retry with the same id makes no second one. @throws DomainError invalid-input, conflict */
  async create(actor: Actor, { id = newId(), templateId, session, ...input }: SeriesInput): Promise<string> {
    await this.database.transaction(async (tx) => {
      await tx.lockKey(`series ${id}`);
      if (await isMadeAlready(tx, actor, id)) return;
      const { rrule, except, registration } = input;
      const zone = session.zone ?? (await this.sessions.usualZone(tx, actor.cooperativeId));
      const rule = { rrule, zone, firstStart: clockIn(zone, session.startsAt), except };
      const starts = datesOf(rule).flatMap(({ startsAt, isLeftOut }) => (isLeftOut ? [] : [startsAt]));
      const planned = { ...rule, minutes: minutesOf(session), registration, partedFrom: null };
      const row = { id, cooperativeId: actor.cooperativeId, ...planned };
      await this.insert(tx, actor, row);
      const sessionIds = await this.sessions.createAll(tx, actor, { ...session, zone }, { seriesId: id, starts });
      if (templateId !== undefined) await this.templates.giveTerms(tx, actor, templateId, sessionIds);
      const after = { ...rule, registration, sessionIds, title: session.title };
      await this.audit.record(tx, { actor, action: 'series.created', subject: { type: 'series', id }, after });
    });
    return id;
  }

  private async insert(tx: Tx, actor: Actor, row: Omit<SessionSeries, Born>): Promise<void> {
    const now = this.clock.now();
    await tx.manager.insert(SessionSeries, {
      ...row,
      ...{ version: 1, createdBy: actor.memberId, createdAt: now, updatedAt: now },
    });
  }
}

type Born = 'version' | 'createdBy' | 'createdAt' | 'updatedAt';

/** @throws DomainError invalid-input */
function datesOf(rule: SeriesRule): readonly Occurrence[] {
  const all = expand(rule);
  if (!all.isGood) throw new DomainError('invalid-input', all.faults);
  return all.occurrences;
}

/** @throws DomainError conflict when the id is another's */
async function isMadeAlready(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const series = await tx.manager.findOneBy(SessionSeries, { id });
  if (series === null) return false;
  if (series.cooperativeId !== actor.cooperativeId || series.createdBy !== actor.memberId) {
    throw new DomainError('conflict');
  }
  return true;
}
