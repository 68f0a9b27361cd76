// A session as a file for one's calendar: the same event, by name, that the invitations in mails speak of.

import { Inject, Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import type { Actor } from '../contracts/permissions.js';
import { eventUid } from '../platform/calendar/event-uid.js';
import { invitationFile } from '../platform/calendar/invitation.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { MailService } from '../platform/mail/mail.service.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionCalendarService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cooperatives: CooperativesService,
    private readonly mails: MailService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The text of an .ics file; a cancelled session takes its event out of the calendar. @throws DomainError not-found */
  async fileOf(actor: Actor, sessionId: string): Promise<string> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const cooperative = await this.cooperatives.byId(actor.cooperativeId);
    const url = `${this.config.publicUrl}/sesi/${session.id}`;
    return invitationFile({
      uid: eventUid(session.id, this.config.publicUrl),
      sequence: session.revision,
      method: session.state === 'cancelled' ? 'CANCEL' : 'PUBLISH',
      title: session.title,
      description: url,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      zone: session.zone,
      url,
      organizer: { name: cooperative.name, address: this.mails.senderAddress },
      at: this.clock.now(),
    });
  }
}
