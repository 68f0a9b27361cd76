// Makes the calendar's event of a session for one member, the same for the file and the feed.

import { Inject, Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../platform/calendar/calendar-event.js';
import { eventPlace, type Meeting } from '../platform/calendar/event-place.rules.js';
import { eventSequence, type EventHistory } from '../platform/calendar/event-sequence.rules.js';
import { dutyUid, eventUid } from '../platform/calendar/event-uid.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { MailService } from '../platform/mail/mail.service.js';

export interface EventSource extends Meeting, Pick<EventHistory, 'revision'> {
  id: string;
  state: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  /** Set where the reader runs it: their calendar knows that by the mails about it, whether they have a seat or not. */
  duty: { since: Date; sequence: number } | null;
}

@Injectable()
export class EventMaker {
  constructor(
    private readonly mails: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param about.steps see `EventHistory`; @param about.cooperative the organiser; @param about.at see `CalendarEvent`. */
  eventOf(session: EventSource, about: { steps: number; cooperative: string; at: Date }): CalendarEvent {
    const { steps, cooperative, at } = about;
    const { publicUrl } = this.config;
    const url = `${publicUrl}/sesi/${session.id}`;
    const { duty } = session;
    const uid = duty ? dutyUid(session.id, duty.since, publicUrl) : eventUid(session.id, publicUrl);
    return {
      uid,
      sequence: duty ? duty.sequence : eventSequence({ revision: session.revision, steps }),
      isCancelled: session.state === 'cancelled',
      title: session.title,
      description: url,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      zone: session.zone,
      place: eventPlace(duty ? { ...session, mode: null } : session, url),
      url,
      organizer: { name: cooperative, address: this.mails.senderAddress },
      at,
    };
  }
}
