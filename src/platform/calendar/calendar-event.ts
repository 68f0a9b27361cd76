// One event as calendars understand it: who, what, when and where, the same in every mail, file and feed.

import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalEventStatus,
  type ICalCalendar,
  type ICalCalendarData,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { timeZoneComponent } from './time-zone-component.js';

/**
 * `uid` stays the same for as long as the event lives; `sequence` grows with every change and with the cancelling, or
 * calendars ignore it.
 */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  isCancelled: boolean;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone in which the event is planned. */
  zone: string;
  /** A venue, or the address of the page where people meet. */
  place: string;
  url: string;
  organizer: Person;
  attendee?: Person;
  /** DTSTAMP: when this was written, or last changed where nobody writes to anybody. */
  at: Date;
}

interface Person {
  name: string;
  address: string;
}

export const PRODUCT = { company: 'Sinau', product: 'Sinau', language: 'ID' } as const;

/**
 * Describes the zones of events between these instants. The calendar itself has none: its DTSTAMPs would be written in
 * it, and they must be UTC.
 */
export function timeZonesAround(from: Date, until: Date): NonNullable<ICalCalendarData['timezone']> {
  return { name: null, generator: (name) => timeZoneComponent(name, from, until) };
}

export function addEvent(calendar: ICalCalendar, event: CalendarEvent): void {
  const { zone, organizer, attendee } = event;
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.at,
    timezone: zone,
    start: DateTime.fromJSDate(event.startsAt, { zone }),
    end: DateTime.fromJSDate(event.endsAt, { zone }),
    summary: event.title,
    description: event.description,
    location: event.place,
    url: event.url,
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
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
}

/** Names stand in parameters, which have no way to hold a control character. */
function oneLine(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f"]+/gu, ' ').trim();
}
