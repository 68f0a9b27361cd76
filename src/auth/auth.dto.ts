// What signing in takes and answers.

import { z } from 'zod';
import { id, instantOut, line, pageOf } from '../contracts/schemas.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.rules.js';
import { SIGN_IN_METHODS } from './sign-in-token.rules.js';

/** Kept as typed: spaces at its ends are part of a password. What no keyboard types is refused. */
const password = z
  .string()
  .max(LONGEST_PASSWORD)
  .refine((value) => value.isWellFormed() && !/[\u0000-\u001f\u007f]/u.test(value), {
    params: { rule: 'control-characters' },
  });
const secret = z.string().regex(/^[\w-]{43}$/);

const account = {
  /** The slug of `/k/<slug>`. */
  cooperative: line(80),
  /** E-mail address or member number. */
  identifier: line(254),
};

export const passwordSignIn = z.strictObject({ ...account, password: password.min(1) }).meta({ id: 'PasswordSignIn' });
export type PasswordSignIn = z.infer<typeof passwordSignIn>;

export const challengeRequest = z.strictObject(account).meta({ id: 'ChallengeRequest' });
export type ChallengeRequest = z.infer<typeof challengeRequest>;

export const challengeView = z.object({ challengeId: id }).meta({ id: 'Challenge' });

/** Six digits, with the spaces that people read into them. */
export const codeAnswer = z
  .strictObject({
    code: z
      .string()
      .max(20)
      .transform((value) => value.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{6}$/)),
  })
  .meta({ id: 'CodeAnswer' });

/** The token of a link, from its address's fragment. */
export const linkAnswer = z.strictObject({ token: secret }).meta({ id: 'LinkAnswer' });

export const handOverRequest = z.strictObject({ memberId: id }).meta({ id: 'HandOverRequest' });
export const handOverView = z.object({ url: z.url(), expiresAt: instantOut }).meta({ id: 'HandOverLink' });
export type HandOverView = z.infer<typeof handOverView>;

export const passwordChange = z
  .strictObject({ current: password.min(1).optional(), password: password.min(SHORTEST_PASSWORD) })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof passwordChange>;

const signInView = z
  .object({
    id,
    device: z.string(),
    method: z.enum(SIGN_IN_METHODS),
    createdAt: instantOut,
    lastUsedAt: instantOut,
    expiresAt: instantOut,
    isCurrent: z.boolean(),
  })
  .meta({ id: 'SignIn' });
export type SignInView = z.infer<typeof signInView>;
export const hereSchema = z
  .object({ cooperative: z.string().nullable().describe('The slug; null where nobody is signed in') })
  .meta({ id: 'Here' });
export type Here = z.infer<typeof hereSchema>;

export const signInPage = pageOf(signInView).meta({ id: 'SignInPage' });
