// The options of `cooperative:create`, checked: each fault is one sentence that says what to write instead.

import { z } from 'zod';
import { colour, email, language, line, zone } from '../contracts/schemas.js';

const says = <Schema extends z.ZodType>(schema: Schema, sentence: string) =>
  z.unknown().transform((value, context): z.output<Schema> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: sentence });
    return z.NEVER;
  });

/** Keyed as the command line spells them. */
const optionsSchema = z.object({
  slug: says(
    z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/),
    '--slug is 3 to 40 lower-case letters, digits and hyphens, beginning with a letter (koperasi-maju)',
  ),
  name: says(line(120), '--name is one line of 1 to 120 characters'),
  adminName: says(line(120), '--admin-name is one line of 1 to 120 characters'),
  adminNumber: says(line(40), '--admin-number is one line of 1 to 40 characters'),
  adminEmail: says(email.optional(), '--admin-email is an e-mail address (nama@example.com)'),
  zone: says(zone, '--zone is an IANA time zone (Asia/Jakarta, Asia/Makassar, Asia/Jayapura)'),
  colour: says(colour, '--colour is # and six hexadecimal digits (#0b6e4f)'),
  language: says(language, '--language is id or en'),
});

/** What the command line leaves out is undefined here, and each is judged by its own sentence. */
const NOT_GIVEN = Object.fromEntries(Object.keys(optionsSchema.shape).map((name) => [name, undefined]));

export interface NewCooperative {
  slug: string;
  name: string;
  colour: string;
  language: 'id' | 'en';
  zone: string;
  admin: { number: string; name: string; email: string | null };
}

export type OptionsVerdict = { kind: 'ready'; cooperative: NewCooperative } | { kind: 'refused'; faults: string[] };

/** @param options as the command line gave them; every fault is listed at once. */
export function readOptions(options: Record<string, unknown>): OptionsVerdict {
  const parsed = optionsSchema.safeParse({ ...NOT_GIVEN, ...options });
  if (!parsed.success) return { kind: 'refused', faults: parsed.error.issues.map((issue) => issue.message) };
  const { adminName, adminNumber, adminEmail, ...cooperative } = parsed.data;
  const admin = { number: adminNumber, name: adminName, email: adminEmail ?? null };
  return { kind: 'ready', cooperative: { ...cooperative, admin } };
}
