// Who is acting: what every other feature asks of auth.

import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../contracts/permissions.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { Here } from './auth.dto.js';
import { HandOverService } from './hand-over.service.js';
import { PasswordsService } from './passwords.service.js';
import { cookieIn, cookieName } from './sign-in-cookie.js';
import { TokensService } from './tokens.service.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly tokens: TokensService,
    private readonly handOver: HandOverService,
    private readonly passwords: PasswordsService,
    private readonly cooperatives: CooperativesService,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor behind a Cookie header, or undefined. Cheap enough for every request and every socket command. */
  async authenticate(cookieHeader: string | undefined): Promise<Actor | undefined> {
    const token = cookieIn(cookieHeader, this.config, 'sinau');
    return token === undefined ? undefined : this.tokens.actorOf(token);
  }

  /** Where this browser is signed in. An answer, not a refusal: public pages ask it of everybody. */
  async here(actor: Actor | undefined): Promise<Here> {
    const cooperative = actor && (await this.cooperatives.byId(actor.cooperativeId));
    return { cooperative: cooperative?.slug ?? null };
  }

  /** The actor of a socket: it signs in with the cookie of its handshake, and stays only as long as that does. */
  async actorOfHandshake(handshake: { headers: IncomingHttpHeaders }): Promise<Actor | undefined> {
    return this.authenticate(handshake.headers.cookie);
  }

  /** Of these sign-ins (`Actor.tokenId`), those that have ended: sockets that only listen must close too. */
  async endedAmong(tokenIds: readonly string[]): Promise<string[]> {
    return tokenIds.length === 0 ? [] : this.tokens.endedAmong(tokenIds);
  }

  /** A sign-in without a question asked, for tests and the command line. @returns the Cookie header to send. */
  async signInAs(memberId: string): Promise<string> {
    const token = await this.database.transaction((tx) => this.tokens.issue(tx, memberId, 'operator'));
    return `${cookieName(this.config, 'sinau')}=${token}`;
  }

  /** A one-time link for a cooperative's first admin: no working SMTP is needed to get in. */
  async linkFor(tx: Tx, memberId: string): Promise<{ url: string; expiresAt: Date }> {
    return this.handOver.linkFor(tx, memberId);
  }

  /** Gives a member a password without a question asked: for the demo. */
  async setPassword(tx: Tx, memberId: string, password: string): Promise<void> {
    await this.passwords.store(tx, memberId, password);
  }
}
