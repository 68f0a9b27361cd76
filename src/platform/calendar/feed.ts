// Writes many events as one calendar that others subscribe to; the same events give the same bytes, whenever it is asked.

import ical, { ICalCalendarMethod } from 'ical-generator';
import { addEvent, PRODUCT, timeZonesAround, type CalendarEvent } from './calendar-event.js';

/** How often calendars are asked to look again. */
const LOOK_AGAIN_SECONDS = 3_600;

export interface Feed {
  name: string;
  events: readonly CalendarEvent[];
}

export function feedFile({ name, events }: Feed): string {
  const times = events.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const [from, until] = times.length === 0 ? [0, 0] : [Math.min(...times), Math.max(...times)];
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: LOOK_AGAIN_SECONDS,
    timezone: timeZonesAround(new Date(from), new Date(until)),
  });
  for (const event of events) addEvent(calendar, event);
  return calendar.toString();
}
