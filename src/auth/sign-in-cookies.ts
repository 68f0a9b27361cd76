// Puts the cookies of signing in on a reply, and takes them away.

import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { cookieName, cookieOptions, type CookieKind } from './sign-in-cookie.js';

@Injectable()
export class SignInCookies {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  set(reply: FastifyReply, kind: CookieKind, value: string): void {
    void reply.setCookie(cookieName(this.config, kind), value, cookieOptions(this.config, kind));
  }

  clear(reply: FastifyReply, kind: CookieKind): void {
    void reply.clearCookie(cookieName(this.config, kind), cookieOptions(this.config, kind));
  }
}
