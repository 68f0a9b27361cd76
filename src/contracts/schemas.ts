// The building blocks of every input: text that can be stored, ids, zones, pages. Each is checked once, at the edge.

import { z } from 'zod';
import { withoutHidden } from './hidden-characters.js';
import { LANGUAGES } from './languages.js';
import { mobileNumber } from './mobile-number.js';

// C0 and C1 controls (tab and line feed apart) cannot be stored or break headers and logs; U+2028/9 break lines.
const CONTROLS_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const CONTROLS_IN_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

function clean(max: number, controls: RegExp) {
  return z
    .string()
    .max(max * 4)
    .transform((value) => withoutHidden(value.replaceAll('\r\n', '\n')).trim().normalize('NFC'))
    .refine((value) => value.isWellFormed() && !controls.test(value), { params: { rule: 'control-characters' } })
    .pipe(z.string().max(max));
}

/** One line of text: trimmed, NFC, no control characters and none that nobody sees, at least one character and at most `max`. */
export const line = (max: number) => clean(max, CONTROLS_IN_LINE).pipe(z.string().min(1));

/** Lines of text, possibly none: like `line`, but with line feeds and tabs. */
export const paragraph = (max: number) => clean(max, CONTROLS_IN_TEXT);

export const id = z.uuid();

/** Which end of which list: `cursor` is opaque and comes from the page before. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** A page of a list; `nextCursor` is null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** An instant, ISO 8601 with an offset or Z, as a Date. Years 2000 to 2199: PostgreSQL and calendars agree on those. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((value) => value.getUTCFullYear() >= 2000 && value.getUTCFullYear() < 2200, { params: { rule: 'format' } });

/** A day without a time (`2026-07-03`), in whoever's zone it is read; the years of `instant`. */
export const day = z.iso
  .date({ abort: true })
  .refine((value) => value >= '2000' && value < '2200', { params: { rule: 'format' } });

/** An instant as an answer carries it. */
export const instantOut = z.iso.datetime();

/** An IANA time zone that this machine knows (`Asia/Makassar`). */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { params: { rule: 'unknown-zone' } });

export const language = z.enum(LANGUAGES);

/** An e-mail address as people write it; the domain is lower-cased, the local part kept. */
export const email = line(254)
  .pipe(z.email())
  .transform((value) => {
    const at = value.lastIndexOf('@');
    return value.slice(0, at) + value.slice(at).toLowerCase();
  });

/** A mobile number in any way of writing it, as E.164. */
export const mobile = line(30).transform((text, context) => {
  const number = mobileNumber(text);
  if (number.kind === 'number') return number.e164;
  context.addIssue({ code: 'custom', params: { rule: number.rule } });
  return z.NEVER;
});

/** A colour as `#rrggbb`. */
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

function isZone(name: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
