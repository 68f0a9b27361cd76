// Changes many sessions of a series at once, each by the way a single one is changed: told, counted, audited; all or none.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { SeriesArrivalsService } from '../registrations/series-arrivals.service.js';
import { SessionChangesService } from '../sessions/session-changes.service.js';
import { SessionsService, type LockedSession } from '../sessions/sessions.service.js';
import { dayIn, ruleAt, ruleBefore, ruleFrom, ruleShifted, type SeriesRule } from './recurrence.rules.js';
import type { SeriesPatch } from './series.dto.js';
import {
  clockOf,
  minutesOf,
  partsSeries,
  reachOf,
  recurrenceAfter,
  shiftFaults,
  shiftOf,
  timesAfter,
  type Scope,
  type Shift,
  type Times,
} from './series.rules.js';
import { daysOfOtherParts, firstOf } from './series-parts.js';
import { SessionSeries } from './session-series.entity.js';

/** A series and one session of it, all locked. */
export interface Held {
  readonly series: SessionSeries;
  readonly sessions: readonly LockedSession[];
  readonly pivot: LockedSession;
}

@Injectable()
export class SeriesChangesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly changes: SessionChangesService,
    private readonly arrivals: SeriesArrivalsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the sessions of the scope; "following" makes a series of its own of them.
   * @returns the id of the series the session is in now
   * @throws DomainError not-found, version-conflict, wrong-state, invalid-input
   */
  async change(actor: Actor, sessionId: string, { scope, version, ...patch }: SeriesPatch): Promise<string> {
    return this.database.transaction(async (tx) => {
      const held = await this.hold(tx, actor, sessionId);
      if (versionOf(held) !== version) throw new DomainError('version-conflict');
      const reach = this.reach(held, scope);
      const { startsAt, endsAt, ...content } = patch;
      const wanted = wantedShift(held, { startsAt, endsAt });
      await assertFree(tx, held, reach, wanted);
      const series = await this.seriesAfter(tx, held, scope, wanted);
      for (const [index, session] of reach.entries()) {
        const times = wanted && timesAfter(series.zone, session, held.pivot, wanted);
        await this.changes.changeLocked(tx, actor, session, { ...content, ...times }, { asks: index === 0 });
      }
      await this.place(tx, held, reach, series, wanted);
      await this.note(tx, actor, held, scope, series, reach);
      return series.id;
    });
  }

  /** Everything of the series a session is in, locked in one order by whoever comes. @throws DomainError not-found */
  async hold(tx: Tx, actor: Actor, sessionId: string): Promise<Held> {
    const { seriesId } = await this.sessions.accessSession(actor, sessionId);
    const series = await tx.lock(SessionSeries, { id: found(seriesId), cooperativeId: actor.cooperativeId });
    const sessions = await this.sessions.lockSeries(tx, series.id);
    // It may have gone to another series while this one was waited for.
    return { series, sessions, pivot: found(sessions.find(({ id }) => id === sessionId)) };
  }

  /** @throws DomainError wrong-state for a session that has begun or was cancelled */
  reach({ sessions, pivot }: Held, scope: Scope): LockedSession[] {
    const reach = reachOf(sessions, pivot, scope, this.clock.now());
    if (!reach.includes(pivot)) throw new DomainError('wrong-state');
    return reach;
  }

  /** The series of the changed sessions: the same, or the new one that parts from it here. */
  private async seriesAfter(tx: Tx, held: Held, scope: Scope, wanted: Shift | undefined): Promise<Planned> {
    const { series, sessions, pivot } = held;
    const { id, minutes, ...rule } = plannedOf(series);
    const timed = (one: SeriesRule): Omit<Planned, 'id'> =>
      wanted ? { ...timedRule(one, wanted), minutes: minutesOf(wanted) } : { ...one, minutes };
    if (!partsSeries(sessions, pivot, scope)) {
      const after = timed(rule);
      await this.update(tx, series, after);
      return { id, ...after };
    }
    const day = dayIn(rule.zone, pivot.recurrenceAt ?? pivot.startsAt);
    await this.update(tx, series, ruleBefore(rule, day));
    const after = { id: newId(), ...timed(ruleFrom(rule, day)) };
    await this.insertLike(tx, series, after);
    return after;
  }

  private async update(tx: Tx, { id, version }: SessionSeries, changes: Partial<SessionSeries>): Promise<void> {
    const updatedAt = this.clock.now();
    await tx.manager.update(SessionSeries, { id }, { ...changes, version: version + 1, updatedAt });
  }

  private async insertLike(tx: Tx, series: SessionSeries, planned: Planned): Promise<void> {
    const now = this.clock.now();
    const { cooperativeId, registration, createdBy } = series;
    const kept = { cooperativeId, registration, createdBy, partedFrom: firstOf(series) };
    await tx.manager.insert(SessionSeries, { ...planned, ...kept, version: 1, createdAt: now, updatedAt: now });
  }

  /** Where the rule has each of them now; those that follow go along into the new series, whatever their state. */
  private async place(
    tx: Tx,
    { series: before, sessions, pivot }: Held,
    reach: readonly LockedSession[],
    series: Planned,
    wanted: Shift | undefined,
  ): Promise<void> {
    const from = (pivot.recurrenceAt ?? pivot.startsAt).getTime();
    const moving =
      series.id === before.id ? reach : sessions.filter((one) => (one.recurrenceAt?.getTime() ?? 0) >= from);
    await this.sessions.placeInSeries(
      tx,
      series.id,
      moving.map((one) => ({
        id: one.id,
        recurrenceAt: wanted && reach.includes(one) ? recurrenceAfter(series.zone, one, wanted) : one.recurrenceAt,
      })),
    );
    if (series.id === before.id) return;
    await this.arrivals.follow(
      tx,
      series.id,
      moving.map(({ id }) => id),
    );
  }

  private async note(
    tx: Tx,
    actor: Actor,
    { series: before }: Held,
    scope: Scope,
    after: Planned,
    reach: readonly LockedSession[],
  ): Promise<void> {
    await this.audit.record(tx, {
      ...{ actor, action: 'series.changed', subject: { type: 'series', id: before.id } },
      before: { ...plannedOf(before) },
      after: { ...after, scope, sessionIds: reach.map(({ id }) => id) },
    });
  }
}

