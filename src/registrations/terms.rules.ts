// Who may register for a session, and what is missing where they may not yet.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Role } from '../contracts/permissions.js';
import type { Policies } from '../contracts/policies.js';
import type { Freed } from '../contracts/policy-values.js';
import type { QueuePolicy } from '../contracts/promotion.js';

export type Prerequisite =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'hours'; readonly topicId: string; readonly hours: number };

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
    ...{ queuePolicy: 'fifo', quotas: [], freedVirtual, freedOnsite, offerHours },
  };
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
