// Who may do what, in one table: routes, sockets and pages all ask `can`.

export const ROLES = ['member', 'facilitator', 'admin', 'coordinator', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting: one member of one cooperative. `unitIds` is a coordinator's scope and empty for all others. */
export interface Actor {
  tokenId: string;
  cooperativeId: string;
  memberId: string;
  roles: readonly Role[];
  unitIds: readonly string[];
  language: 'id' | 'en';
  zone: string;
  /** Where they act from, as a keyed hash of the address; set for each request and each socket command. */
  fromHash?: string;
}

const EVERYBODY: readonly Role[] = ROLES;

/** Each permission and the roles that hold it. A supervisor reads and never writes; a coordinator acts in own units only. */
export const PERMISSIONS = {
  'self.use': EVERYBODY,
  'catalogue.read': EVERYBODY,
  'registrations.own': EVERYBODY,
  'room.join': EVERYBODY,
  'record.own': EVERYBODY,
  'cooperative.read': ['admin', 'supervisor'],
  'cooperative.manage': ['admin'],
  'members.read': ['admin', 'supervisor', 'coordinator'],
  'members.manage': ['admin'],
  'members.sign-in-link': ['admin', 'coordinator'],
  'roster.import': ['admin'],
  'sessions.plan': ['admin'],
  'sessions.host': ['admin', 'facilitator'],
  'sessions.review': ['admin', 'supervisor'],
  'registrations.read': ['admin', 'facilitator', 'supervisor', 'coordinator'],
  'registrations.manage': ['admin', 'coordinator'],
  'attendance.read': ['admin', 'facilitator', 'supervisor', 'coordinator'],
  'attendance.correct': ['admin', 'facilitator'],
  'ledger.verify': ['admin', 'supervisor'],
  'audit.read': ['admin', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);

/** Whether the actor's roles hold the permission. Scope (own session, own units) is checked where the thing is fetched. */
export function can(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return actor.roles.some((role) => holders.includes(role));
}
