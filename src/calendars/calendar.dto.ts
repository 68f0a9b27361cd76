// What a member's calendar feed looks like from outside.

import { z } from 'zod';
import { instantOut } from '../contracts/schemas.js';

/** The last part of a feed's address: calendars want it to end like a file. */
export const feedFileName = z.string().regex(/^[\w-]{43}\.ics$/);

const feedView = z.object({ createdAt: instantOut, lastReadAt: instantOut.nullable() }).meta({ id: 'CalendarFeed' });

export const feedState = z.object({ feed: feedView.nullable() }).meta({ id: 'CalendarFeedState' });
export type FeedState = z.infer<typeof feedState>;

export const feedAddress = z
  .object({
    url: z.url(),
    /** The same, as calendar apps open it. */
    webcalUrl: z.string(),
  })
  .meta({ id: 'CalendarFeedAddress' });
export type FeedAddress = z.infer<typeof feedAddress>;
