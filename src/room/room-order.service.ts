// The room's order: how it is set, what is announced, and who is held back from speaking or from the room.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { RoomSettings } from '../contracts/room-chat.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Audit } from '../platform/audit/audit.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDesk, type AtTheDesk } from './room-desk.service.js';
import { RoomOrderQueries, type PersonHeld } from './room-order.queries.js';
import { RoomQueries } from './room.queries.js';

@Injectable()
export class RoomOrder {
  constructor(
    private readonly database: Database,
    private readonly desk: RoomDesk,
    private readonly queries: RoomQueries,
    private readonly orderQueries: RoomOrderQueries,
    private readonly audit: Audit,
    private readonly bulkReads: BulkReads,
  ) {}

  /** @throws DomainError forbidden */
  announce(connection: RoomConnection, { id, text }: CommandOf<'room.announce'>): Promise<Posted> {
    return this.desk.act(connection, id, 'room.announce', async ({ tx, place: { sessionId } }) => {
      const before = (await this.queries.lastOf(tx, sessionId, 'room.announced'))?.payload.text ?? '';
      if (text === before) return [];
      const subject = { type: 'session', id: sessionId };
      const values = { before: { text: before }, after: { text } };
      await this.audit.record(tx, { actor: connection.actor, action: 'room.announced', subject, ...values });
      return [{ kind: 'room.announced', payload: { text } }];
    });
  }

  /** @throws DomainError forbidden */
  configure(connection: RoomConnection, command: CommandOf<'room.configure'>): Promise<Posted> {
    return this.desk.act(connection, command.id, 'room.configure', async ({ tx, place: { sessionId } }) => {
      const before = await this.queries.settings(tx, sessionId);
      const settings: RoomSettings = {
        chat: command.chat ?? before.chat,
        slowSeconds: command.slowSeconds ?? before.slowSeconds,
        questions: command.questions ?? before.questions,
        anonymous: command.anonymous ?? before.anonymous,
      };
      const changed = SETTINGS.filter((field) => settings[field] !== before[field]);
      if (changed.length === 0) return [];
      await this.audit.record(tx, {
        actor: connection.actor,
        action: 'room.configured',
        subject: { type: 'session', id: sessionId },
        before: Object.fromEntries(changed.map((field) => [field, before[field]])),
        after: Object.fromEntries(changed.map((field) => [field, settings[field]])),
      });
      return [{ kind: 'room.configured', payload: { settings } }];
    });
  }

  /** @throws DomainError forbidden (or against staff), not-found */
  mute(connection: RoomConnection, { id, memberId, isMuted, reason }: CommandOf<'member.mute'>): Promise<Posted> {
    return this.desk.act(connection, id, 'people.moderate', async (desk) => {
      const target = await this.target(desk, memberId);
      if (target.isMuted === isMuted) return [];
      await this.orderQueries.hold(desk.tx, target, { mutedAt: isMuted ? desk.now : null });
      await this.note(connection.actor, desk, memberId, 'room.member-muted', { isMuted, reason });
      return [{ kind: 'member.muted', payload: { isMuted, reason }, audience: 'about', aboutId: memberId }];
    });
  }

  /** The doorman sends them out within two seconds. @throws DomainError forbidden (or against staff), not-found */
  remove(connection: RoomConnection, { id, memberId, isRemoved, reason }: CommandOf<'member.remove'>): Promise<Posted> {
    return this.desk.act(connection, id, 'people.moderate', async (desk) => {
      const target = await this.target(desk, memberId);
      if (target.isRemoved === isRemoved) return [];
      await this.orderQueries.hold(desk.tx, target, { removedAt: isRemoved ? desk.now : null });
      await this.note(connection.actor, desk, memberId, 'room.member-removed', { isRemoved, reason });
      return [{ kind: 'member.removed', payload: { isRemoved, reason }, audience: 'staff', aboutId: memberId }];
    });
  }

  /** Who is muted or removed, by name. @throws DomainError not-found, forbidden */
  async held(actor: Actor, sessionId: string, query: PageQuery): Promise<Page<PersonHeld>> {
    const place = found(await this.queries.place(this.database, sessionId, actor.memberId));
    if (!mayInRoom(place.role, 'people.moderate')) throw new DomainError('forbidden');
    const subject = { type: 'session', id: sessionId };
    const page = await this.orderQueries.held(sessionId, query);
    return this.bulkReads.noted({ actor, action: 'room.held-read', subject, query }, page);
  }

  private async target({ tx, place: { sessionId } }: AtTheDesk, memberId: string) {
    const target = found(await this.queries.place(tx, sessionId, memberId));
    if (target.isStaff) throw new DomainError('forbidden');
    return target;
  }

  private note(
    actor: RoomConnection['actor'],
    { tx, place: { sessionId } }: AtTheDesk,
    memberId: string,
    action: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subject: { type: 'member', id: memberId },
      after: { sessionId, ...after },
    });
  }
}

const SETTINGS = ['chat', 'slowSeconds', 'questions', 'anonymous'] as const;
