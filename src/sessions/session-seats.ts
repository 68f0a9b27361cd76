// A session's seats as a card tells them: of each mode it offers, and altogether.

import type { SessionCard } from './session.dto.js';

interface Counted {
  taken: number;
  waiting: number;
}

interface CountedSession {
  delivery: 'virtual' | 'onsite' | 'hybrid';
  capacity: number | null;
  onsiteCapacity: number | null;
  virtual: Counted;
  onsite: Counted;
}

/** What a newcomer can still take is beyond what the queue waits for. */
export function seatsOf(session: CountedSession): Pick<SessionCard, 'seats' | 'seatsLeft' | 'waiting'> {
  const { delivery, capacity, onsiteCapacity, virtual, onsite } = session;
  const seats = [
    ...(delivery === 'onsite' ? [] : [modeSeats('virtual', capacity, virtual)]),
    ...(delivery === 'virtual' ? [] : [modeSeats('onsite', onsiteCapacity, onsite)]),
  ];
  const isUnlimited = seats.some(({ left }) => left === null);
  return {
    seats,
    seatsLeft: isUnlimited ? null : seats.reduce((sum, { left }) => sum + (left ?? 0), 0),
    waiting: seats.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}

function modeSeats(
  mode: 'virtual' | 'onsite',
  capacity: number | null,
  { taken, waiting }: Counted,
): SessionCard['seats'][number] {
  return { mode, left: capacity === null ? null : Math.max(0, capacity - taken - waiting), waiting };
}
