// Gives a gateway's method the connection its command came on.

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '../platform/errors.js';
import type { RoomConnection } from './room-connection.js';

/** What of a socket is read here. */
interface RoomSocketData {
  data: { connection?: RoomConnection };
}

/** @throws DomainError unauthenticated */
export const Connection = createParamDecorator((_: unknown, context: ExecutionContext): RoomConnection => {
  const { connection } = context.switchToWs().getClient<RoomSocketData>().data;
  if (!connection) throw new DomainError('unauthenticated');
  return connection;
});
