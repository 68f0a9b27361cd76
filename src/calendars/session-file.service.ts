// A session as a file for one's calendar: the same event, by name, that the invitations in mails speak of.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { invitationFile } from '../platform/calendar/invitation.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { SeatHistoryService } from '../registrations/seat-history.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { EventMaker } from './event-maker.js';

@Injectable()
export class SessionFileService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly registrations: RegistrationsService,
    private readonly seats: SeatHistoryService,
    private readonly cooperatives: CooperativesService,
    private readonly events: EventMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * The text of an .ics file, never older than what this member was mailed; a cancelled session takes its event out of
   * the calendar. @throws DomainError not-found
   */
  async fileOf(actor: Actor, sessionId: string): Promise<string> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const [{ name: cooperative }, mode, [steps = 0]] = await Promise.all([
      this.cooperatives.byId(actor.cooperativeId),
      this.registrations.modeOf(sessionId, actor.memberId),
      this.seats.stepsOf(this.database, [{ sessionId, memberId: actor.memberId }]),
    ]);
    const { isCancelled, ...event } = this.events.eventOf(Object.assign(session, { mode }), {
      ...{ steps, cooperative, at: this.clock.now() },
    });
    return invitationFile({ ...event, method: isCancelled ? 'CANCEL' : 'PUBLISH' });
  }
}
