// What I wrote that has no place in the room yet, kept through a reload of this tab, by room and member; sign-out forgets it.
import type { Outgoing } from './room-state.js';

const PREFIX = 'sinau.outgoing.';

/** In one room, as one member: another member of this phone is never shown it. */
export interface Desk {
  readonly sessionId: string;
  /** A guest's own id with `as`. */
  readonly memberId: string;
  /** By a guest's link, whoever is signed in in this browser. */
  readonly as?: 'guest';
}

/** Whatever was on its way may or may not have arrived: it goes again under its id, and is stored once. */
export function keptOutgoing(desk: Desk): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(desk)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isMessage).map(({ id, text }) => ({ id, text, state: 'waiting' })) : [];
  } catch {
    // A browser that keeps nothing, or a text that is not ours: there is nothing to send.
    return [];
  }
}

export function keepOutgoing(desk: Desk, outgoing: readonly Outgoing[]): void {
  try {
    if (outgoing.length === 0) sessionStorage.removeItem(keyOf(desk));
    else sessionStorage.setItem(keyOf(desk), JSON.stringify(outgoing.map(({ id, text }) => ({ id, text }))));
  } catch {
    // A browser that keeps nothing: what waits lives as long as the page.
  }
}

/** Of every room and member: the next reader of this tab may be somebody else. */
export function forgetOutgoing(): void {
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const key of keys) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keyOf({ sessionId, memberId }: Desk): string {
  return `${PREFIX}${memberId}.${sessionId}`;
}

function isMessage(kept: unknown): kept is { id: string; text: string } {
  if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('text' in kept)) return false;
  return typeof kept.id === 'string' && typeof kept.text === 'string';
}
