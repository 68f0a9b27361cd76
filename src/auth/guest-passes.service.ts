// Who comes by a guest's link: a cookie of its own, good for one session's room, and for nothing that a sign-in opens.

import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '../contracts/languages.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { hashOf } from '../platform/secret-token.js';
import { cookieIn } from './sign-in-cookie.js';
import { SignInCookies } from './sign-in-cookies.js';

export interface GuestPass {
  guestId: string;
  sessionId: string;
  cooperativeId: string;
  name: string;
  /** The session's, since nobody knows the guest's. */
  language: Language;
}

/** The part of a socket's handshake that is read here; `auth` is what its client sent, whatever that is. */
interface Handshake {
  headers: IncomingHttpHeaders;
  auth: Record<string, unknown>;
}

@Injectable()
export class GuestPasses {
  constructor(
    private readonly database: Database,
    private readonly cookies: SignInCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The pass that a link's token stands for; undefined for one that was made up or taken back. */
  async of(token: string): Promise<GuestPass | undefined> {
    const [pass] = await this.database.sql<GuestPass>(
      `SELECT guest.id AS "guestId", guest.session_id AS "sessionId", session.cooperative_id AS "cooperativeId",
         guest.name, session.language
       FROM session_guests guest JOIN sessions session ON session.id = guest.session_id
       WHERE guest.token_hash = $1 AND guest.revoked_at IS NULL`,
      [hashOf(token)],
    );
    return pass;
  }

  async ofCookie(header: string | undefined): Promise<GuestPass | undefined> {
    const token = cookieIn(header, this.config, 'sinau-guest');
    return token === undefined ? undefined : this.of(token);
  }

  /** Only a client that says so comes as a guest: the same browser may be signed in as a member. */
  async ofHandshake(handshake: Handshake): Promise<GuestPass | undefined> {
    return isGuests(handshake) ? this.ofCookie(handshake.headers.cookie) : undefined;
  }

  give(reply: FastifyReply, token: string): void {
    this.cookies.set(reply, 'sinau-guest', token);
  }

  /** Of these guests, those whose link was taken back. */
  async revokedAmong(guestIds: readonly string[]): Promise<string[]> {
    if (guestIds.length === 0) return [];
    const rows = await this.database.sql<{ id: string }>(
      'SELECT id FROM session_guests WHERE id = ANY ($1::uuid[]) AND revoked_at IS NOT NULL',
      [guestIds],
    );
    return rows.map(({ id }) => id);
  }
}

export function isGuests({ auth }: Pick<Handshake, 'auth'>): boolean {
  return auth['as'] === 'guest';
}
