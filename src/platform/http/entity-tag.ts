// Spares whoever has an answer already from getting it again: a strong ETag, and 304 where it is the one they know.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** The body, or nothing with a 304. */
export function unlessKnown(request: FastifyRequest, reply: FastifyReply, body: string): string {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  void reply.header('etag', tag);
  if (!knownTags(request.headers['if-none-match']).includes(tag)) return body;
  void reply.status(304);
  return '';
}

/** A proxy that compresses what it passes on makes a tag weak; it still stands for the same body. */
function knownTags(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
