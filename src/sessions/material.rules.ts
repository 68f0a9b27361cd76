// Whose a session's materials are, and from when on.

import type { SessionState } from './session.rules.js';

/** From registration on, or once the session has ended. */
export const SHOWN_FROM = ['registration', 'end'] as const;
export type ShownFrom = (typeof SHOWN_FROM)[number];

export const MOST_MATERIALS = 30;

export interface MaterialReader {
  readonly isConfirmed: boolean;
  readonly isStaff: boolean;
  readonly isPlanner: boolean;
}

export function canSeeMaterial(shownFrom: ShownFrom, reader: MaterialReader, state: SessionState): boolean {
  if (reader.isPlanner || reader.isStaff) return true;
  return reader.isConfirmed && (shownFrom === 'registration' || state === 'ended');
}

/** Whether the reader has it once the session has ended, and not before. */
export function comesLater(shownFrom: ShownFrom, reader: MaterialReader, state: SessionState): boolean {
  return !canSeeMaterial(shownFrom, reader, state) && canSeeMaterial(shownFrom, reader, 'ended');
}

/** Slides are often ready only afterwards; what was cancelled needs none. */
export function canChangeFiles(state: SessionState): boolean {
  return state !== 'cancelled';
}
