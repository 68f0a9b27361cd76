// A rule's refusal, as the error its caller gets.

import { DomainError } from '../platform/errors.js';
import type { Refused } from './session.rules.js';

/** @throws DomainError always */
export function refuse(decision: Refused): never {
  throw new DomainError(decision.code, decision.fields);
}
