// A feed is read back by another parser than the one that wrote it.
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarEvent } from './calendar-event.js';
import { feedFile } from './feed.js';

const aDay = (day: string, zone: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: `session-${day}@sinau.example`,
  sequence: 0,
  isCancelled: false,
  title: 'Menabung; lalu, investasi',
  description: 'https://sinau.example/sesi/1',
  startsAt: new Date(`${day}T03:00:00Z`),
  endsAt: new Date(`${day}T04:30:00Z`),
  zone,
  place: 'https://sinau.example/sesi/1',
  url: 'https://sinau.example/sesi/1',
  organizer: { name: 'Koperasi Maju', address: 'sinau@maju.example' },
  at: new Date('2026-06-30T00:00:00Z'),
  ...more,
});

function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

describe('feedFile', () => {
  it('names itself and says how often to look again', () => {
    const { calendar, events } = read(feedFile({ name: 'Belajar: Koperasi Maju', events: [] }));
    expect(events).toEqual([]);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Belajar: Koperasi Maju');
    expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
  });

  it('keeps every event at its instant, in its own zone, years apart', () => {
    const days = [
      aDay('2026-01-15', 'Asia/Jayapura'),
      aDay('2026-07-02', 'Europe/Amsterdam'),
      aDay('2029-03-26', 'Europe/Amsterdam'),
      aDay('2029-12-01', 'Australia/Lord_Howe'),
    ];
    const { events } = read(feedFile({ name: 'x', events: days }));
    expect(events.map((event) => event.startDate.zone.tzid)).toEqual(days.map(({ zone }) => zone));
    expect(events.map((event) => event.startDate.toJSDate())).toEqual(days.map(({ startsAt }) => startsAt));
    expect(events.map((event) => event.endDate.toJSDate())).toEqual(days.map(({ endsAt }) => endsAt));
  });

  it('says what was cancelled, and gives the same bytes each time', () => {
    const feed = {
      name: 'x',
      events: [
        aDay('2026-07-02', 'Asia/Jakarta'),
        aDay('2026-07-03', 'Asia/Jakarta', { isCancelled: true, sequence: 1 }),
      ],
    };
    const { calendar, events } = read(feedFile(feed));
    const states = calendar.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('status'));
    expect(states).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(events.map((event) => event.sequence)).toEqual([0, 1]);
    expect(feedFile(feed)).toBe(feedFile(feed));
  });
});
