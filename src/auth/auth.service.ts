// Who is acting: what every other feature asks of auth.

import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../contracts/permissions.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { cookieName, tokenIn } from './sign-in-cookie.js';
import { TokensService } from './tokens.service.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly tokens: TokensService,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor behind a Cookie header, or undefined. Cheap enough for every request and every socket command. */
  async authenticate(cookieHeader: string | undefined): Promise<Actor | undefined> {
    const token = tokenIn(cookieHeader, this.config);
    return token === undefined ? undefined : this.tokens.actorOf(token);
  }

  /** The actor of a socket: it signs in with the cookie of its handshake, and stays only as long as that does. */
  async actorOfHandshake(handshake: { headers: IncomingHttpHeaders }): Promise<Actor | undefined> {
    return this.authenticate(handshake.headers.cookie);
  }

  /** A sign-in without a question asked, for tests and the command line. @returns the Cookie header to send. */
  async signInAs(memberId: string): Promise<string> {
    const token = await this.database.transaction((tx) => this.tokens.issue(tx, memberId, undefined));
    return `${cookieName(this.config)}=${token}`;
  }
}
