// The cookies of signing in: unreadable to scripts, sent to this site alone, and bound to the host wherever there is TLS.

import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../platform/config/config.js';

/** Longer than any sign-in: how long it lasts is decided here, not by the browser. */
const KEEP_SECONDS = 400 * 24 * 3_600;

type CookieConfig = Pick<Config, 'publicUrl'>;

export function cookieName(config: CookieConfig, name: 'sinau' | 'sinau-challenge' = 'sinau'): string {
  return isSecure(config) ? `__Host-${name}` : name;
}

/** @param keepSeconds how long the browser keeps it. */
export function cookieOptions(config: CookieConfig, keepSeconds = KEEP_SECONDS): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(config), maxAge: keepSeconds };
}

/** The token in a Cookie header, if there is one. */
export function tokenIn(cookieHeader: string | undefined, config: CookieConfig): string | undefined {
  return cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[cookieName(config)];
}

function isSecure(config: CookieConfig): boolean {
  return config.publicUrl.startsWith('https:');
}
