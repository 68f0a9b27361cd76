// Nobody passes a route or a socket command without the permission that it names.

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { can, type Actor } from '../contracts/permissions.js';
import { DomainError } from '../platform/errors.js';
import { ACCESS, FOR_GUESTS, type Access } from '../platform/http/access.decorator.js';
import { NetworkOrigin } from '../platform/http/network-origin.js';
import { AuthService } from './auth.service.js';
import { GuestPasses } from './guest-passes.service.js';

/** The part of a Socket.IO socket that is read and written here; `data.actor` is who sent this command. */
interface Socket {
  handshake: { headers: IncomingHttpHeaders; auth: Record<string, unknown> };
  /** As it was known when it connected: `fromHash` is where it comes from, `guestId` that it is a guest's. */
  data: { actor?: Actor; fromHash?: string; guestId?: string };
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly auth: AuthService,
    private readonly guests: GuestPasses,
    private readonly reflector: Reflector,
    private readonly origin: NetworkOrigin,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (context.getType() === 'ws' && isGuests(context)) return this.letGuestPass(context);
    const actor = context.getType() === 'ws' ? await this.ofSocket(context) : await this.ofRequest(context);
    if (access === 'public') return true;
    if (!actor) throw new DomainError('unauthenticated');
    if (access === undefined || !can(actor, access)) throw new DomainError('forbidden');
    return true;
  }

  /** Asked again with every command, too: a link that was taken back is good for nothing more. */
  private async letGuestPass(context: ExecutionContext): Promise<boolean> {
    const { handshake, data } = context.switchToWs().getClient<Socket>();
    const pass = await this.guests.ofHandshake(handshake);
    if (pass?.guestId !== data.guestId) throw new DomainError('unauthenticated');
    if (this.reflector.get<true | undefined>(FOR_GUESTS, context.getHandler())) return true;
    throw new DomainError('forbidden');
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

function isGuests(context: ExecutionContext): boolean {
  return context.switchToWs().getClient<Socket>().data.guestId !== undefined;
}
