// What is sent and answered of a cooperative's word list.

import { z } from 'zod';
import { line } from '../contracts/schemas.js';

const LONGEST_LISTED = 60;
const MOST_LISTED = 1_000;

/** The whole list. `version` is the one that was read; 0 where the usual words hold. */
export const wordListInput = z
  .strictObject({ version: z.int().min(0), words: z.array(line(LONGEST_LISTED)).max(MOST_LISTED) })
  .meta({ id: 'WordListInput' });
export type WordListInput = z.infer<typeof wordListInput>;

export const wordListOut = z
  .object({ version: z.int(), words: z.array(z.string()) })
  .meta({ id: 'WordList', description: 'Words and phrases that no member may write in a room' });
export type WordListOut = z.infer<typeof wordListOut>;
