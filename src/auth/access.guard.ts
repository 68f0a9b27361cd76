// Nobody passes a route or a socket command without the permission that it names.

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { can, type Actor } from '../contracts/permissions.js';
import { DomainError } from '../platform/errors.js';
import { ACCESS, type Access } from '../platform/http/access.decorator.js';
import { NetworkOrigin } from '../platform/http/network-origin.js';
import { AuthService } from './auth.service.js';

/** The part of a Socket.IO socket that is read and written here; `data.actor` is who sent this command. */
interface Socket {
  handshake: { headers: IncomingHttpHeaders };
  /** `fromHash` is where it comes from, as it was known when it connected. */
  data: { actor?: Actor; fromHash?: string };
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly auth: AuthService,
    private readonly reflector: Reflector,
    private readonly origin: NetworkOrigin,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const actor = context.getType() === 'ws' ? await this.ofSocket(context) : await this.ofRequest(context);
    if (access === 'public') return true;
    if (!actor) throw new DomainError('unauthenticated');
    if (access === undefined || !can(actor, access)) throw new DomainError('forbidden');
    return true;
  }

  private async ofRequest(context: ExecutionContext): Promise<Actor | undefined> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.auth.authenticate(request.headers.cookie);
    if (actor) request.actor = { ...actor, fromHash: this.origin.hashOf(request.raw) };
    return actor;
  }

  /** Asked again with every command: a sign-out elsewhere must silence the sockets that are open. */
  private async ofSocket(context: ExecutionContext): Promise<Actor | undefined> {
    const socket = context.switchToWs().getClient<Socket>();
    const actor = await this.auth.actorOfHandshake(socket.handshake);
    if (actor) socket.data.actor = { ...actor, fromHash: socket.data.fromHash ?? '' };
    else delete socket.data.actor;
    return actor;
  }
}
