// What is sent and answered of a year's holidays.

import { z } from 'zod';
import { HOLIDAY_KINDS, HOLIDAY_LIMITS, HOLIDAY_YEARS } from '../contracts/holidays.js';
import { day, line } from '../contracts/schemas.js';

export const yearParam = z.coerce.number().int().min(HOLIDAY_YEARS.first).max(HOLIDAY_YEARS.last);

const holiday = z.strictObject({ day, name: line(HOLIDAY_LIMITS.name), kind: z.enum(HOLIDAY_KINDS) });

/** The whole list of a year. `version` is the one that was read; 0 where nothing was entered before. */
export const holidaysInput = z
  .strictObject({ version: z.int().min(0), days: z.array(holiday).max(HOLIDAY_LIMITS.days) })
  .meta({ id: 'HolidaysInput' });
export type HolidaysInput = z.infer<typeof holidaysInput>;

export const holidaysOut = z
  .object({ year: z.int(), version: z.int(), days: z.array(holiday) })
  .meta({ id: 'Holidays', description: "A year's holidays, by day" });
export type HolidaysOut = z.infer<typeof holidaysOut>;
