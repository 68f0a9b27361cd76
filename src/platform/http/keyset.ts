// Pages by key, not by offset: page 1,000 costs what page 1 costs, and nothing is shown twice when rows arrive.

import { z } from 'zod';
import type { Page } from '../../contracts/schemas.js';
import { DomainError } from '../errors.js';

/** The opaque cursor for the row whose sort key this is. */
export function cursorOf(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor, checked by the list's own schema. @throws DomainError invalid-input on a made-up cursor. */
export function keyOf<Key>(cursor: string | undefined, schema: z.ZodType<Key>): Key | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new DomainError('invalid-input', [{ path: 'cursor', rule: 'format' }]);
  return parsed.data;
}

/** Cuts `limit + 1` rows into a page of `limit`; `keyFor` gives a row's sort key. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyFor: (row: Row) => readonly (string | number | null)[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyFor(last)) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
