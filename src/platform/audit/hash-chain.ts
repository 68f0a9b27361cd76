// Hash chains: each entry's hash covers its content and the hash before it, so no entry can change or vanish unseen.

import { createHash } from 'node:crypto';

/** What the first entry of a chain stands on. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys and no white space, so that the same content always has the same bytes (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256, in hex, of the previous hash, a line feed and the canonical JSON of the content. */
export function chainHash(previousHash: string, content: object): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson(content)}`)
    .digest('hex');
}
