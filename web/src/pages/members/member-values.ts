// A member as the form holds one, and the way there and back: what is left empty is nothing, not an empty word.
import type { Role } from '../../../../src/contracts/permissions.js';
import type { Schema } from '../../api/client.js';
import type { MemberStatus } from '../../app/members-search.js';

export interface MemberValues {
  number: string;
  name: string;
  nickname: string;
  email: string;
  mobile: string;
  employeeNumber: string;
  /** Empty: in no unit. */
  unitId: string;
  /** `YYYY-MM-DD` */
  joinedOn: string;
  /** Those besides `member`, which everybody is. */
  roles: Role[];
  coordinatesUnitIds: string[];
  /** Empty, on a new member only: that of the unit. */
  zone: string;
  language: 'id' | 'en';
  status: MemberStatus;
}

export function emptyMember(language: 'id' | 'en'): MemberValues {
  return {
    number: '',
    name: '',
    nickname: '',
    email: '',
    mobile: '',
    employeeNumber: '',
    unitId: '',
    joinedOn: '',
    roles: [],
    coordinatesUnitIds: [],
    zone: '',
    language,
    status: 'aktif',
  };
}

export function memberValues(member: Schema<'Member'>): MemberValues {
  const { number, name, roles, coordinatesUnitIds, zone, language, status } = member;
  return {
    number,
    name,
    nickname: member.nickname ?? '',
    email: member.email ?? '',
    mobile: member.mobile ?? '',
    employeeNumber: member.employeeNumber ?? '',
    unitId: member.unit?.id ?? '',
    joinedOn: member.joinedOn ?? '',
    roles: roles.filter((role) => role !== 'member'),
    coordinatesUnitIds,
    zone,
    language,
    status,
  };
}

/** What the server takes; it says what it refuses beside each field. */
export function memberInput({ zone, ...values }: MemberValues): Schema<'NewMember'> {
  const { number, name, roles, coordinatesUnitIds, language, status } = values;
  return {
    number,
    name,
    nickname: orNull(values.nickname),
    email: orNull(values.email),
    mobile: orNull(values.mobile),
    employeeNumber: orNull(values.employeeNumber),
    unitId: orNull(values.unitId),
    joinedOn: orNull(values.joinedOn),
    roles,
    coordinatesUnitIds: roles.includes('coordinator') ? coordinatesUnitIds : [],
    ...(zone === '' ? {} : { zone }),
    language,
    status,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
