// Who comes to sign in, before anybody knows who it is: address, browser, and the cookies it already has.

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Visitor {
  /** As TRUST_PROXY says to believe it. */
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly cookieHeader: string | undefined;
}

export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'],
    cookieHeader: request.headers.cookie,
  };
});
