// What acts on many registrations take and answer.

import { z } from 'zod';
import { ERROR_CODES } from '../contracts/error-codes.js';
import { id, instantOut, line } from '../contracts/schemas.js';
import { IMPORT_STATES } from './import.rules.js';
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

/** `all`: only if every line can be used. */
export const startImport = z.strictObject({ mode: z.enum(['good', 'all']) }).meta({ id: 'StartRegistrationImport' });
export type StartImport = z.infer<typeof startImport>;

const badLine = z.object({ line: z.int(), given: z.string(), fault: z.enum(['unknown', 'left', 'repeated', 'mode']) });
const refusedLine = z.object({ line: z.int(), given: z.string(), code: z.enum(ERROR_CODES) });

/**
 * A list of registrants. `found` can be registered, `already` are; `badLines` are the first of those that can not be used, by
 * their number in the file. `done` of `total` are taken while it is `applying`; `outcome` tells what became of them.
 */
export const importOut = z
  .object({
    id,
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    createdAt: instantOut,
    found: z.int(),
    already: z.int(),
    bad: z.int(),
    badLines: z.array(badLine),
    done: z.int(),
    total: z.int(),
    outcome: outcome.extend({ refusedLines: z.array(refusedLine) }).nullable(),
  })
  .meta({ id: 'RegistrationImport' });
export type ImportOut = z.infer<typeof importOut>;

export const importsOut = z.object({ items: z.array(importOut) }).meta({ id: 'RegistrationImports' });
export type ImportsOut = z.infer<typeof importsOut>;
