// What this deployment alone can have written: a claim with a keyed hash (HMAC-SHA-256) beside it.

import { createHmac, timingSafeEqual } from 'node:crypto';

/** @param purpose keeps a signature made for something else from ever being one of this. */
export function signatureOf(secret: string, purpose: string, claim: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${claim}`).digest('base64url');
}

export function isSigned(secret: string, purpose: string, claim: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, purpose, claim));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
