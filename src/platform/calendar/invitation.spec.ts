// Every file is read back by another parser than the one that wrote it.
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { invitationFile, type Invitation } from './invitation.js';

const INVITATION: Invitation = {
  uid: 'session-1@sinau.example',
  sequence: 3,
  method: 'REQUEST',
  title: 'Menabung; berhitung, dan "lain-lain"',
  description: 'Baris satu\nBaris dua',
  startsAt: new Date('2026-07-02T03:00:00Z'),
  endsAt: new Date('2026-07-02T04:30:00Z'),
  zone: 'Asia/Makassar',
  place: 'Aula Koperasi, Jl. Merdeka 1',
  url: 'https://sinau.example/sesi/1',
  organizer: { name: 'Koperasi Maju', address: 'sinau@maju.example' },
  attendee: { name: 'Siti\r\nAminah "Ami"', address: 'siti@anggota.example' },
  at: new Date('2026-06-30T00:00:00Z'),
};

function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const vevent = calendar.getFirstSubcomponent('vevent');
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (!vevent || !zone) throw new Error('No event or zone in the file');
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, event: new ICAL.Event(vevent), vevent, zone };
}

describe('invitationFile', () => {
  it('says who, what and when', () => {
    const { calendar, event, vevent } = read(invitationFile(INVITATION));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('session-1@sinau.example');
    expect(event.sequence).toBe(3);
    expect(event.summary).toBe(INVITATION.title);
    expect(event.description).toBe(INVITATION.description);
    expect(event.location).toBe('Aula Koperasi, Jl. Merdeka 1');
    expect(vevent.getFirstPropertyValue('url')).toBe(INVITATION.url);
    expect(vevent.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-06-30T00:00:00Z');
    expect(vevent.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(vevent.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Koperasi Maju');
    const attendee = vevent.getFirstProperty('attendee');
    expect(attendee?.getFirstValue()).toBe('MAILTO:siti@anggota.example');
    expect(attendee?.getFirstParameter('cn')).toBe('Siti Aminah  Ami');
    expect(attendee?.getFirstParameter('partstat')).toBe('ACCEPTED');
  });

  it.each([
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
    'Europe/Amsterdam',
    'America/St_Johns',
    'Australia/Lord_Howe',
  ])('is at the right instant in %s, summer and winter', (zone) => {
    for (const day of ['2026-01-15', '2026-03-29', '2026-07-02', '2026-10-25', '2026-11-01', '2027-04-04']) {
      const startsAt = new Date(`${day}T03:00:00Z`);
      const endsAt = new Date(`${day}T04:30:00Z`);
      const { event } = read(invitationFile({ ...INVITATION, zone, startsAt, endsAt }));
      expect(event.startDate.zone.tzid).toBe(zone);
      expect(event.startDate.toJSDate()).toEqual(startsAt);
      expect(event.endDate.toJSDate()).toEqual(endsAt);
    }
  });

  it('cancels the same event', () => {
    const { calendar, event, vevent } = read(invitationFile({ ...INVITATION, method: 'CANCEL', sequence: 4 }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.uid).toBe('session-1@sinau.example');
    expect(event.sequence).toBe(4);
  });

  it('invites nobody in a file to download', () => {
    const { attendee: _, ...published } = INVITATION;
    const { vevent } = read(invitationFile({ ...published, method: 'PUBLISH' }));
    expect(vevent.getFirstProperty('attendee')).toBeNull();
  });
});
