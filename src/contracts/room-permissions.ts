// Who may do what in a room, in one table: services and pages ask `mayInRoom`. Admins act as hosts.

export const ROOM_ROLES = ['host', 'moderator', 'speaker'] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

const EVERY_ROLE: readonly RoomRole[] = ROOM_ROLES;

/** Each act beyond what every member may do, and the roles that may. */
export const ROOM_PERMISSIONS = {
  /** Sees who is here, questions that wait, drafts, and writes where only staff may. */
  'room.behind': EVERY_ROLE,
  'room.configure': ['host', 'moderator'],
  'room.announce': ['host', 'moderator'],
  'session.break': ['host', 'moderator'],
  'chat.moderate': ['host', 'moderator'],
  'people.moderate': ['host', 'moderator'],
  'questions.moderate': ['host', 'moderator'],
  'questions.answer': EVERY_ROLE,
  'polls.run': ['host', 'moderator'],
} as const satisfies Record<string, readonly RoomRole[]>;
export type RoomPermission = keyof typeof ROOM_PERMISSIONS;

/** @param role what somebody is in this session; null: a member who came to learn. */
export function mayInRoom(role: RoomRole | null, permission: RoomPermission): boolean {
  const holders: readonly RoomRole[] = ROOM_PERMISSIONS[permission];
  return role !== null && holders.includes(role);
}
