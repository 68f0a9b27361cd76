// What staff see of a session's reminders: how many of each kind, in which state, and when.

import { z } from 'zod';
import { instantOut } from '../contracts/schemas.js';
import { REMINDER_KINDS, REMINDER_STATES } from './reminder.rules.js';
import type { ReminderGroup } from './reminders.queries.js';

export const reminderGroup = z
  .object({
    kind: z.enum(REMINDER_KINDS),
    state: z.enum(REMINDER_STATES),
    firstAt: instantOut,
    lastAt: instantOut,
    count: z.int(),
  })
  .meta({ id: 'ReminderGroup' });

export const reminderList = z.object({ items: z.array(reminderGroup) }).meta({ id: 'ReminderList' });
export type ReminderList = z.infer<typeof reminderList>;

export function reminderListOf(groups: readonly ReminderGroup[]): ReminderList {
  return {
    items: groups.map((group) => ({
      ...group,
      firstAt: group.firstAt.toISOString(),
      lastAt: group.lastAt.toISOString(),
    })),
  };
}
