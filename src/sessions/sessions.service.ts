// Fetches sessions for whoever may see them, and makes new ones.

import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import type { RoomHours } from '../contracts/policies.js';
import type { SessionInput } from '../contracts/session-input.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { cooperativeDefaults, stageInputOf } from './session-fields.js';
import { SessionMakingService, type CopyPlan, type SeriesPlan } from './session-making.service.js';
import { SessionStaff } from './session-staff.entity.js';
import { runsSession, type StaffRole } from './session-staff.rules.js';
import { Session } from './session.entity.js';
import { canSeeDraft } from './session.rules.js';

/** Since when somebody runs a session, and of which number the last file about that was. */
export interface Duty {
  readonly since: Date;
  readonly sequence: number;
}

/** A session as somebody may see it, with the reader's own role in it, or what they are asked to be. */
export type SeenSession = Session & { myRole: StaffRole | null; invitedAs: StaffRole | null; duty: Duty | null };

/** What a session is, but for its dates and people; `minutes` is how long it lasts. */
export type SessionContent = {
  [Field in Exclude<keyof SessionInput, 'id' | 'startsAt' | 'endsAt' | 'staff'>]-?: Exclude<
    SessionInput[Field],
    undefined
  >;
} & { minutes: number };

/** A session's row, locked in the caller's transaction. */
export type LockedSession = Session;

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly making: SessionMakingService,
    private readonly cooperatives: CooperativesService,
  ) {}

  /** Of the actor's own cooperative; drafts only for those who may see them. @throws DomainError not-found */
  async accessSession(actor: Actor, sessionId: string): Promise<SeenSession> {
    const session = found(
      await this.database.manager.findOneBy(Session, { id: sessionId, cooperativeId: actor.cooperativeId }),
    );
    const staff = await this.database.manager.findOneBy(SessionStaff, { sessionId, memberId: actor.memberId });
    if (session.state === 'draft' && !canSeeDraft(actor, staff !== null)) throw new DomainError('not-found');
    const roleIf = (state: SessionStaff['state']): StaffRole | null => (staff?.state === state ? staff.role : null);
    const duty = staff?.state === 'accepted' ? dutyOf(session, staff) : null;
    return Object.assign(session, { myRole: roleIf('accepted'), invitedAs: roleIf('invited'), duty });
  }

  /** For whoever runs it: an admin, or its host or moderator. @throws DomainError not-found, forbidden */
  async accessAsHost(actor: Actor, sessionId: string): Promise<SeenSession> {
    const session = await this.accessSession(actor, sessionId);
    if (!this.canHost(actor, session)) throw new DomainError('forbidden');
    return session;
  }

  canHost(actor: Actor, session: Pick<SeenSession, 'myRole'>): boolean {
    return can(actor, 'sessions.plan') || runsSession(actor, session.myRole);
  }

  /** When a room of its cooperative opens and closes, and how long its end can be taken back. */
  async hoursOf(tx: Tx, { cooperativeId }: Pick<Session, 'cooperativeId'>): Promise<RoomHours> {
    return this.cooperatives.policiesOf(cooperativeId, tx);
  }

  /** The session's row, locked: what everybody does first who changes its seats, its state or its room. */
  async lock(tx: Tx, sessionId: string): Promise<Session> {
    return tx.lock(Session, { id: sessionId });
  }

  /** @returns the new draft's id; a retry with the same id makes no second one. @throws DomainError invalid-input, conflict */
  async create(actor: Actor, input: SessionInput): Promise<string> {
    const id = input.id ?? newId();
    await this.database.transaction((tx) => this.createIn(tx, actor, id, input));
    return id;
  }

  /** The same in the caller's transaction. @throws DomainError invalid-input, conflict */
  async createIn(tx: Tx, actor: Actor, id: string, input: SessionInput): Promise<'made' | 'was-made'> {
    this.making.assertPlannable(input);
    return this.once(tx, actor, id, () => this.making.make(tx, actor, id, input));
  }

  /** What a session is, but for its dates and people, as it would be sent. @throws DomainError not-found */
  async contentOf(actor: Actor, sessionId: string): Promise<SessionContent> {
    const session = await this.accessSession(actor, sessionId);
    const [topic] = await this.database.sql<{ name: string }>('SELECT name FROM topics WHERE id = $1', [
      session.topicId,
    ]);
    const {
      title,
      description,
      descriptionOther,
      language,
      zone,
      delivery,
      capacity,
      onsiteCapacity,
      venue,
      protocol,
    } = session;
    const fields = {
      ...{ title, description, descriptionOther, language, zone, delivery, capacity, onsiteCapacity, venue, protocol },
    };
    const minutes = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
    return { ...fields, topic: topic?.name ?? null, stage: stageInputOf(session), minutes };
  }

  /** The same for every start of a series, in the caller's transaction. @returns their ids. @throws DomainError invalid-input */
  async createAll(tx: Tx, actor: Actor, input: SessionInput, series: SeriesPlan): Promise<string[]> {
    this.making.assertPlannable(input);
    return this.making.makeAll(tx, actor, input, series);
  }

  /** The zone of a cooperative's sessions, where nobody says another. */
  async usualZone(tx: Tx, cooperativeId: string): Promise<string> {
    return (await cooperativeDefaults(tx, cooperativeId)).zone;
  }

  /** All sessions of a series, locked in the same order by whoever needs them all; by the rule's order. */
  async lockSeries(tx: Tx, seriesId: string): Promise<LockedSession[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const sessions = await tx.manager.find(Session, { where: { seriesId }, order: { id: 'ASC' }, lock });
    return sessions.sort((one, other) => (one.recurrenceAt?.getTime() ?? 0) - (other.recurrenceAt?.getTime() ?? 0));
  }

  /** In which series these sessions are, and when its rule has each. */
  async placeInSeries(
    tx: Tx,
    seriesId: string,
    places: readonly { id: string; recurrenceAt: Date | null }[],
  ): Promise<void> {
    const ids = places.map(({ id }) => id);
    // Each may get the day of another: first none of them has one.
    await tx.sql('UPDATE sessions SET recurrence_at = NULL WHERE id = ANY($1)', [ids]);
    await tx.sql(
      `UPDATE sessions s SET series_id = $1, recurrence_at = placed.at
       FROM unnest($2::uuid[], $3::timestamptz[]) AS placed (id, at) WHERE s.id = placed.id`,
      [seriesId, ids, places.map(({ recurrenceAt }) => recurrenceAt)],
    );
  }

  canSeeDraft(actor: Actor, isStaff: boolean): boolean {
    return canSeeDraft(actor, isStaff);
  }

  /** A draft like another session, at another time; a retry makes no second one. @throws DomainError not-found, invalid-input, conflict */
  async copy(tx: Tx, actor: Actor, sessionId: string, plan: CopyPlan): Promise<'made' | 'was-made'> {
    const source = await tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
    return this.once(tx, actor, plan.id, () => this.making.copy(tx, actor, source, plan));
  }

  /** A draft like a session that is locked, with who runs that one; nobody is asked again. @throws DomainError invalid-input */
  async copyWithStaff(tx: Tx, actor: Actor, source: LockedSession, plan: CopyPlan): Promise<void> {
    await this.making.copy(tx, actor, source, plan);
    await this.making.copyStaff(tx, source.id, plan.id);
  }

  /** Makes the session of that id, unless an earlier try has. @throws DomainError conflict */
  async once(tx: Tx, actor: Actor, id: string, make: () => Promise<void>): Promise<'made' | 'was-made'> {
    await tx.lockKey(`session ${id}`);
    if (await isMadeAlready(tx, actor, id)) return 'was-made';
    await make();
    return 'made';
  }
}

function dutyOf({ createdAt }: Session, { invitedAt, answeredAt, sequence }: SessionStaff): Duty {
  return { since: invitedAt ?? answeredAt ?? createdAt, sequence };
}

/** @throws DomainError conflict when the id is another cooperative's or another's session */
async function isMadeAlready(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const session = await tx.manager.findOneBy(Session, { id });
  if (session === null) return false;
  if (session.cooperativeId !== actor.cooperativeId || session.createdBy !== actor.memberId) {
    throw new DomainError('conflict');
  }
  return true;
}
