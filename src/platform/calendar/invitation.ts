// Writes one event as an iCalendar file (RFC 5545/5546), for a mail to an attendee or for a download.

import ical, { ICalCalendarMethod } from 'ical-generator';
import { addEvent, PRODUCT, timeZonesAround, type CalendarEvent } from './calendar-event.js';

/** PUBLISH is for a file that nobody was invited with. */
export interface Invitation extends Omit<CalendarEvent, 'isCancelled'> {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
}

/** The file's text, lines folded and ended as the standard wants. */
export function invitationFile({ method, ...event }: Invitation): string {
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod[method],
    timezone: timeZonesAround(event.startsAt, event.endsAt),
  });
  addEvent(calendar, { ...event, isCancelled: method === 'CANCEL' });
  return calendar.toString();
}
