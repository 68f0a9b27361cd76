// What must be written so that the ledger says what is true now, without changing what it said before.

export const LEDGER_RULE_VERSION = 1;

export const LEDGER_KINDS = ['attended', 'attended-reversed'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const REVERSAL_REASON = 'attendance-corrected';

/** Somebody who was present, and for how many whole seconds. */
export interface Presence {
  memberId: string;
  countedSeconds: number;
}

/** What the ledger says of a member and session so far: whether an entry stands, and its minutes. */
export interface Balance {
  memberId: string;
  stands: boolean;
  minutes: number;
}

export interface NewEntry {
  memberId: string;
  kind: LedgerKind;
  quantity: number;
  reason: string | null;
}

/** Whole minutes: nobody is credited a minute they were not there for. */
export function minutesOf(countedSeconds: number): number {
  return Math.floor(countedSeconds / 60);
}

/** The entries, by member, that bring a session's ledger to those present; none when it says so already. */
export function entriesFor(present: readonly Presence[], balances: readonly Balance[]): NewEntry[] {
  const wanted = new Map(present.map(({ memberId, countedSeconds }) => [memberId, minutesOf(countedSeconds)]));
  const written = new Map(
    balances.filter((balance) => balance.stands).map(({ memberId, minutes }) => [memberId, minutes]),
  );
  const members = [...new Set([...wanted.keys(), ...written.keys()])].sort();
  return members.flatMap((memberId): NewEntry[] => {
    const [want, have] = [wanted.get(memberId), written.get(memberId)];
    if (want === have) return [];
    return [
      ...(have === undefined
        ? []
        : [{ memberId, kind: 'attended-reversed' as const, quantity: 0 - have, reason: REVERSAL_REASON }]),
      ...(want === undefined ? [] : [{ memberId, kind: 'attended' as const, quantity: want, reason: null }]),
    ];
  });
}
