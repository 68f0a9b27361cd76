// Who may register for a session, and what is missing where they may not yet.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Role } from '../contracts/permissions.js';
import type { Policies } from '../contracts/policies.js';
import type { Freed } from '../contracts/policy-values.js';
import type { QueuePolicy } from '../contracts/promotion.js';

const HOUR = 3_600_000;
/** A day is time enough to tell who waits, and for them to come. */
export const USUAL_QUOTA_RELEASE_HOURS = 24;

export type Prerequisite =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'hours'; readonly topicId: string; readonly hours: number };

/** Seats of each mode that are kept for a unit until it has used them up. */
export interface Quota {
  readonly unitId: string;
  readonly seats: number;
}

export interface Terms {
  readonly needsApproval: boolean;
  /** Null: with the session. */
  readonly closesAt: Date | null;
  /** Empty: every unit; every role. */
  readonly unitIds: readonly string[];
  readonly roles: readonly Role[];
  readonly prerequisites: readonly Prerequisite[];
  readonly queuePolicy: QueuePolicy;
  readonly quotas: readonly Quota[];
  /** Hours before the start: from then on seats are kept for nobody. */
  readonly quotaReleaseHours: number;
  readonly freedVirtual: Freed;
  readonly freedOnsite: Freed;
  readonly offerHours: number;
}

/** What holds for a session of which nobody said otherwise: the cooperative's way of giving seats, and no conditions. */
export function usualTerms({
  freedVirtual,
  freedOnsite,
  offerHours,
}: Pick<Policies, 'freedVirtual' | 'freedOnsite' | 'offerHours'>): Terms {
  return {
    ...{ needsApproval: false, closesAt: null, unitIds: [], roles: [], prerequisites: [] },
    ...{ queuePolicy: 'fifo', quotas: [], quotaReleaseHours: USUAL_QUOTA_RELEASE_HOURS },
    ...{ freedVirtual, freedOnsite, offerHours },
  };
}

/** When the seats that quotas still keep go to whoever waits; null where there are no quotas. */
export function quotasReleasedAt(
  { queuePolicy, quotas, quotaReleaseHours }: Pick<Terms, 'queuePolicy' | 'quotas' | 'quotaReleaseHours'>,
  { startsAt }: { startsAt: Date },
): Date | null {
  if (queuePolicy !== 'unit-quota' || quotas.length === 0) return null;
  return new Date(startsAt.getTime() - quotaReleaseHours * HOUR);
}

/** The quotas that hold now: none once they are released, or by another policy. */
export function quotasAt(
  terms: Pick<Terms, 'queuePolicy' | 'quotas' | 'quotaReleaseHours'>,
  session: { startsAt: Date },
  now: Date,
): readonly Quota[] {
  const releasedAt = quotasReleasedAt(terms, session);
  return releasedAt !== null && now < releasedAt ? terms.quotas : [];
}

/** What is known of one who wants to register. */
export interface Applicant {
  readonly unitId: string | null;
  readonly roles: readonly string[];
  /** Of the sessions asked for, those attended. */
  readonly attended: readonly string[];
  /** Minutes by topic, of the topics asked for. */
  readonly minutes: Readonly<Record<string, number>>;
}

export type Missing = { readonly kind: 'unit' } | { readonly kind: 'role' } | Prerequisite;

/** Whether anything has to be looked up of an applicant. */
export function asksAnything({ unitIds, roles, prerequisites }: Terms): boolean {
  return unitIds.length + roles.length + prerequisites.length > 0;
}

export function isClosed({ closesAt }: Pick<Terms, 'closesAt'>, now: Date): boolean {
  return closesAt !== null && now >= closesAt;
}

export function missing(terms: Terms, applicant: Applicant): Missing[] {
  const { unitIds, roles, prerequisites } = terms;
  const isOfUnit = unitIds.length === 0 || (applicant.unitId !== null && unitIds.includes(applicant.unitId));
  const hasRole = roles.length === 0 || roles.some((role) => applicant.roles.includes(role));
  return [
    ...(isOfUnit ? [] : [{ kind: 'unit' } as const]),
    ...(hasRole ? [] : [{ kind: 'role' } as const]),
    ...prerequisites.filter((one) => !isMet(one, applicant)),
  ];
}

/** How a registration begins: with a seat or a place, or with a question to staff. */
export function entryFor({ needsApproval }: Pick<Terms, 'needsApproval'>, isByStaff: boolean): 'seat' | 'pending' {
  return needsApproval && !isByStaff ? 'pending' : 'seat';
}

/** What is missing as the refusal names it. @param nameOf a session's title, a topic's name. */
export function missingFaults(list: readonly Missing[], nameOf: (id: string) => string): FieldFault[] {
  return list.map((one): FieldFault => {
    switch (one.kind) {
      case 'unit':
        return { path: 'unit', rule: 'other-unit' };
      case 'role':
        return { path: 'role', rule: 'other-role' };
      case 'session':
        return { path: 'prerequisites', rule: 'missing-session', limit: nameOf(one.sessionId) };
      case 'hours':
        return { path: 'prerequisites', rule: 'missing-hours', limit: `${nameOf(one.topicId)}, ${String(one.hours)}` };
    }
  });
}

function isMet(one: Prerequisite, { attended, minutes }: Applicant): boolean {
  if (one.kind === 'session') return attended.includes(one.sessionId);
  return (minutes[one.topicId] ?? 0) >= one.hours * 60;
}
