// Every route says who may use it: `@Public()` or `@Requires('permission')`. A route that says nothing is refused.

import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Permission } from '../../contracts/permissions.js';
import { DomainError } from '../errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is acting, once the access guard has read the cookie. */
    actor?: Actor;
  }
}

export const ACCESS = Symbol('ACCESS');
export type Access = 'public' | Permission;

/** For people who have not signed in; `request.actor` is still set for those who have. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** For members whose roles hold the permission (contracts/permissions.ts). */
export const Requires = (permission: Permission) => SetMetadata(ACCESS, permission satisfies Access);

export const FOR_GUESTS = Symbol('FOR_GUESTS');

/** A command of the live room that a guest speaker may send too; all others are closed to them. */
export const AlsoForGuests = () => SetMetadata(FOR_GUESTS, true);

/** The signed-in actor of a guarded route. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new DomainError('unauthenticated');
  return actor;
});
