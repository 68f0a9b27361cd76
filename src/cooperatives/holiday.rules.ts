// Which lists of a year's holidays can be kept.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Holiday } from '../contracts/holidays.js';

/** What is wrong with each day: not of that year, or in the list already. */
export function holidayFaults(year: number, days: readonly Holiday[]): FieldFault[] {
  const seen = new Set<string>();
  return days.flatMap(({ day }, nth): FieldFault[] => {
    const path = `days.${nth}.day`;
    if (!day.startsWith(`${year}-`)) return [{ path, rule: 'other-year', limit: year }];
    if (seen.has(day)) return [{ path, rule: 'taken' }];
    seen.add(day);
    return [];
  });
}

export function inOrder(days: readonly Holiday[]): Holiday[] {
  return [...days].sort((one, other) => (one.day < other.day ? -1 : 1));
}
