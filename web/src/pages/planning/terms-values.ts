// The terms of registration as the editor's form holds them, and the way there and back.
import dayjs from 'dayjs';
import type { Schema } from '../../api/client.js';
import { instantOf } from './editor-values.js';

type Terms = Schema<'RegistrationTerms'>;
export type Role = Terms['roles'][number];

export interface LearnedRow {
  topicId: string;
  hours: number | string;
}

export interface TermsValues {
  needsApproval: boolean;
  /** Wall clock in the session's zone; null: with the session. */
  closesAt: string | null;
  unitIds: string[];
  roles: Role[];
  /** What is to be learned before, one row a topic; `topicId` is empty in a row that is still being filled. */
  learned: LearnedRow[];
  queuePolicy: Terms['queuePolicy'];
  quotas: Terms['quotas'];
  /** Before the start. */
  quotaReleaseHours: number | string;
  freedVirtual: Terms['freedVirtual'];
  freedOnsite: Terms['freedOnsite'];
  offerHours: number | string;
  /** Ids of the sessions to have attended. */
  sessionIds: string[];
}

export function termsValuesOf(terms: Terms, zone: string): TermsValues {
  const { needsApproval, closesAt, unitIds, roles, prerequisites, queuePolicy, quotas } = terms;
  return {
    needsApproval,
    closesAt: closesAt === null ? null : dayjs(closesAt).tz(zone).format('YYYY-MM-DD HH:mm:ss'),
    unitIds,
    roles,
    learned: prerequisites.flatMap((one) => (one.kind === 'hours' ? [{ topicId: one.topicId, hours: one.hours }] : [])),
    sessionIds: prerequisites.flatMap((one) => (one.kind === 'session' ? [one.sessionId] : [])),
    ...{ queuePolicy, quotas, freedVirtual: terms.freedVirtual, freedOnsite: terms.freedOnsite },
    quotaReleaseHours: terms.quotaReleaseHours,
    offerHours: terms.offerHours,
  };
}

export function termsInputOf(values: TermsValues, zone: string, version: number): Schema<'RegistrationTermsInput'> {
  const { closesAt, learned, sessionIds, offerHours, quotas, quotaReleaseHours, ...terms } = values;
  return {
    ...terms,
    version,
    closesAt: instantOf(closesAt, zone) ?? null,
    prerequisites: [
      ...sessionIds.map((sessionId) => ({ kind: 'session' as const, sessionId })),
      ...learned.flatMap(({ topicId, hours }) =>
        topicId === '' ? [] : [{ kind: 'hours' as const, topicId, hours: Number(hours || 0) }],
      ),
    ],
    quotas: terms.queuePolicy === 'unit-quota' ? quotas : [],
    quotaReleaseHours: Number(quotaReleaseHours || 0),
    offerHours: Number(offerHours || 0),
  };
}
