// What every command of the live room carries: the protocol's version and an id of its own.

import { z } from 'zod';
import { id } from './schemas.js';

/** Sent as `v` with every command; a server that speaks another version refuses with `invalid-input`, field `v`. */
export const ROOM_PROTOCOL = 2;

export const v = z.literal(ROOM_PROTOCOL);

/** A command that changes something. `id` is made by the client, once a command, and kept through every retry. */
export const act = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ v, id, ...shape });

/** A command that only asks. */
export const ask = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ v, ...shape });

/** The answer to an act, given after the commit: the seq of what it did, the same for every retry of the same id. */
export interface Posted {
  ok: true;
  seq: number;
}

/** Somebody as the room names them: the nickname, else the full name. */
export interface RoomPerson {
  /** A guest speaker's own id where `isGuest` is set. */
  memberId: string;
  name: string;
  isGuest?: true;
}
