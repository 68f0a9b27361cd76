// One mail about all of a series: each coming date with what became of it, and an invitation for each seat.

import type { ErrorCode } from '../contracts/error-codes.js';
import type { SeriesDate } from '../contracts/mail.js';
import { errorWords } from '../contracts/words/errors.js';
import type { MailToQueue } from '../platform/mail/mail.service.js';
import type { SeriesPlaceRow } from '../registrations/series-arrivals.service.js';
import { sayMail } from '../platform/mail/say-mail.js';
import { eventFiles } from './event-files.js';
import type { SeriesReader } from './reminders.queries.js';

/** A date of a series, with what its mail says beside the place itself. */
export interface SeriesPlace extends SeriesPlaceRow {
  /** What the member's own acts add to the number of their event. */
  steps: number;
  /** Why there is none. */
  refusal: ErrorCode | undefined;
}

interface From {
  publicUrl: string;
  senderAddress: string;
  releaseUrl: (registrationId: string) => string;
}

/** @param key what makes it the same mail at every try */
export function seriesMail(
  reader: SeriesReader & { email: string },
  places: readonly [SeriesPlace, ...SeriesPlace[]],
  key: string,
  from: From,
  now: Date,
): MailToQueue {
  const to = { address: reader.email, name: reader.name };
  const [first] = places;
  const protocols = new Set(places.filter(comesThere).map(({ protocol }) => protocol));
  protocols.delete('');
  const seats = places.filter(({ state }) => state === 'confirmed');
  return {
    kind: 'series-joined',
    data: {
      nickname: reader.nickname ?? reader.name,
      title: first.title,
      url: pageOf(first, from),
      dates: JSON.stringify(places.map((place) => dateOf(place, first.title, reader.language, from))),
      ...(protocols.size > 0 ? { protocol: [...protocols].join('\n\n') } : {}),
    },
    cooperative: { id: reader.cooperativeId, name: reader.cooperativeName, colour: reader.colour },
    memberId: reader.memberId,
    to,
    language: reader.language,
    zone: reader.zone,
    dedupeKey: key,
    expiresAt: places.map(({ endsAt }) => endsAt).reduce((one, other) => (one > other ? one : other)),
    ...(seats.length > 0
      ? { invitations: { method: 'REQUEST', files: eventFiles(seats, 'REQUEST', { ...reader, ...from }, now) } }
      : {}),
  };
}

/** A session that was given a title of its own says so. */
function dateOf(place: SeriesPlace, title: string, language: SeriesReader['language'], from: From): SeriesDate {
  const { startsAt, endsAt, registrationId } = place;
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const said = place.title === title ? saidOf(place, language) : `${place.title}. ${saidOf(place, language)}`;
  if (registrationId === null) {
    return { ...times, said, linkSaid: sayMail(language, 'series.page'), link: pageOf(place, from) };
  }
  return { ...times, said, linkSaid: sayMail(language, 'series.release'), link: from.releaseUrl(registrationId) };
}

function saidOf(place: SeriesPlace, language: SeriesReader['language']): string {
  switch (place.state) {
    case 'confirmed':
      return comesThere(place) && place.venue !== null
        ? sayMail(language, 'series.confirmed-at', { venue: place.venue.replace(/\s+/gu, ' ') })
        : sayMail(language, 'series.confirmed');
    case 'waitlisted':
      return sayMail(language, 'series.waitlisted', { place: String(place.place) });
    case 'pending':
      return sayMail(language, 'series.pending');
    case 'offered':
      return sayMail(language, 'series.offered');
    case 'cancelled':
    case 'expired':
    case 'rejected':
    case null:
      return place.refusal === undefined
        ? sayMail(language, 'series.none')
        : sayMail(language, 'series.refused', { why: errorWords[language][place.refusal] });
  }
}

function comesThere({ state, mode }: SeriesPlace): boolean {
  return state === 'confirmed' && mode === 'onsite';
}

function pageOf({ sessionId }: SeriesPlaceRow, { publicUrl }: From): string {
  return `${publicUrl}/sesi/${sessionId}`;
}
