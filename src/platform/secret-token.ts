// Opaque secrets: 256 random bits for whoever holds them, and only a hash for the database.

import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: the secret has 256 bits of its own, so a fast hash cannot be searched. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Six digits, `000000` to `999999`. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A million codes are searched in a second, so their hash needs the deployment's key. */
export function codeHashOf(key: string, challengeId: string, code: string): string {
  return createHmac('sha256', key).update(`${challengeId}\n${code}`).digest('hex');
}

/** Compares hashes without telling by its time how much of them is equal. */
export function isSameHash(known: string | null, given: string): boolean {
  if (known?.length !== given.length) return false;
  return timingSafeEqual(Buffer.from(known), Buffer.from(given));
}
