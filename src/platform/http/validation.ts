// Turns what a schema refused into faults by field, with the rule and the limit, never with the value.

import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import type { FieldFault, FieldRule } from '../../contracts/error-codes.js';
import { FIELD_RULES } from '../../contracts/error-codes.js';
import { DomainError } from '../errors.js';

/** The part of a zod issue that is read here; other Standard Schema libraries may have less. */
interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly input?: unknown;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly rule?: string };
  readonly message?: string;
}

export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new DomainError('invalid-input', faultsOf(issues)),
});

// The issues that reach us no longer hold the value, so whether there was one is told by their message.
const MISSING = 'missing';
z.config({ customError: (issue) => (issue.input === undefined ? MISSING : undefined) });

const MOST_FAULTS = 50;

export function faultsOf(issues: readonly Issue[]): FieldFault[] {
  return issues.slice(0, MOST_FAULTS).flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).slice(0, MOST_FAULTS).map((key): FieldFault => {
        const name = key.slice(0, 60);
        return { path: path === '' ? name : `${path}.${name}`, rule: 'unknown-field' };
      });
    }
    const limit = issue.minimum ?? issue.maximum;
    return [{ path, rule: ruleOf(issue), ...(limit === undefined ? {} : { limit: Number(limit) }) }];
  });
}

function ruleOf(issue: Issue): FieldRule {
  const isLength = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code ?? 'none') {
    case 'invalid_type':
      return isMissing(issue) ? 'required' : 'wrong-type';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'required' : isLength ? 'too-short' : 'too-small';
    case 'too_big':
      return isLength ? 'too-long' : 'too-large';
    case 'invalid_value':
    case 'invalid_union':
      return isMissing(issue) ? 'required' : 'not-allowed';
    case 'custom':
      return FIELD_RULES.find((rule) => rule === issue.params?.rule) ?? 'format';
    default:
      return 'format';
  }
}

function isMissing(issue: Issue): boolean {
  return issue.message === MISSING;
}
