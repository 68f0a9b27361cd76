// Who may register for a session, and what is missing where they may not yet.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Role } from '../contracts/permissions.js';
import type { Policies } from '../contracts/policies.js';
import { USUAL_QUOTA_RELEASE_HOURS, type Freed } from '../contracts/policy-values.js';
import type { QueuePolicy } from '../contracts/promotion.js';

const HOUR = 3_600_000;
const FEW_NAMES = 5;
/** Who was refused may mend what was amiss and ask once more; then it is for staff to register them. */
const MOST_REJECTIONS = 2;

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
  /** How often staff refused them here. */
  readonly rejections: number;
}

/** One condition of the terms, as one applicant stands to it. */
export type Requirement =
  | { readonly kind: 'unit'; readonly isMet: boolean; readonly unitIds: readonly string[] }
  | { readonly kind: 'role'; readonly isMet: boolean; readonly roles: readonly Role[] }
  | { readonly kind: 'session'; readonly isMet: boolean; readonly sessionId: string }
  /** That it was not asked for as often as one may; told of only where it was. */
  | { readonly kind: 'approval'; readonly isMet: false }
  | {
      readonly kind: 'hours';
      readonly isMet: boolean;
      readonly topicId: string;
      readonly hours: number;
      readonly minutes: number;
    };

/** Whether anything has to be looked up of an applicant. */
export function asksAnything({ needsApproval, unitIds, roles, prerequisites }: Terms): boolean {
  return needsApproval || unitIds.length + roles.length + prerequisites.length > 0;
}

export function isClosed({ closesAt }: Pick<Terms, 'closesAt'>, now: Date): boolean {
  return closesAt !== null && now >= closesAt;
}

/** Every condition there is, met or not: units and roles first, then the prerequisites as they were set. */
export function requirementsOf(terms: Terms, applicant: Applicant): Requirement[] {
  const { needsApproval, unitIds, roles, prerequisites } = terms;
  const isOfUnit = applicant.unitId !== null && unitIds.includes(applicant.unitId);
  const hasRole = roles.some((role) => applicant.roles.includes(role));
  return [
    ...(unitIds.length === 0 ? [] : [{ kind: 'unit', isMet: isOfUnit, unitIds } as const]),
    ...(roles.length === 0 ? [] : [{ kind: 'role', isMet: hasRole, roles } as const]),
    ...prerequisites.map((one) => prerequisiteFor(one, applicant)),
    ...(needsApproval && applicant.rejections >= MOST_REJECTIONS ? [{ kind: 'approval', isMet: false } as const] : []),
  ];
}

export function missing(terms: Terms, applicant: Applicant): Requirement[] {
  return requirementsOf(terms, applicant).filter(({ isMet }) => !isMet);
}

/** The ids of what these conditions name, whatever it is. */
export function namedIn(list: readonly Requirement[]): string[] {
  return list.flatMap((one) => {
    switch (one.kind) {
      case 'unit':
        return one.unitIds;
      case 'role':
      case 'approval':
        return [];
      case 'session':
        return [one.sessionId];
      case 'hours':
        return [one.topicId];
    }
  });
}

/** A session can ask for no verdict that only itself brings. */
export function selfFaults({ prerequisites }: Pick<Terms, 'prerequisites'>, sessionId: string): FieldFault[] {
  return prerequisites.some((one) => isOneOf(one, [sessionId]))
    ? [{ path: 'prerequisites', rule: 'requires-itself' }]
    : [];
}

/** A session of a series, as its day tells it from the others. */
export interface Dated {
  readonly id: string;
  readonly startsAt: Date;
}

/** What one of many can ask for: neither itself, nor a date of the series that comes later. */
export function prerequisitesBefore(
  prerequisites: readonly Prerequisite[],
  session: Dated,
  dates: readonly Dated[],
): Prerequisite[] {
  const later = dates.filter(({ startsAt }) => startsAt > session.startsAt);
  const ids = [session, ...later].map(({ id }) => id);
  return prerequisites.filter((one) => !isOneOf(one, ids));
}

