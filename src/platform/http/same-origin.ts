// Whether a request comes from our own pages, by Sec-Fetch-Site where the browser sends it, else by Origin.

import type { IncomingHttpHeaders } from 'node:http';

/**
 * Programs without a browser send neither header and carry no ambient cookie: they pass. A browser always sends Origin
 * with an unsafe request and a socket handshake (Fetch standard), and Sec-Fetch-Site on trustworthy origins.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(publicUrl).origin || from.host === host;
}
