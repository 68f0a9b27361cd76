// What may be done with a roster import when, and how much may leave without being asked twice.

import type { FieldFault } from '../contracts/error-codes.js';

export const ROSTER_STATES = ['uploaded', 'checking', 'checked', 'applying', 'applied', 'failed'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** `all` applies a file without a bad line, `good` leaves the bad lines out. */
export const ROSTER_MODES = ['all', 'good'] as const;
export type RosterMode = (typeof ROSTER_MODES)[number];

/** Whose absence counts: all of the cooperative, or only the units that the file names. */
export const ABSENCE_SCOPES = ['cooperative', 'units'] as const;
export type AbsenceScope = (typeof ABSENCE_SCOPES)[number];

export interface RosterCounts {
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
  /** Bad lines whose member number could not be read: whom they mean is not known. */
  unreadable: number;
  absent: number;
  /** Of the absent, those in units that the file names. */
  absentInUnits: number;
}

/** Marking more than this share of the active members as left wants the number typed. */
const SHARE_TO_TYPE = 0.05;

type Refusal = { kind: 'refused'; code: 'wrong-state' | 'conflict' | 'confirmation-required'; fields: FieldFault[] };
type Decision = { kind: 'allowed' } | Refusal;

/** A dry run can be had, again, until the file was applied. */
export function mayCheck(state: RosterState): boolean {
  return state === 'uploaded' || state === 'checked' || state === 'failed';
}

export function decideApply(state: RosterState, mode: RosterMode, bad: number): Decision {
  if (state !== 'checked') return refused('wrong-state', []);
  if (mode === 'all' && bad > 0) return refused('wrong-state', [{ path: 'mode', rule: 'bad-lines', limit: bad }]);
  return { kind: 'allowed' };
}

/**
 * @param step.count the number the admin was shown and names; @param step.absent how many there are now;
 * @param step.active active members of the cooperative.
 */
export function decideLeave(step: {
  state: RosterState;
  unreadable: number;
  count: number;
  typedCount: number | undefined;
  absent: number;
  active: number;
}): Decision {
  if (step.state !== 'applied') return refused('wrong-state', []);
  if (step.unreadable > 0) {
    return refused('wrong-state', [{ path: 'scope', rule: 'unreadable-lines', limit: step.unreadable }]);
  }
  if (step.count !== step.absent) {
    return refused('conflict', [{ path: 'count', rule: 'not-allowed', limit: step.absent }]);
  }
  if (step.absent > step.active * SHARE_TO_TYPE && step.typedCount !== step.absent) {
    return refused('confirmation-required', [{ path: 'typedCount', rule: 'required', limit: step.absent }]);
  }
  return { kind: 'allowed' };
}

function refused(code: Refusal['code'], fields: FieldFault[]): Refusal {
  return { kind: 'refused', code, fields };
}

const SAMPLES_SHOWN = 5;
const SAMPLE_CELL = 80;

/** The first rows as a preview shows them: short, storable, and without anybody's national id. */
export function shownSamples(
  rows: readonly (readonly string[])[],
  headers: readonly { isNationalId: boolean }[],
): string[][] {
  return rows
    .slice(0, SAMPLES_SHOWN)
    .map((row) => headers.map((header, column) => (header.isNationalId ? '' : storedText(row[column] ?? ''))));
}

/** What the browser called the file, as a name that can be kept and shown. */
export function storedFileName(name: string): string {
  return storedText(name.split(/[/\\]/).at(-1) ?? '') || 'roster.csv';
}

/** Text that any table can hold: no control characters, no half characters, not long. */
export function storedText(text: string): string {
  return text
    .trim()
    .slice(0, SAMPLE_CELL)
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu, '\ufffd');
}