/** An id is the same one however it is written. */
function isOneOf(one: Prerequisite, sessionIds: readonly string[]): boolean {
  return one.kind === 'session' && sessionIds.includes(one.sessionId.toLowerCase());
}

/** What became of the terms of one session, when that starts, and all the sessions that they change in. */
export interface TermsChange {
  readonly before: Terms;
  readonly after: Terms;
  readonly startsAt: Date;
  readonly dates: readonly Dated[];
}

/**
 * Another session's terms after the same change: what did not change in the first stays as the other has it. Registration
 * closes as long before the start as there, and never after the end.
 */
export function termsAlike(own: Terms, change: TermsChange, session: Dated & { endsAt: Date }): Terms {
  const { before, after, startsAt, dates } = change;
  const isAlike = (field: keyof Terms): boolean => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  const pick = <Field extends keyof Terms>(field: Field): Terms[Field] => (isAlike(field) ? own : after)[field];
  const asked = prerequisitesBefore(after.prerequisites, session, dates);
  const isOpenAlike = before.closesAt?.getTime() === after.closesAt?.getTime();
  return {
    ...{ needsApproval: pick('needsApproval'), unitIds: pick('unitIds'), roles: pick('roles') },
    prerequisites: isAlike('prerequisites') ? own.prerequisites : asked,
    ...{ queuePolicy: pick('queuePolicy'), quotas: pick('quotas'), quotaReleaseHours: pick('quotaReleaseHours') },
    ...{ freedVirtual: pick('freedVirtual'), freedOnsite: pick('freedOnsite'), offerHours: pick('offerHours') },
    closesAt: isOpenAlike ? own.closesAt : closingAlike(after.closesAt, startsAt, session),
  };
}

/** As long before this start as it was before the other one, and never after the end. */
export function closingAlike(
  closesAt: Date | null,
  firstStartsAt: Date,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Date | null {
  if (closesAt === null) return null;
  const at = startsAt.getTime() + closesAt.getTime() - firstStartsAt.getTime();
  return new Date(Math.min(at, endsAt.getTime()));
}

/** How a registration begins: with a seat or a place, or with a question to staff. */
export function entryFor({ needsApproval }: Pick<Terms, 'needsApproval'>, isByStaff: boolean): 'seat' | 'pending' {
  return needsApproval && !isByStaff ? 'pending' : 'seat';
}

/** What is missing as the refusal names it. @param nameOf a session's title, the name of a topic or a unit. */
export function missingFaults(list: readonly Requirement[], nameOf: (id: string) => string): FieldFault[] {
  return list.map((one): FieldFault => {
    switch (one.kind) {
      case 'unit':
        return { path: 'unit', rule: 'other-unit', limit: fewOf(one.unitIds.map(nameOf)) };
      case 'role':
        return { path: 'role', rule: 'other-role' };
      case 'approval':
        return { path: 'approval', rule: 'rejected-before', limit: MOST_REJECTIONS };
      case 'session':
        return { path: 'prerequisites', rule: 'missing-session', limit: nameOf(one.sessionId) };
      case 'hours': {
        const counted = `${String(hoursIn(one.minutes))}/${String(one.hours)}`;
        return { path: 'prerequisites', rule: 'missing-hours', limit: `${nameOf(one.topicId)}, ${counted}` };
      }
    }
  });
}

/** Enough to know whether one's own may be among them. */
function fewOf(names: readonly string[]): string {
  return [...names.slice(0, FEW_NAMES), ...(names.length > FEW_NAMES ? ['…'] : [])].join(', ');
}

/** Full tenths only: who lacks a minute is not told to have enough. */
export function hoursIn(minutes: number): number {
  return Math.floor(minutes / 6) / 10;
}

function prerequisiteFor(one: Prerequisite, { attended, minutes }: Applicant): Requirement {
  if (one.kind === 'session') return { ...one, isMet: attended.includes(one.sessionId) };
  const learned = minutes[one.topicId] ?? 0;
  return { ...one, minutes: learned, isMet: learned >= one.hours * 60 };
}
