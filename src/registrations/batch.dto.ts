// What acts on many registrations take and answer.

import { z } from 'zod';
import { ERROR_CODES } from '../contracts/error-codes.js';
import { id, line } from '../contracts/schemas.js';
import { registrationIds } from './registration.dto.js';

/** The reason is for the members to read. */
export const cancelMany = z.strictObject({ registrationIds, reason: line(300) }).meta({ id: 'CancelRegistrations' });
export type CancelMany = z.infer<typeof cancelMany>;

export const moveIn = z
  .strictObject({ registrationIds, toSessionId: id, reason: line(300) })
  .meta({ id: 'MoveRegistrations' });
export type MoveIn = z.infer<typeof moveIn>;

/** How many have a seat now, how many wait or are pending, and how many were not let in. */
const outcome = z
  .object({ confirmed: z.int(), queued: z.int(), refused: z.int() })
  .meta({ id: 'RegistrationsOutcome' });
export type Outcome = z.infer<typeof outcome>;

/** `stayed`: who is as they were, and why. */
export const moved = outcome
  .extend({
    stayed: z.array(z.object({ registrationId: id, number: z.string(), name: z.string(), code: z.enum(ERROR_CODES) })),
  })
  .meta({ id: 'MovedRegistrations' });
export type Moved = z.infer<typeof moved>;

export const importQuery = z.strictObject({ mode: z.enum(['check', 'good', 'all']).default('check') });
export type ImportMode = z.infer<typeof importQuery>['mode'];

/** Lines that name nobody who can be registered, by their number in the file; `outcome` is null after a dry run. */
export const importOut = z
  .object({
    found: z.int(),
    already: z.int(),
    bad: z.int(),
    badLines: z.array(z.object({ line: z.int(), given: z.string(), fault: z.enum(['unknown', 'left', 'repeated']) })),
    outcome: outcome.nullable(),
  })
  .meta({ id: 'RegistrationImport' });
export type ImportOut = z.infer<typeof importOut>;
