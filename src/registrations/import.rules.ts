// How members of a list come to a session, as the list says it; and when a list may be taken.

import type { ErrorCode, FieldFault } from '../contracts/error-codes.js';
import type { Delivered, Mode } from './seat.rules.js';

/** Headers of the column, in small letters. */
export const MODE_HEADERS: readonly string[] = [
  ...['cara ikut', 'cara hadir', 'moda', 'kehadiran', 'ikut', 'tempat'],
  ...['mode', 'takes part', 'attendance mode', 'delivery'],
];

const MODE_NAMES: Readonly<Record<Mode, readonly string[]>> = {
  virtual: ['virtual', 'daring', 'online', 'on line', 'zoom', 'ponsel', 'v'],
  onsite: ['onsite', 'on site', 'on-site', 'di tempat', 'luring', 'offline', 'datang', 'tatap muka', 'venue', 'o'],
};

/** The mode a cell asks for; null: it says nothing, and the session decides. */
export function modeIn(cell: string, { delivery }: Pick<Delivered, 'delivery'>): Mode | null | 'unknown' {
  const text = cell.trim().toLowerCase();
  if (text === '') return null;
  const mode = MODE_NAMES.virtual.includes(text) ? 'virtual' : MODE_NAMES.onsite.includes(text) ? 'onsite' : undefined;
  return mode === undefined || (delivery !== 'hybrid' && delivery !== mode) ? 'unknown' : mode;
}

export const IMPORT_STATES = ['checked', 'applying', 'applied', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportDecision =
  { readonly kind: 'start' } | { readonly kind: 'refused'; readonly code: ErrorCode; readonly fields: FieldFault[] };

/** A list is taken once, after it was looked through; `all` only where every line can be used. One that failed goes on. */
export function decideStart(state: ImportState, mode: 'good' | 'all', bad: number): ImportDecision {
  if (state !== 'checked' && state !== 'failed') return { kind: 'refused', code: 'wrong-state', fields: [] };
  if (mode === 'good' || bad === 0) return { kind: 'start' };
  return { kind: 'refused', code: 'wrong-state', fields: [{ path: 'mode', rule: 'bad-lines', limit: bad }] };
}
