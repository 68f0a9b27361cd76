// Writes one event as an iCalendar file (RFC 5545/5546), for a mail to an attendee or for a download.

import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { timeZoneComponent } from './time-zone-component.js';

/**
 * `uid` stays the same for as long as the event lives; `sequence` grows with every change and with the cancelling, or
 * calendars ignore it. PUBLISH is for a file that nobody was invited with.
 */
export interface Invitation {
  uid: string;
  sequence: number;
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone in which the event is planned. */
  zone: string;
  url: string;
  organizer: Person;
  attendee?: Person;
  /** When this file was written. */
  at: Date;
}

interface Person {
  name: string;
  address: string;
}

/** The file's text, lines folded and ended as the standard wants. */
export function invitationFile(invitation: Invitation): string {
  const { method, zone, attendee, organizer } = invitation;
  const calendar = ical({
    prodId: { company: 'Sinau', product: 'Sinau', language: 'ID' },
    method: ICalCalendarMethod[method],
    timezone: {
      name: zone,
      generator: (name) => timeZoneComponent(name, invitation.startsAt),
    },
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: invitation.at,
    timezone: zone,
    start: DateTime.fromJSDate(invitation.startsAt, { zone }),
    end: DateTime.fromJSDate(invitation.endsAt, { zone }),
    summary: invitation.title,
    description: invitation.description,
    location: invitation.url,
    url: invitation.url,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(organizer.name), email: organizer.address },
    attendees: attendee
      ? [
          {
            name: oneLine(attendee.name),
            email: attendee.address,
            role: ICalAttendeeRole.REQ,
            // Who registered has said yes already; asking again would send replies that nobody reads.
            status: ICalAttendeeStatus.ACCEPTED,
            rsvp: false,
          },
        ]
      : [],
  });
  return calendar.toString();
}

/** Names stand in parameters, which have no way to hold a control character. */
function oneLine(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f"]+/gu, ' ').trim();
}
