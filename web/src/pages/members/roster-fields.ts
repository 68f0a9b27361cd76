// What a column of a roster can become.
import type { Schema } from '../../api/client.js';

export type Field = keyof Schema<'RosterImport'>['suggested'];

export const FIELDS = [
  'number',
  'name',
  'nickname',
  'email',
  'mobile',
  'employeeNumber',
  'unit',
  'status',
  'joinedOn',
  'zone',
  'language',
] as const satisfies readonly Field[];
