// The one file of a multipart form, as a stream; whatever is wrong with the form is the sender's fault and says so.

import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { DomainError } from '../errors.js';

/** `isCut` tells, once the stream has ended, whether the file was longer than the limit. */
export interface Upload {
  fileName: string;
  stream: Readable;
  isCut: () => boolean;
}

/** @param field the form field it must come in. @throws DomainError unsupported-media-type, invalid-input, invalid-file. */
export async function uploadOf(request: FastifyRequest, field: string): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError('unsupported-media-type', [{ path: field, rule: 'required' }]);
  const part = await request.file().catch((error: unknown) => {
    throw isCoded(error) ? error : new DomainError('invalid-file', [{ path: field, rule: 'format' }]);
  });
  if (part?.fieldname !== field) throw new DomainError('invalid-input', [{ path: field, rule: 'required' }]);
  const stream = Readable.from(contentOf(part.file, field), { objectMode: false });
  return { fileName: part.filename, stream, isCut: () => part.file.truncated };
}

/** A sender who stops halfway is no failure of ours. */
async function* contentOf(file: Readable, field: string): AsyncGenerator {
  try {
    yield* file;
  } catch {
    throw new DomainError('invalid-file', [{ path: field, rule: 'format' }]);
  }
}

/** Fastify's own refusals have a code and a status; what the form's parser throws has neither. */
function isCoded(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error;
}
