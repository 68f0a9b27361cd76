// What the room answers over HTTP.

import { z } from 'zod';
import { id, instantOut, pageOf } from '../contracts/schemas.js';
import type { Page } from '../contracts/schemas.js';
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

export const peopleHere = pageOf(personHere).meta({ id: 'PeopleHere' });

export function toPeopleHere(page: Page<PersonHere>): z.infer<typeof peopleHere> {
  const items = page.items.map((person) => ({ ...person, since: person.since.toISOString() }));
  return { ...page, items };
}
