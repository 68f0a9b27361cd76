import { z } from 'zod';
import { ERROR_CODES, FIELD_RULES } from '../contracts/error-codes.js';
import type { Language } from '../contracts/languages.js';
import { id, instantOut, pageOf, pageQuery } from '../contracts/schemas.js';
import { fieldProblem } from '../platform/http/problem.js';
import { ABSENCE_SCOPES, ROSTER_MODES, ROSTER_STATES } from './roster-import.rules.js';
import type { RosterImport } from './roster-import.entity.js';
import type { RosterField } from './roster-headers.rules.js';
import { DELIMITERS, ENCODINGS, ROSTER_LIMITS } from './roster-text.rules.js';

const column = z
  .int()
  .min(0)
  .max(ROSTER_LIMITS.columns - 1);
const mappingFields = {
  nickname: column,
  email: column,
  mobile: column,
  employeeNumber: column,
  unit: column,
  status: column,
  joinedOn: column,
  zone: column,
  language: column,
} satisfies Record<Exclude<RosterField, 'number' | 'name'>, typeof column>;

/** Column index by field, from 0; no column twice. */
export const rosterMapping = z
  .strictObject({ number: column, name: column, ...z.object(mappingFields).partial().shape })
  .refine((mapping) => new Set(Object.values(mapping)).size === Object.keys(mapping).length, {
    params: { rule: 'not-allowed' },
  })
  .meta({ id: 'RosterMapping', description: 'Column by field, counted from 0; number and name are required' });

export const suggestedMappingSchema = z
  .object({ number: column, name: column, ...mappingFields })
  .partial()
  .meta({ id: 'SuggestedRosterMapping' });

export const checkRequest = z.strictObject({ mapping: rosterMapping }).meta({ id: 'RosterCheckRequest' });
export type CheckRequest = z.infer<typeof checkRequest>;

export const applyRequest = z.strictObject({ mode: z.enum(ROSTER_MODES) }).meta({ id: 'RosterApplyRequest' });
export type ApplyRequest = z.infer<typeof applyRequest>;

const scope = z.enum(ABSENCE_SCOPES);
export const leaveRequest = z
  .strictObject({ scope, count: z.int().min(0), typedCount: z.int().min(0).optional() })
  .meta({
    id: 'RosterLeaveRequest',
    description: 'Names whose absence counts and how many they are; above 5 % of the active members `typedCount` too',
  });
export type LeaveRequest = z.infer<typeof leaveRequest>;

export const leaveAnswer = z.object({ left: z.int() }).meta({ id: 'RosterLeft' });
export type LeaveAnswer = z.infer<typeof leaveAnswer>;

export const absentQuery = pageQuery.extend({ scope: scope.default('cooperative') });
export type AbsentQuery = z.infer<typeof absentQuery>;

const fieldProblemSchema = z.object({
  path: z.string(),
  rule: z.enum(FIELD_RULES),
  limit: z.union([z.number(), z.string()]).optional(),
  message: z.string(),
});

export const rosterErrorSchema = z
  .object({
    line: z.int().describe('As a spreadsheet counts: the header is line 1'),
    number: z.string().nullable(),
    name: z.string().nullable(),
    faults: z.array(fieldProblemSchema),
  })
  .meta({ id: 'RosterError' });
export const rosterErrorsSchema = pageOf(rosterErrorSchema).meta({ id: 'RosterErrorPage' });
export type RosterErrorView = z.infer<typeof rosterErrorSchema>;

export const rosterImportSchema = z
  .object({
    id,
    fileName: z.string(),
    state: z.enum(ROSTER_STATES),
    mode: z.enum(ROSTER_MODES).nullable(),
    progress: z.object({ done: z.int(), total: z.int() }),
    encoding: z.enum(ENCODINGS),
    delimiter: z.enum(DELIMITERS),
    headers: z.array(z.object({ name: z.string(), isNationalId: z.boolean() })),
    suggested: suggestedMappingSchema,
    samples: z.array(z.array(z.string())).describe('The first rows; cells of a national id are blank'),
    mapping: suggestedMappingSchema.nullable(),
    counts: z
      .object({
        new: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        bad: z.int(),
        unreadable: z.int().describe('Bad lines whose member number could not be read'),
        absent: z.int().describe('Members who have not left and are not in the file, but the admin who applies it'),
        absentInUnits: z.int().describe('Of these, those in units that the file names'),
      })
      .nullable(),
    fault: z
      .object({ code: z.enum(ERROR_CODES), fields: z.array(fieldProblemSchema) })
      .nullable()
      .describe('Why the last step did not happen'),
    createdAt: instantOut,
    appliedAt: instantOut.nullable(),
  })
  .meta({ id: 'RosterImport' });
export type RosterImportView = z.infer<typeof rosterImportSchema>;

export function importView(row: RosterImport, language: Language): RosterImportView {
  const { id, fileName, state, mode, encoding, delimiter, headers, suggested, samples, mapping, counts } = row;
  const fault = row.fault && {
    code: row.fault.code,
    fields: row.fault.fields.map((field) => fieldProblem(field, language)),
  };
  return {
    ...{ id, fileName, state, mode, encoding, delimiter, headers, suggested, samples, mapping, counts, fault },
    progress: { done: row.done, total: row.total },
    createdAt: row.createdAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
  };
}
