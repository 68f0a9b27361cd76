// Calendar files about many sessions at once, one for each: what invites to it, or takes it back.

import { DateTime } from 'luxon';
import { eventPlace, type Meeting } from '../platform/calendar/event-place.rules.js';
import { eventSequence, type EventHistory } from '../platform/calendar/event-sequence.rules.js';
import { eventUid } from '../platform/calendar/event-uid.js';
import { invitationFile } from '../platform/calendar/invitation.js';
import type { CalendarFile } from '../platform/mail/outgoing-mail.entity.js';

interface PlaceOfEvent extends Meeting, EventHistory {
  readonly sessionId: string;
  readonly title: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Parties {
  readonly publicUrl: string;
  readonly senderAddress: string;
  readonly cooperativeName: string;
  readonly email: string;
  readonly name: string;
}

/** The same UID and SEQUENCE as every other mail about these sessions: what changes or cancels one later finds it. */
export function eventFiles(
  places: readonly PlaceOfEvent[],
  method: 'REQUEST' | 'CANCEL',
  parties: Parties,
  at: Date,
): CalendarFile[] {
  return places.map((place) => {
    const url = `${parties.publicUrl}/sesi/${place.sessionId}`;
    const content = invitationFile({
      uid: eventUid(place.sessionId, parties.publicUrl),
      sequence: eventSequence(place),
      method,
      ...{ title: place.title, description: url, startsAt: place.startsAt, endsAt: place.endsAt, zone: place.zone },
      place: eventPlace(place, url),
      url,
      organizer: { name: parties.cooperativeName, address: parties.senderAddress },
      attendee: { address: parties.email, name: parties.name },
      at,
    });
    const day = DateTime.fromJSDate(place.startsAt, { zone: place.zone }).toFormat('yyyy-MM-dd-HHmm');
    return { filename: `undangan-${day}.ics`, content };
  });
}
