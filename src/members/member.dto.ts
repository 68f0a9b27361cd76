import { z } from 'zod';
import { PERMISSION_NAMES, ROLES } from '../contracts/permissions.js';
import { policiesSchema } from '../contracts/policies.js';
import { email, id, instantOut, language, line, mobile, pageOf, pageQuery, zone } from '../contracts/schemas.js';
import { MEMBER_LIMITS, MEMBER_STATUSES } from './member.rules.js';

const unitRefSchema = z.object({ id, name: z.string() });
const role = z.enum(ROLES);
const status = z.enum(MEMBER_STATUSES);
const permission = z.enum(PERMISSION_NAMES);

export const memberSchema = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    nickname: z.string().nullable(),
    email: z.string().nullable(),
    mobile: z.string().nullable().describe('E.164'),
    employeeNumber: z.string().nullable(),
    unit: unitRefSchema.nullable(),
    roles: z.array(role),
    coordinatesUnitIds: z.array(id).describe("A coordinator's own units; empty for all others"),
    zone: z.string(),
    language,
    status,
    joinedOn: z.iso.date().nullable(),
    leftAt: instantOut.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Member' });
export type MemberView = z.infer<typeof memberSchema>;

export const memberPageSchema = pageOf(memberSchema).meta({ id: 'MemberPage' });

export const memberQuery = pageQuery.extend({
  q: z.string().max(100).optional().describe('Beginnings of words of a name, a number or a unit'),
  status: status.optional(),
  unitId: id.optional(),
  role: role.optional(),
});
export type MemberQuery = z.infer<typeof memberQuery>;

const optionalFields = {
  nickname: line(MEMBER_LIMITS.nickname).nullable(),
  email: email.nullable(),
  mobile: mobile.nullable(),
  employeeNumber: line(MEMBER_LIMITS.employeeNumber).nullable(),
  unitId: id.nullable(),
  joinedOn: z.iso.date().nullable(),
  roles: z.array(role).max(ROLES.length),
  coordinatesUnitIds: z.array(id).max(200),
  zone,
  language,
  status,
};
const requiredFields = { number: line(MEMBER_LIMITS.number), name: line(MEMBER_LIMITS.name) };

export const newMember = z
  .strictObject({ ...requiredFields, ...z.object(optionalFields).partial().shape })
  .meta({ id: 'NewMember', description: 'Zone defaults from the unit, language from the cooperative' });
export type NewMember = z.infer<typeof newMember>;

export const memberPatch = z
  .strictObject({ version: z.int().min(1), ...z.object({ ...requiredFields, ...optionalFields }).partial().shape })
  .meta({ id: 'MemberPatch', description: 'What is left out stays; `version` is the one that was read' });
export type MemberPatch = z.infer<typeof memberPatch>;

export const unitSchema = z.object({ id, name: z.string(), zone: z.string() }).meta({ id: 'Unit' });
export const unitsSchema = z.array(unitSchema);
export type UnitView = z.infer<typeof unitSchema>;

export const meSchema = z
  .object({
    member: memberSchema.pick({
      id: true,
      number: true,
      name: true,
      nickname: true,
      email: true,
      mobile: true,
      language: true,
      zone: true,
      unit: true,
      status: true,
    }),
    cooperative: z.object({
      slug: z.string(),
      name: z.string(),
      colour: z.string(),
      language,
      zone: z.string(),
      policies: policiesSchema,
    }),
    roles: z.array(role),
    permissions: z.array(permission),
  })
  .meta({ id: 'Me', description: 'Who is signed in, where, and what they may do' });
export type Me = z.infer<typeof meSchema>;

export const mePatch = z
  .strictObject({ nickname: line(MEMBER_LIMITS.nickname).nullable(), language, zone })
  .partial()
  .meta({ id: 'MePatch' });
export type MePatch = z.infer<typeof mePatch>;
