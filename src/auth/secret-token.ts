// Opaque secrets: 256 random bits for whoever holds them, and only a hash for the database.

import { createHash, randomBytes } from 'node:crypto';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: the secret has 256 bits of its own, so a fast hash cannot be searched. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
