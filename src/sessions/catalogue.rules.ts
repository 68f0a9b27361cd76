// What a reader of the catalogue means by what they ask for: which instants their days are, which words they began.

import { DateTime } from 'luxon';

/** From the beginning of the first day up to, without, the end of the last; null where it is open. */
export interface Span {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** @param days `2026-07-03`, both included; @param zone the reader's. */
export function spanOf(
  days: { readonly from?: string | undefined; readonly to?: string | undefined },
  zone: string,
): Span {
  const startOf = (day: string): DateTime => DateTime.fromISO(day, { zone }).startOf('day');
  return {
    from: days.from === undefined ? null : startOf(days.from).toJSDate(),
    until: days.to === undefined ? null : startOf(days.to).plus({ days: 1 }).startOf('day').toJSDate(),
  };
}

/**
 * Every word as the beginning of one, for PostgreSQL's to_tsquery: who is still typing finds what they are about to type.
 * Nothing for who quotes a phrase or leaves a word out: they mean exactly that.
 */
export function beginnings(text: string): string {
  if (/"|(^|\s)-/.test(text)) return '';
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');
}