/** What a series says of when it recurs. */
interface Planned extends SeriesRule {
  readonly id: string;
  readonly minutes: number;
}

function plannedOf({ id, rrule, zone, firstStart, except, minutes }: SessionSeries): Planned {
  return { id, rrule, zone, firstStart, except, minutes };
}

/** The series' own changes and those of all its sessions: whoever saved anything of it meanwhile has made another number of it. */
export function versionOf({ series, sessions }: Held): number {
  return sessions.reduce((sum, session) => sum + session.version, series.version);
}

function wantedShift(
  { series, pivot }: Held,
  asked: Partial<Record<keyof Times, Date | undefined>>,
): Shift | undefined {
  const wanted = { startsAt: asked.startsAt ?? pivot.startsAt, endsAt: asked.endsAt ?? pivot.endsAt };
  const isSame =
    wanted.startsAt.getTime() === pivot.startsAt.getTime() && wanted.endsAt.getTime() === pivot.endsAt.getTime();
  return isSame ? undefined : shiftOf(series.zone, pivot, wanted);
}

/** @throws DomainError invalid-input for days that no rule says */
function timedRule(rule: SeriesRule, { byDays, startsAt }: Shift): SeriesRule {
  const shifted = ruleShifted(rule, byDays);
  if (!shifted) throw new DomainError('invalid-input', [{ path: 'startsAt', rule: 'same-day' }]);
  return ruleAt(shifted, clockOf(rule.zone, startsAt));
}

/** No day may be another's that stays: of this series, or of its other parts. @throws DomainError invalid-input */
async function assertFree(
  tx: Tx,
  { series, sessions }: Held,
  reach: readonly LockedSession[],
  wanted: Shift | undefined,
): Promise<void> {
  if (!wanted || wanted.byDays === 0) return;
  const staying = sessions.filter((one) => !reach.includes(one));
  const days = staying.map(({ recurrenceAt, startsAt }) => dayIn(series.zone, recurrenceAt ?? startsAt));
  const taken = new Set([...days, ...(await daysOfOtherParts(tx, series))]);
  const faults = shiftFaults(series.zone, reach, wanted, taken);
  if (faults.length > 0) throw new DomainError('invalid-input', faults);
}
