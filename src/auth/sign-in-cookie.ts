// The cookies of signing in: unreadable to scripts, sent to this site alone, and bound to the host wherever there is TLS.

import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../platform/config/config.js';

/** `sinau` holds the sign-in, `sinau-guest` a guest's link; `sinau-challenge` ties a mailed code to the browser that asked. */
export type CookieKind = 'sinau' | 'sinau-challenge' | 'sinau-guest';

/** How long browsers keep them: longer than any sign-in or session lasts, since that is decided here; a challenge for an hour. */
const KEEP_SECONDS: Record<CookieKind, number> = {
  sinau: 400 * 24 * 3_600,
  'sinau-challenge': 3_600,
  'sinau-guest': 90 * 24 * 3_600,
};

type CookieConfig = Pick<Config, 'publicUrl'>;

export function cookieName(config: CookieConfig, kind: CookieKind): string {
  return isSecure(config) ? `__Host-${kind}` : kind;
}

export function cookieOptions(config: CookieConfig, kind: CookieKind): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(config), maxAge: KEEP_SECONDS[kind] };
}

/** Its value in a Cookie header, if it is there. */
export function cookieIn(header: string | undefined, config: CookieConfig, kind: CookieKind): string | undefined {
  return header === undefined ? undefined : fastifyCookie.parse(header)[cookieName(config, kind)];
}

function isSecure(config: CookieConfig): boolean {
  return config.publicUrl.startsWith('https:');
}
