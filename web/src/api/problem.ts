// What went wrong with a call, as the app shows it: the server's coded problem, or that there was no answer at all.
import type { FieldProblem } from '../../../src/contracts/error-codes.js';

/** `code` is one of the server's codes, or `offline` when nothing answered. `fields` stand beside their inputs. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly fields: readonly Pick<FieldProblem, 'path' | 'message'>[] = [],
  ) {
    super(detail);
  }
}

export function isProblem(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** Reads a problem+json body without trusting it. */
export function problemFrom(body: unknown, status: number): ApiProblem {
  if (!isRecord(body)) return new ApiProblem('internal', status, '');
  const fields = Array.isArray(body.fields) ? body.fields.flatMap(fieldFrom) : [];
  return new ApiProblem(textOf(body.code) || 'internal', status, textOf(body.detail), fields);
}

function fieldFrom(value: unknown): { path: string; message: string }[] {
  return isRecord(value) ? [{ path: textOf(value.path), message: textOf(value.message) }] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
