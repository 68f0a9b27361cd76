// How long a request may take to arrive: a slow but steady upload passes, a stalled one does not hold its connection.

import type { IncomingMessage } from 'node:http';

export interface Pace {
  /** What every body has, whatever its size. */
  graceMs: number;
  /** And as many bytes buy a second more. */
  bytesPerSecond: number;
}

/** A form or a message has a minute; 4 KiB a second is the slowest phone line on which anything arrives at all. */
export const BODY_PACE: Pace = { graceMs: 60_000, bytesPerSecond: 4_096 };

/** The time left to a body of which so much has come so far, in ms; none or less: it has been too slow. */
export function patienceLeft({ graceMs, bytesPerSecond }: Pace, elapsedMs: number, bytes: number): number {
  return graceMs + (bytes / bytesPerSecond) * 1_000 - elapsedMs;
}

/** The longest that a body of this size may take, in ms. */
export function longestFor(pace: Pace, bytes: number): number {
  return patienceLeft(pace, 0, bytes);
}

/** Ends the connection of a request whose body comes too slowly. Whoever is that slow would not read an answer either. */
export function watchBody(request: IncomingMessage, pace: Pace = BODY_PACE): void {
  if (request.complete || !hasBody(request)) return;
  const { socket } = request;
  const startedAt = performance.now();
  const bytesBefore = socket.bytesRead;
  let timer = setTimeout(look, pace.graceMs).unref();
  request.once('close', () => {
    clearTimeout(timer);
  });

  function look(): void {
    if (request.complete) return;
    const left = patienceLeft(pace, performance.now() - startedAt, socket.bytesRead - bytesBefore);
    if (left <= 0) socket.destroy();
    else timer = setTimeout(look, left).unref();
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
