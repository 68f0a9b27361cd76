// What the room answers over HTTP.

import { z } from 'zod';
import { id, instantOut, pageOf, pageQuery } from '../contracts/schemas.js';
import type { Page } from '../contracts/schemas.js';
import { TRANSCRIPT_FORMATS } from './room-transcripts.service.js';
import type { Hold, PersonHeld } from './room-order.queries.js';
import type { RaisedHand } from './room-hands.queries.js';
import type { GuestHere } from './room-guests.queries.js';
import type { PersonHere } from './room-presence.queries.js';

const personHere = z
  .object({
    memberId: id,
    number: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    since: instantOut,
    devices: z.int(),
  })
  .meta({ id: 'PersonHere' });

export const peopleQuery = pageQuery.extend({
  q: z.string().max(100).optional().describe('Beginnings of words of a name or a number'),
});

/** `guests`: speakers who came by a link, on the first page. */
export const peopleHere = pageOf(personHere)
  .extend({ guests: z.array(z.object({ guestId: id, name: z.string() })) })
  .meta({ id: 'PeopleHere' });

export function toPeopleHere(page: Page<PersonHere> & { guests: GuestHere[] }): z.infer<typeof peopleHere> {
  const items = page.items.map((person) => ({ ...person, since: person.since.toISOString() }));
  return { ...page, items };
}

const hold = z.object({ at: instantOut, reason: z.string(), by: z.string() }).nullable();

const personHeld = z
  .object({ memberId: id, number: z.string(), name: z.string(), muted: hold, removed: hold })
  .meta({ id: 'PersonHeld', description: 'Somebody whom staff muted or removed, why, and who did it' });

export const peopleHeld = pageOf(personHeld).meta({ id: 'PeopleHeld' });

export function toPeopleHeld(page: Page<PersonHeld>): z.infer<typeof peopleHeld> {
  const items = page.items.map((one) => ({ ...one, muted: toHold(one.muted), removed: toHold(one.removed) }));
  return { ...page, items };
}

function toHold(held: Hold | null): z.infer<typeof hold> {
  return held && { ...held, at: held.at.toISOString() };
}

export const transcriptQuery = z.object({ format: z.enum(TRANSCRIPT_FORMATS).default('csv') });
export type TranscriptQuery = z.infer<typeof transcriptQuery>;

const raisedHand = z
  .object({
    memberId: id,
    name: z.string(),
    raisedAt: instantOut,
    isHere: z.boolean().describe('False: their last connection went a moment ago'),
  })
  .meta({ id: 'RaisedHand' });

export const raisedHands = pageOf(raisedHand).meta({ id: 'RaisedHands' });

export function toRaisedHands(page: Page<RaisedHand>): z.infer<typeof raisedHands> {
  const items = page.items.map(({ memberId, name, raisedAt, isHere }) => ({
    ...{ memberId, name, isHere },
    raisedAt: raisedAt.toISOString(),
  }));
  return { ...page, items };
}

export const staffHere = z.object({ memberIds: z.array(id) }).meta({ id: 'StaffHere' });
