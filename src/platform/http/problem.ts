// A problem+json (RFC 9457) in the reader's language, from anything that was thrown.

import { HttpException } from '@nestjs/common';
import {
  ERROR_STATUS,
  type ErrorCode,
  type FieldFault,
  type FieldProblem,
  type Problem,
} from '../../contracts/error-codes.js';
import type { Language } from '../../contracts/languages.js';
import { errorWords } from '../../contracts/words/errors.js';
import { fieldWords } from '../../contracts/words/fields.js';
import { sqlStateOf } from '../database/database.js';
import { DomainError } from '../errors.js';

/** The coded error behind whatever was thrown; `internal` for what nobody expected. */
export function codedError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (sqlStateOf(error) === '22P05' || sqlStateOf(error) === '22021') return new DomainError('invalid-input');
  return new DomainError(codeOf(error));
}

export function problemOf(error: DomainError, language: Language, requestId: string): Problem {
  const { status } = error;
  return {
    type: `urn:sinau:error:${error.code}`,
    title: error.code,
    status,
    code: error.code,
    detail: errorWords[language][error.code],
    requestId,
    ...(error.fields.length > 0 ? { fields: error.fields.map((fault) => fieldProblem(fault, language)) } : {}),
  };
}

export function fieldProblem(fault: FieldFault, language: Language): FieldProblem {
  return { ...fault, message: fieldWords[language][fault.rule].replace('{limit}', String(fault.limit ?? '')) };
}

// What fastify itself refuses before any route sees it, by its error code.
const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-json',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_FILES_LIMIT: 'body-too-large',
  FST_PARTS_LIMIT: 'body-too-large',
  FST_FIELDS_LIMIT: 'body-too-large',
};

function codeOf(error: unknown): ErrorCode {
  // Nest wraps what fastify threw: its own code is on the cause.
  const fastifyCode = fastifyCodeOf(error) ?? (error instanceof Error ? fastifyCodeOf(error.cause) : undefined);
  if (fastifyCode) return fastifyCode;
  const status = statusOf(error);
  if (status === undefined || status >= 500) return status === 503 ? 'unavailable' : 'internal';
  if (error instanceof SyntaxError) return 'invalid-json';
  return BY_STATUS[status] ?? 'invalid-input';
}

function fastifyCodeOf(error: unknown): ErrorCode | undefined {
  return error instanceof Error && 'code' in error ? FASTIFY_CODES[String(error.code)] : undefined;
}

const BY_STATUS: Record<number, ErrorCode> = {
  [ERROR_STATUS.unauthenticated]: 'unauthenticated',
  [ERROR_STATUS.forbidden]: 'forbidden',
  [ERROR_STATUS['not-found']]: 'not-found',
  405: 'not-found',
  [ERROR_STATUS.conflict]: 'conflict',
  [ERROR_STATUS['body-too-large']]: 'body-too-large',
  [ERROR_STATUS['unsupported-media-type']]: 'unsupported-media-type',
  [ERROR_STATUS['rate-limited']]: 'rate-limited',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}
