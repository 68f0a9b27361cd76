// Broken expectations carry a code from the closed list; expected outcomes are unions and never come here.

import { ERROR_STATUS, type ErrorCode, type FieldFault } from '../contracts/error-codes.js';

export class DomainError extends Error {
  readonly status: number;

  /** @param fields what was refused, so that a form can mark it; @param retryAfterSeconds for `rate-limited`. */
  constructor(
    readonly code: ErrorCode,
    readonly fields: readonly FieldFault[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(fields.length > 0 ? `${code}: ${fields.map((field) => `${field.path} ${field.rule}`).join(', ')}` : code);
    this.name = 'DomainError';
    this.status = ERROR_STATUS[code];
  }
}

/** The thing fetched, or `not-found`: another cooperative's thing and one that never was look the same. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new DomainError('not-found');
  return thing;
}

/** What broke, as text for a log; never the request that broke it. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
